import type { WorkspaceId } from "@/core/ids";
import type { Patch } from "@/core/live/changes";
import { Gathered } from "@/core/live/gather";
import type { LiveTopic } from "@/core/live/topics";
import { type LastWord, lastWord, type Tx } from "@/db/client";

/** Where web processes listen for what changed. A payload is a workspace's id, a space, and its changes. */
export const LIVE_CHANNEL = "followthrough_live";

/** PostgreSQL takes less than 8000 bytes; the id and the space go off. */
const CHANGES_BYTES_MAX = 7_900;

const TELL = "select pg_notify($1, payload) from unnest($2::text[]) as payload";

class Announcement implements LastWord {
  readonly #workspaces = new Map<WorkspaceId, Gathered>();

  add(workspaceId: WorkspaceId, topic: LiveTopic, patch: Patch): void {
    const gathered = this.#workspaces.get(workspaceId) ?? new Gathered(CHANGES_BYTES_MAX);
    this.#workspaces.set(workspaceId, gathered);
    gathered.add(topic, patch);
  }

  async send(tx: Tx): Promise<void> {
    const payloads = [...this.#workspaces].map(
      ([workspaceId, { changes }]) => `${workspaceId} ${JSON.stringify(changes)}`,
    );
    await tx.$client.unsafe(TELL, [LIVE_CHANNEL, payloads], { prepare: true });
  }
}

/**
 * Tells the consoles that look, when this transaction commits, what it changed: one notification for
 * each workspace, however often this is called.
 */
export function announce(tx: Tx, workspaceId: WorkspaceId, topic: LiveTopic, patch: Patch): void {
  lastWord(tx, LIVE_CHANNEL, () => new Announcement()).add(workspaceId, topic, patch);
}

/** A message changed; `caseId` lets the page of a case tell whether it is one of its own. */
export function announceMessage(
  tx: Tx,
  message: { workspaceId: WorkspaceId; id: string; caseId: string },
  status?: string,
): void {
  const { workspaceId, id, caseId } = message;
  const patch = { id, rev: null, fields: status === undefined ? { caseId } : { status, caseId } };
  announce(tx, workspaceId, "messages", status === "planned" ? { ...patch, isNew: true } : patch);
}

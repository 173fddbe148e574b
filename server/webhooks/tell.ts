import type { WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import { caseTypes } from "@/core/webhook/case-types";
import { type MessageType, wants } from "@/core/webhook/event-type";
import { type LastWord, lastWord, type Tx } from "@/db/client";
import { type Listener, listListeners } from "@/db/queries/webhook-endpoints";
import { insertDeliveries, type NewDelivery } from "@/db/queries/webhook-queue";
import { newId } from "@/server/new-id";
import type { Told } from "./told";
import { writeTold } from "./write-told";

/** Where workers listen for events that have to be sent. */
export const WEBHOOKS_CHANNEL = "followthrough_webhooks";

const NAME = "followthrough.webhooks";
const WAKE = "select pg_notify($1, '')";

/**
 * What a transaction has to tell the endpoints of its workspaces. Who listens is asked with the
 * transaction's own statements, without waiting for the answer, and looked at when all else is done:
 * where nobody does, nothing more is read or written.
 */
class Outbox implements LastWord {
  readonly #told = new Map<WorkspaceId, Told[]>();
  readonly #answers: Promise<Listener[]>[] = [];
  #unasked: WorkspaceId[] = [];
  #asking: Promise<void> | null = null;
  #written = 0;

  add(tx: Tx, workspaceId: WorkspaceId, told: Told): void {
    const own = this.#told.get(workspaceId);
    if (own) {
      own.push(told);
      return;
    }
    this.#told.set(workspaceId, [told]);
    this.#unasked.push(workspaceId);
    // Of a whole batch at once, before anything else can be sent on this connection.
    this.#asking ??= Promise.resolve().then(() => this.#ask(tx));
  }

  #ask(tx: Tx): void {
    this.#asking = null;
    const answer = listListeners(tx, this.#unasked.splice(0));
    // Looked at in `prepare`, to which a transaction that fails does not come.
    answer.catch(() => {});
    this.#answers.push(answer);
  }

  async prepare(tx: Tx): Promise<void> {
    await this.#asking;
    const listeners = (await Promise.all(this.#answers)).flat();
    const rows: NewDelivery[] = [];
    for (const [workspaceId, own] of Map.groupBy(listeners, (one) => one.workspaceId)) {
      const [reader] = own;
      if (!reader) continue;
      const all = (this.#told.get(workspaceId) ?? []).filter(({ type }) =>
        own.some(({ eventTypes }) => wants(eventTypes, type)),
      );
      for (const event of await writeTold(tx, workspaceId, all, reader)) {
        for (const { id: endpointId, eventTypes } of own) {
          if (!wants(eventTypes, event.type)) continue;
          rows.push({ workspaceId, id: newId(), endpointId, ...event });
        }
      }
    }
    if (rows.length > 0) await insertDeliveries(tx, rows);
    this.#written = rows.length;
  }

  async send(tx: Tx): Promise<void> {
    if (this.#written > 0) await tx.$client.unsafe(WAKE, [WEBHOOKS_CHANNEL], { prepare: true });
  }
}

/**
 * Tells the workspace's webhook endpoints what this transaction does: each once, exactly when it
 * commits.
 */
export function tell(tx: Tx, workspaceId: WorkspaceId, told: Told): void {
  lastWord(tx, NAME, () => new Outbox()).add(tx, workspaceId, told);
}

type Transition = Parameters<typeof caseTypes>[0] & {
  row: { workspaceId: WorkspaceId; id: string };
  at: Instant;
};

/** Tells what becomes of cases. */
export function tellTransitions(tx: Tx, transitions: readonly Transition[]): void {
  for (const transition of transitions) {
    const { row, at } = transition;
    for (const type of caseTypes(transition)) {
      tell(tx, row.workspaceId, { type, caseId: row.id, at });
    }
  }
}

type StatusType = Exclude<MessageType, "message.opened" | "message.clicked">;

const TYPE_OF_STATUS: Readonly<Record<string, StatusType>> = {
  sent: "message.sent",
  delivered: "message.delivered",
  bounced: "message.bounced",
  failed: "message.failed",
  // Somebody has to look: it may have arrived, and nobody knows.
  unknown: "message.failed",
};

/** Tells what became of a message, where that is worth telling: what is held or not sent is not. */
export function tellMessage(
  tx: Tx,
  message: { workspaceId: WorkspaceId; id: string },
  status: string,
): void {
  const type = TYPE_OF_STATUS[status];
  if (type) tell(tx, message.workspaceId, { type, messageId: message.id });
}

/** Something waits that did not before: workers look at once, when this transaction commits. */
export async function wakeSenders(tx: Tx): Promise<void> {
  await tx.$client.unsafe(WAKE, [WEBHOOKS_CHANNEL]);
}

import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { MINUTE_MS } from "@/core/time";
import type { WorkflowDocument } from "@/core/workflow/edit/document";
import { type Db, inTransaction, type Tx } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { findOperatorById } from "@/db/queries/operators";
import { holdDraft, setDraft, writerOf } from "@/db/queries/workflow-drafts";
import { findWorkflow } from "@/db/queries/workflows";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { announceRoom, announceSaved } from "./announce-draft";
import { draftToStore } from "./draft-to-store";
import { actorOf, type OperatorWho } from "./operator-who";
import { refuseOtherWriter } from "./refuse-other-writer";
import { requireWorkflow } from "./require-workflow";

/** How long a draft stays with whoever changed it last. */
export const WRITER_HOLDS_MS = 2 * MINUTE_MS;

/** How a draft stands: what its readers ask now and then. */
export type DraftState = {
  revision: number;
  liveVersion: number | null;
  hasDraft: boolean;
  /** Who writes it at the moment; null for nobody. */
  writer: { id: string; name: string } | null;
};

/**
 * Saves the draft as it stands in somebody's editor, and keeps it theirs for `WRITER_HOLDS_MS`. A
 * document that says what is live is no draft: it is taken away. Throws `precondition_failed` when
 * another revision is stored, and `conflict` while somebody else writes.
 */
export async function saveEditorDraft(
  ctx: Ctx,
  who: OperatorWho,
  key: string,
  { document, ifMatch }: { document: WorkflowDocument; ifMatch: number },
): Promise<DraftState> {
  const { workspaceId, operatorId } = who;
  return inTransaction(ctx.db, async (tx) => {
    const stored = await requireWorkflow(tx, workspaceId, key);
    const actor = actorOf(who);
    const writerId = await refuseOtherWriter(tx, workspaceId, key, actor);
    if (stored.revision !== ifMatch) {
      throw new AppError("precondition_failed", "The workflow has changed since you read it.");
    }
    const toStore = await draftToStore(tx, workspaceId, stored, document);
    await setDraft(tx, { workspaceId, key, name: document.name, ...toStore });
    if (writerId === null) {
      announceRoom(tx, { workspaceId, key });
      await audit(tx, workspaceId, {
        id: newId(),
        actor,
        action: "workflow.draft_saved",
        target: key,
      });
    }
    await holdDraft(tx, workspaceId, key, operatorId, WRITER_HOLDS_MS);
    const state = await draftState(tx, workspaceId, key);
    announceSaved(tx, { workspaceId, key }, state.revision);
    return state;
  });
}

/** Throws `not_found`. */
export async function draftState(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  key: string,
): Promise<DraftState> {
  const state = await writerOf(db, workspaceId, key);
  if (!state) throw new AppError("not_found", `There is no workflow ${key}.`);
  const { writerId, ...rest } = state;
  if (writerId === null) return { ...rest, writer: null };
  const operator = await findOperatorById(db, writerId);
  return { ...rest, writer: { id: writerId, name: operator?.name ?? writerId } };
}

/** What the editor opens: the draft, or what is live. Throws `not_found`, and `conflict` without either. */
export async function storedDraft(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  key: string,
): Promise<{
  document: WorkflowDocument;
  state: DraftState;
  live: WorkflowDocument["definition"] | null;
}> {
  const found = await findWorkflow(db, workspaceId, key);
  const definition = found?.workflow.draft ?? found?.live?.definition;
  if (!found || !definition) throw new AppError("not_found", `There is no workflow ${key}.`);
  const { name, draft, draftTemplates, revision, liveVersion } = found.workflow;
  const { writer } = await draftState(db, workspaceId, key);
  // Of the row that was read: a newer revision would let its reader overwrite what they never saw.
  const state = { revision, liveVersion, hasDraft: draft !== null, writer };
  const document = { name, definition, contents: draftTemplates };
  return { document, state, live: found.live?.definition ?? null };
}

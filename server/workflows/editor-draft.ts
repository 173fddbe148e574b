import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { MINUTE_MS } from "@/core/time";
import { canonicalText, type WorkflowDocument } from "@/core/workflow/edit/document";
import { type Db, inTransaction, type Tx } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { findOperatorById } from "@/db/queries/operators";
import { holdDraft, letGoOfDraft, setDraft, writerOf } from "@/db/queries/workflow-drafts";
import { findVersion, findWorkflow, lockWorkflow, type WorkflowRow } from "@/db/queries/workflows";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";

/** How long a draft stays with whoever changed it last. */
export const WRITER_HOLDS_MS = 2 * MINUTE_MS;

type Writer = { workspaceId: WorkspaceId; operatorId: string; name: string };

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
  who: Writer,
  key: string,
  { document, ifMatch }: { document: WorkflowDocument; ifMatch: number },
): Promise<DraftState> {
  const { workspaceId, operatorId, name } = who;
  return inTransaction(ctx.db, async (tx) => {
    const stored = await requireWorkflow(tx, workspaceId, key);
    await refuseOther(tx, who, stored);
    if (stored.revision !== ifMatch) {
      throw new AppError("precondition_failed", "The workflow has changed since you read it.");
    }
    const draft = await differsFromLive(tx, workspaceId, stored, document);
    await setDraft(tx, { workspaceId, key, name: document.name, draft });
    if (stored.writerId !== operatorId || !isHeld(stored, new Date())) {
      const actor = { kind: "operator", id: operatorId, name } as const;
      await audit(tx, workspaceId, {
        id: newId(),
        actor,
        action: "workflow.draft_saved",
        target: key,
      });
    }
    await holdDraft(tx, workspaceId, key, operatorId, WRITER_HOLDS_MS);
    return draftState(tx, workspaceId, key);
  });
}

/** Makes the draft somebody's own, also while another one writes it. */
export async function takeOverDraft(ctx: Ctx, who: Writer, key: string): Promise<DraftState> {
  const { workspaceId, operatorId, name } = who;
  return inTransaction(ctx.db, async (tx) => {
    await requireWorkflow(tx, workspaceId, key);
    await holdDraft(tx, workspaceId, key, operatorId, WRITER_HOLDS_MS);
    const actor = { kind: "operator", id: operatorId, name } as const;
    await audit(tx, workspaceId, {
      id: newId(),
      actor,
      action: "workflow.draft_taken",
      target: key,
    });
    return draftState(tx, workspaceId, key);
  });
}

/** Lets go of the draft, when it is theirs. */
export const releaseDraft = (ctx: Ctx, who: Writer, key: string): Promise<void> =>
  inTransaction(ctx.db, (tx) => letGoOfDraft(tx, who.workspaceId, key, who.operatorId));

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

async function requireWorkflow(tx: Tx, workspaceId: WorkspaceId, key: string) {
  const stored = await lockWorkflow(tx, workspaceId, key);
  if (!stored) throw new AppError("not_found", `There is no workflow ${key}.`);
  return stored;
}

const isHeld = ({ writerId, writerUntil }: WorkflowRow, now: Date): boolean =>
  writerId !== null && writerUntil !== null && writerUntil > now;

async function refuseOther(tx: Tx, who: Writer, stored: WorkflowRow): Promise<void> {
  const { writer } = await draftState(tx, who.workspaceId, stored.key);
  if (writer === null || writer.id === who.operatorId) return;
  throw new AppError("conflict", "Somebody else is writing this draft.");
}

/** The draft to store: null where it says what the live version says. */
async function differsFromLive(
  tx: Tx,
  workspaceId: WorkspaceId,
  { key, liveVersion }: WorkflowRow,
  document: WorkflowDocument,
): Promise<Pick<WorkflowDocument, "definition" | "contents"> | null> {
  const { definition, contents } = document;
  if (liveVersion === null || Object.keys(contents).length > 0) return { definition, contents };
  const live = await findVersion(tx, workspaceId, key, liveVersion);
  const same = live && canonicalText(live.definition) === canonicalText(definition);
  return same ? null : { definition, contents };
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

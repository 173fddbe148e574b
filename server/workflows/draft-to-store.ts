import type { WorkspaceId } from "@/core/ids";
import type { DraftTemplates } from "@/core/template/draft-template";
import type { Definition } from "@/core/workflow/definition";
import { canonicalText, type WorkflowDocument } from "@/core/workflow/edit/document";
import type { Tx } from "@/db/client";
import { findVersion, type WorkflowRow } from "@/db/queries/workflows";
import { changedTemplates, splitContents } from "./workflow-contents";

/**
 * What to store of a document: no draft where it says what is live, by its definition and by every
 * content it sends. Contents that nothing sends make no draft and wait beside it.
 */
export async function draftToStore(
  tx: Tx,
  workspaceId: WorkspaceId,
  { key, liveVersion }: Pick<WorkflowRow, "key" | "liveVersion">,
  { definition, contents }: Pick<WorkflowDocument, "definition" | "contents">,
): Promise<{ draft: Definition | null; contents: DraftTemplates }> {
  const asIs = { draft: definition, contents };
  if (liveVersion === null) return asIs;
  const live = await findVersion(tx, workspaceId, key, liveVersion);
  if (!live || canonicalText(live.definition) !== canonicalText(definition)) return asIs;
  const { sent, left } = await splitContents(tx, workspaceId, definition, contents);
  const changed = await changedTemplates(tx, workspaceId, sent);
  return Object.keys(changed).length > 0 ? asIs : { draft: null, contents: left };
}

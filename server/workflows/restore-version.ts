import { AppError } from "@/core/errors";
import { setDraft } from "@/db/queries/workflow-drafts";
import { findVersion } from "@/db/queries/workflows";
import type { Who } from "../cases/verbs";
import type { Ctx } from "../context";
import { changeFacts } from "../workspaces/change-facts";
import { type Published, publishWorkflow } from "./publish";
import { refuseOtherWriter } from "./refuse-other-writer";
import { requireWorkflow } from "./require-workflow";
import { splitContents } from "./workflow-contents";

type Restore = {
  version: number;
  /** The revision the operator has seen; refused with `precondition_failed` when another one is stored. */
  ifMatch: number;
};

/**
 * Makes an earlier version the draft, in place of the one there is and the contents that sends; the
 * words of its messages stay as they are, for contents have no versions. Contents that neither sends
 * are kept. The live version as a draft is no draft. Throws `not_found`,
 * and `conflict` while somebody else writes.
 */
export async function restoreVersion(
  ctx: Ctx,
  who: Who,
  key: string,
  { version, ifMatch }: Restore,
): Promise<void> {
  const { workspaceId, actor } = who;
  const detail = { version };
  const change = { action: "workflow.draft_restored" as const, target: key, detail };
  await changeFacts(ctx, who, change, async (tx) => {
    const stored = await requireWorkflow(tx, workspaceId, key, ifMatch);
    await refuseOtherWriter(tx, workspaceId, key, actor);
    const found = await findVersion(tx, workspaceId, key, version);
    if (!found) throw new AppError("not_found", `${key} has no version ${version}.`);
    const { definition } = found;
    const draft = version === stored.liveVersion ? null : definition;
    let contents = stored.draftTemplates;
    for (const document of [stored.draft ?? definition, definition]) {
      contents = (await splitContents(tx, workspaceId, document, contents)).left;
    }
    await setDraft(tx, { workspaceId, key, name: stored.name, draft, contents });
  });
}

type RollBack = {
  toVersion: number;
  inFlight: "finish" | "move";
  spreadMinutes?: number;
  note?: string;
  confirmToken?: string;
};

/**
 * Publishes an earlier version again, as the next one; a draft stays as it is. Refuses what
 * `publishWorkflow` refuses, and with `conflict` the version that is live.
 */
export const rollBack = (
  ctx: Ctx,
  who: Who,
  key: string,
  { toVersion, ...input }: RollBack,
): Promise<Published> => publishWorkflow(ctx, who, key, { ...input, restore: toVersion });

import { createHash } from "node:crypto";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import type { DraftTemplates } from "@/core/template/draft-template";
import type { Definition } from "@/core/workflow/definition";
import { canonicalText } from "@/core/workflow/edit/document";
import type { Db, Tx } from "@/db/client";
import { findSameVersion, findVersion } from "@/db/queries/workflows";
import type { Drafted } from "./workflow-rows";

/** What is about to become the next version. */
export type Source = {
  definition: Definition;
  /** The draft's changed contents; an earlier version has none, for contents have no versions. */
  templates: DraftTemplates;
  /** The version it is taken back from. */
  restoredFrom: number | null;
};

/**
 * The draft, or an earlier version to be made live again. Throws `conflict` without a draft and for
 * the version that is live, and `not_found` for one that is not there.
 */
export async function sourceOf(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  drafted: Drafted,
  restore: number | undefined,
): Promise<Source> {
  const { key, draft, liveVersion, draftTemplates } = drafted;
  if (restore === undefined) {
    if (!draft) throw new AppError("conflict", `${key} has no draft: what is live is the newest.`);
    const same = await findSameVersion(db, workspaceId, key, draft);
    const restoredFrom = same === liveVersion ? null : same;
    return { definition: draft, templates: draftTemplates, restoredFrom };
  }
  if (restore === liveVersion) {
    throw new AppError("conflict", `Version ${restore} of ${key} is live already.`);
  }
  const version = await findVersion(db, workspaceId, key, restore);
  if (!version) throw new AppError("not_found", `${key} has no version ${restore}.`);
  return { definition: version.definition, templates: {}, restoredFrom: restore };
}

/** Stands for exactly this document with its contents on top of this live version. */
export const tokenOf = ({ liveVersion, key }: Drafted, source: Source): string =>
  createHash("sha256")
    .update(canonicalText([key, liveVersion, source]))
    .digest("base64url");

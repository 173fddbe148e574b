import { createHash } from "node:crypto";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import type { Template } from "@/core/template/content";
import type { DraftTemplates } from "@/core/template/draft-template";
import type { Definition } from "@/core/workflow/definition";
import { canonicalText } from "@/core/workflow/edit/document";
import type { Db, Tx } from "@/db/client";
import { findTemplates } from "@/db/queries/workflow-files";
import { findSameVersion, findVersion } from "@/db/queries/workflows";
import { differing, splitContents } from "./workflow-contents";
import type { Drafted } from "./workflow-rows";

/** What is about to become the next version. */
export type Source = {
  definition: Definition;
  /** The draft's contents that it sends and that are not published just so; an earlier version has none, for contents have no versions. */
  templates: DraftTemplates;
  /** Contents that nothing sends: they stay where they are for later. */
  left: DraftTemplates;
  /** What is published under the keys of `templates`. */
  published: ReadonlyMap<string, Template>;
  /** The version it is taken back from. */
  restoredFrom: number | null;
};

/**
 * The draft, or an earlier version to be made live again. Throws `conflict` without a draft and for
 * the version that is live, and `not_found` for one that is not there. `lock` keeps what is published
 * as it is until the transaction ends.
 */
export async function sourceOf(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  drafted: Drafted,
  restore: number | undefined,
  options: { lock?: boolean } = {},
): Promise<Source> {
  const { key, draft, liveVersion, draftTemplates } = drafted;
  if (restore === undefined) {
    if (!draft) throw new AppError("conflict", `${key} has no draft: what is live is the newest.`);
    const same = await findSameVersion(db, workspaceId, key, draft);
    const restoredFrom = same === liveVersion ? null : same;
    const { sent, left } = await splitContents(db, workspaceId, draft, draftTemplates);
    const published = await findTemplates(db, workspaceId, Object.keys(sent), options);
    const beside = { templates: differing(sent, published), left, published };
    return { definition: draft, ...beside, restoredFrom };
  }
  if (restore === liveVersion) {
    throw new AppError("conflict", `Version ${restore} of ${key} is live already.`);
  }
  const version = await findVersion(db, workspaceId, key, restore);
  if (!version) throw new AppError("not_found", `${key} has no version ${restore}.`);
  const beside = { templates: {}, left: draftTemplates, published: new Map() };
  return { definition: version.definition, ...beside, restoredFrom: restore };
}

/** Stands for exactly this document with its contents on top of this live version and what is published. */
export const tokenOf = (
  { liveVersion, key }: Drafted,
  { definition, templates, published, restoredFrom }: Source,
): string => {
  const over = Object.fromEntries(published);
  return createHash("sha256")
    .update(canonicalText([key, liveVersion, { definition, templates, over, restoredFrom }]))
    .digest("base64url");
};

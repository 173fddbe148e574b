import type { WorkspaceId } from "@/core/ids";
import type { PageLanguage } from "@/core/person-side/page-language";
import type { Ctx } from "@/server/context";
import { loadReader } from "@/server/public/link";
import { preferencePageHtml } from "@/server/public/preferences/render";

/**
 * The preference page of a person to look at, as a document in which nothing does anything; no link
 * of theirs is made for it. `language` in place of their own. Null where there is no such person.
 */
export async function previewPreferences(
  ctx: Ctx,
  workspaceId: WorkspaceId,
  personId: string,
  language: PageLanguage | null,
): Promise<string | null> {
  const reader = await loadReader(ctx.db, workspaceId, personId);
  return reader && preferencePageHtml(ctx, reader, language);
}

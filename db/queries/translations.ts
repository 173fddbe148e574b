import { asc, eq } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db } from "@/db/client";
import { templates } from "@/db/schema/workflows";

export const TEMPLATES_SHOWN_MAX = 500;

export type Translations = { key: string; channel: string; written: string[] };

/** The languages each template is written in beside its own, by key. */
export async function listTranslations(db: Db, workspaceId: WorkspaceId): Promise<Translations[]> {
  const rows = await db
    .select({ key: templates.key, template: templates.template })
    .from(templates)
    .where(eq(templates.workspaceId, workspaceId))
    .orderBy(asc(templates.key))
    .limit(TEMPLATES_SHOWN_MAX);
  return rows.map(({ key, template }) => ({
    key,
    channel: template.channel,
    written: Object.keys(template.locales ?? {}),
  }));
}

import { and, eq, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import { textsOf } from "@/core/template/content-problems";
import { snippetsIn } from "@/core/template/snippet";
import type { Tx } from "@/db/client";
import { templates } from "@/db/schema/workflows";

/** The templates that name a layout or a snippet, in words. */
export async function templatesNaming(
  tx: Tx,
  workspaceId: WorkspaceId,
  named: { layout: string } | { snippet: string },
): Promise<string[]> {
  const mayName =
    "layout" in named
      ? sql`${templates.template}->>'layout' = ${named.layout}`
      : sql`position('snippet' in ${templates.template}::text) > 0`;
  const rows = await tx
    .select({ key: templates.key, template: templates.template })
    .from(templates)
    .where(and(eq(templates.workspaceId, workspaceId), mayName));
  return rows
    .filter(({ template: { content, locales = {} } }) => {
      if ("layout" in named) return true;
      const texts = [content, ...Object.values(locales)].flatMap((each) => textsOf(each));
      return texts.some(({ text }) => snippetsIn(text).some(({ key }) => key === named.snippet));
    })
    .map(({ key }) => `template ${key}`);
}

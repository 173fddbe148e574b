import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import { pickContent, Template } from "@/core/template/content";
import { renderText } from "@/core/template/liquid";
import type { RenderScope } from "@/core/template/scope";
import type { Instant } from "@/core/time";
import type { Db } from "@/db/client";

const TITLE_MAX = 80;

/**
 * What messages would be called if they left now: subject, title, or the first line of the body, by
 * template key. A template that cannot be rendered yet keeps its key.
 */
export async function templateTitles(
  db: Db,
  workspaceId: WorkspaceId,
  keys: readonly string[],
  scope: RenderScope,
  reader: { locale: string; zone: string; now: Instant },
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await db.execute<{ key: string; template: unknown }>(sql`
    select key, template from templates where workspace_id = ${workspaceId}
      and key = any(${sql.param([...new Set(keys)])}::text[])`);
  const titles = new Map<string, string>();
  for (const { key, template } of rows) {
    const content = pickContent(Template.parse(template), reader.locale);
    const text = content.subject ?? content.title ?? content.body.split("\n")[0] ?? "";
    const rendered = renderText(text, scope, { ...reader, escape: "subject" });
    if (rendered.ok && rendered.text !== "") titles.set(key, shortened(rendered.text));
  }
  return titles;
}

const shortened = (text: string): string =>
  text.length > TITLE_MAX ? `${text.slice(0, TITLE_MAX - 1)}…` : text;

import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import { pickContent, Template } from "@/core/template/content";
import { renderText } from "@/core/template/liquid";
import type { RenderScope } from "@/core/template/scope";
import type { Instant } from "@/core/time";
import type { Db } from "@/db/client";

const TITLE_MAX = 80;

/** What a message of this template would be called if it left at that moment; undefined when it cannot be told yet. */
export type TitleAt = (key: string, at: Instant) => string | undefined;

/** What messages and their buttons are called; a button by the name of its action. */
type TemplateWords = { titleAt: TitleAt; buttonLabel: (action: string) => string | undefined };

/** Loads these templates, to tell what messages will be called: subject, title, or the first line of the body. */
export async function templateTitles(
  db: Db,
  workspaceId: WorkspaceId,
  keys: readonly string[],
  scope: RenderScope,
  { now, ...reader }: { locale: string; home: string; zone: string; now: Instant },
): Promise<TemplateWords> {
  const rows = await db.execute<{ key: string; template: unknown }>(sql`
    select key, template from templates where workspace_id = ${workspaceId}
      and key = any(${sql.param([...new Set(keys)])}::text[])`);
  const texts = new Map<string, string>();
  const labels = new Map<string, string>();
  for (const { key, template } of rows) {
    const content = pickContent(Template.parse(template), reader.locale, reader.home);
    texts.set(key, content.subject ?? content.title ?? content.body.split("\n")[0] ?? "");
    for (const { id, label } of content.actions ?? []) labels.set(id, label);
  }
  const said = (text = "", at: Instant) => {
    const options = { ...reader, now: at, escape: "subject" as const };
    const rendered = renderText(text, { ...scope, now: at }, options);
    return rendered.ok && rendered.text !== "" ? shortened(rendered.text) : undefined;
  };
  return {
    titleAt: (key, at) => said(texts.get(key), at),
    buttonLabel: (action) => said(labels.get(action), now),
  };
}

const shortened = (text: string): string =>
  text.length > TITLE_MAX ? `${text.slice(0, TITLE_MAX - 1)}…` : text;

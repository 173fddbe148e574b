import type { FieldError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import type { Content, Template } from "@/core/template/content";
import { contentProblems } from "@/core/template/content-problems";
import type { Snippets } from "@/core/template/snippet";
import type { Db } from "@/db/client";
import { findKeyed } from "@/db/queries/keyed";
import { allSnippets } from "@/db/queries/snippets";

/** What stands against saving a template: texts that cannot be read, names of nothing. */
export async function templateErrors(
  db: Db,
  workspaceId: WorkspaceId,
  template: Template,
): Promise<FieldError[]> {
  const { layout, content, locales = {} } = template;
  const [snippets, found] = await Promise.all([
    allSnippets(db, workspaceId),
    layout === undefined ? null : findKeyed(db, workspaceId, "layouts", layout),
  ]);
  const isUnknown = layout !== undefined && found === undefined;
  return [
    ...(isUnknown ? [{ path: "layout", message: `there is no layout "${layout}"` }] : []),
    ...problemsIn("content", content, snippets),
    ...Object.entries(locales).flatMap(([locale, each]) =>
      problemsIn(`locales.${locale}`, each, snippets),
    ),
  ];
}

const problemsIn = (base: string, content: Content, snippets: Snippets): FieldError[] =>
  contentProblems(content, snippets).map(({ field, message, line, column }) => ({
    path: `${base}.${field}`,
    message: `line ${line}, column ${column}: ${message}`,
  }));

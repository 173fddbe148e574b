import type { Content } from "@/core/template/content";
import { parseTemplate, type TemplateProblem, variablesOf } from "@/core/template/liquid";
import { isScopeRoot, SCOPE_ROOTS } from "@/core/template/scope";

export type ContentProblem = { field: string } & TemplateProblem;

/** Every Liquid text of a content with the dotted name of its field. */
export function textsOf(content: Content): { field: string; text: string }[] {
  const texts: { field: string; text: string | undefined }[] = [
    { field: "subject", text: content.subject },
    { field: "preheader", text: content.preheader },
    { field: "title", text: content.title },
    { field: "body", text: content.body },
  ];
  (content.actions ?? []).forEach((action, index) => {
    texts.push({ field: `actions.${index}.label`, text: action.label });
    texts.push({ field: `actions.${index}.url`, text: action.url });
    (action.choices ?? []).forEach((choice, at) => {
      texts.push({ field: `actions.${index}.choices.${at}`, text: choice });
    });
  });
  return texts.flatMap(({ field, text }) => (text === undefined ? [] : [{ field, text }]));
}

/** What can be told about a content without data: texts that do not parse, names nothing stands behind. */
export function contentProblems(content: Content): ContentProblem[] {
  return textsOf(content).flatMap(({ field, text }): ContentProblem[] => {
    const parsed = parseTemplate(text);
    if (!parsed.ok) return [{ field, ...parsed.problem }];
    return variablesOf(text)
      .filter((path) => !isScopeRoot(path.split(/[.[]/)[0] ?? ""))
      .map((path) => ({
        field,
        message: unknownName(path),
        ...placeOf(text, path),
      }));
  });
}

/** The dotted paths a whole content reads, without repeats: what a renderer must load. */
export function variablesOfContent(content: Content): string[] {
  return [...new Set(textsOf(content).flatMap(({ text }) => variablesOf(text)))];
}

const unknownName = (path: string) =>
  `there is no "${path}" here; a message can read ${SCOPE_ROOTS.join(", ")}`;

function placeOf(text: string, path: string): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, text.indexOf(path))).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

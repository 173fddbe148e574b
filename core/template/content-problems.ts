import type { Content } from "@/core/template/content";
import { parseTemplate, type TemplateProblem, variablesOf } from "@/core/template/liquid";
import { isScopeRoot, SCOPE_ROOTS } from "@/core/template/scope";
import { reachedSnippets, type Snippets, snippetsIn } from "@/core/template/snippet";

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

/**
 * What can be told about a content without data: texts that do not parse, names nothing stands behind,
 * and snippets that are not there. `snippets` null: not known, so not checked.
 */
export const contentProblems = (content: Content, snippets: Snippets | null): ContentProblem[] =>
  textsOf(content).flatMap(({ field, text }) =>
    textProblems(text, snippets).map((problem) => ({ field, ...problem })),
  );

/** As `contentProblems`, of one text. */
export function textProblems(text: string, snippets: Snippets | null): TemplateProblem[] {
  const names = variablesOf(text)
    .filter((path) => !isScopeRoot(path.split(/[.[]/)[0] ?? ""))
    .map((path) => ({ message: unknownName(path), ...placeOf(text, text.indexOf(path)) }));
  return [...unreadable(text, snippets), ...names];
}

/** Why a text cannot be written, whatever the data: Liquid that does not parse, snippets that are not there. */
export function unreadable(text: string, snippets: Snippets | null): TemplateProblem[] {
  const parsed = parseTemplate(text);
  return parsed.ok ? snippetProblems(text, snippets) : [parsed.problem];
}

function snippetProblems(text: string, snippets: Snippets | null): TemplateProblem[] {
  if (snippets === null) return [];
  return snippetsIn(text).flatMap(({ key, at }): TemplateProblem[] => {
    const place = placeOf(text, at);
    if (!snippets.has(key)) return [{ message: `there is no snippet "${key}"`, ...place }];
    const { unknown, endless } = reachedSnippets([`{% snippet "${key}" %}`], snippets);
    const lost = unknown.map((one) => `the snippet "${key}" needs "${one}", which is not there`);
    const why = endless?.isCircle ? "holds itself" : "is nested too deep";
    const deep = endless === null ? [] : [`the snippet "${endless.key}" ${why}`];
    return [...lost, ...deep].map((message) => ({ message, ...place }));
  });
}

/** The dotted paths a whole content reads, snippets included, without repeats: what a renderer must load. */
export function variablesOfContent(content: Content, snippets: Snippets | null = null): string[] {
  const texts = textsOf(content).map(({ text }) => text);
  const inner = snippets === null ? [] : reachedSnippets(texts, snippets).texts;
  return [...new Set([...texts, ...inner].flatMap(variablesOf))];
}

const unknownName = (path: string) =>
  `there is no "${path}" here; a message can read ${SCOPE_ROOTS.join(", ")}`;

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, at)).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

import type { Channel } from "@/core/template/channel";
import { ACTIONS_MAX, type ActionKind, type Template } from "@/core/template/content";
import { IN_APP_ADVISED_ACTIONS } from "@/core/template/copy-checks";
import type { DraftAction, DraftContent, DraftTemplate } from "@/core/template/draft-template";

/** The words in a language; `null` is the template's own. */
export const contentIn = (draft: DraftTemplate, tag: string | null): DraftContent =>
  (tag === null ? undefined : draft.locales?.[tag]) ?? draft.content;

export function withContent(
  draft: DraftTemplate,
  tag: string | null,
  content: DraftContent,
): DraftTemplate {
  if (tag === null) return { ...draft, content };
  return { ...draft, locales: { ...draft.locales, [tag]: content } };
}

/** Another language, which begins with the words of the template's own. */
export const withLanguage = (draft: DraftTemplate, tag: string): DraftTemplate =>
  withContent(draft, tag, draft.content);

export function withoutLanguage(draft: DraftTemplate, tag: string): DraftTemplate {
  const { locales = {}, ...rest } = draft;
  const kept = Object.entries(locales).filter(([each]) => each !== tag);
  return kept.length === 0 ? rest : { ...rest, locales: Object.fromEntries(kept) };
}

/** Languages whose words were not touched since those of the template's own were, compared with what is live. */
export function languagesBehind(draft: DraftTemplate, published: Template | null): string[] {
  if (published === null || sameWords(draft.content, published.content)) return [];
  return Object.entries(draft.locales ?? {}).flatMap(([tag, content]) => {
    const before = published.locales?.[tag];
    return before !== undefined && sameWords(content, before) ? [tag] : [];
  });
}

const sameWords = (a: DraftContent, b: DraftContent) => wordsOf(a) === wordsOf(b);
const wordsOf = ({ subject, preheader, title, body, actions = [] }: DraftContent) =>
  JSON.stringify([
    subject ?? "",
    preheader ?? "",
    title ?? "",
    body,
    actions.map(({ id, label, kind, url, choices, resolves }) => [
      id,
      label,
      kind,
      url ?? "",
      choices ?? [],
      resolves ?? null,
    ]),
  ]);

/** Languages that people here read and the template is not written in; `home` is its own. */
export function languagesMissing(
  draft: DraftTemplate,
  read: readonly (string | null)[],
  home: string,
): string[] {
  const languageOf = (tag: string) => tag.toLowerCase().split("-")[0] ?? tag;
  const written = new Set([home, ...Object.keys(draft.locales ?? {})].map(languageOf));
  const wanted = read.flatMap((tag) => (tag === null ? [] : [languageOf(tag)]));
  return [...new Set(wanted)].filter((language) => !written.has(language));
}

type LineField = "subject" | "preheader" | "title";

/** An empty line is none at all. */
export function withLine(content: DraftContent, field: LineField, text: string): DraftContent {
  if (text !== "") return { ...content, [field]: text };
  const { [field]: _, ...rest } = content;
  return rest;
}

export function withActions(content: DraftContent, actions: readonly DraftAction[]): DraftContent {
  if (actions.length > 0) return { ...content, actions: [...actions] };
  const { actions: _, ...rest } = content;
  return rest;
}

/** The inbox has room for two buttons; elsewhere there are as many as a message may have. */
export const actionsMax = (channel: Channel): number =>
  channel === "in_app" ? IN_APP_ADVISED_ACTIONS : ACTIONS_MAX;

/** A new button, by a name that none of the others has. */
export function newAction(actions: readonly DraftAction[], kind: ActionKind, label: string) {
  const taken = new Set(actions.map(({ id }) => id));
  let id: string = kind;
  for (let n = 2; taken.has(id); n++) id = `${kind}-${n}`;
  return ofKind({ id, label, kind }, kind);
}

/** A button of another kind keeps its words and what that kind has, too. */
export function ofKind(action: DraftAction, kind: ActionKind): DraftAction {
  const { url, choices, ...rest } = action;
  const next: DraftAction = { ...rest, kind };
  if (kind === "link") next.url = url ?? "";
  if (kind === "choice") next.choices = choices && choices.length > 0 ? choices : ["", ""];
  return next;
}

/** A list with one of its members a place further; unchanged at its ends. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const next = [...list];
  const to = index + by;
  const [one, other] = [next[index], next[to]];
  if (one === undefined || other === undefined) return next;
  next[index] = other;
  next[to] = one;
  return next;
}

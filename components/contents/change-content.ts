import type { Channel } from "@/core/template/channel";
import { ACTIONS_MAX, type ActionKind, type Template } from "@/core/template/content";
import { IN_APP_ADVISED_ACTIONS } from "@/core/template/copy-checks";
import type { DraftAction, DraftContent, DraftTemplate } from "@/core/template/draft-template";
import { changedSince, type Piece, upToDate, withWords } from "@/core/template/translation";

/** The words in a language; `null` is the template's own. */
export const contentIn = (draft: DraftTemplate, tag: string | null): DraftContent =>
  (tag === null ? undefined : draft.locales?.[tag]) ?? draft.content;

/** Another language, which begins with the words of the template's own: all of them are still to be translated. */
export const withLanguage = (draft: DraftTemplate, tag: string): DraftTemplate =>
  withWords(draft, tag, { ...draft.content, translatedFrom: [] });

export function withoutLanguage(draft: DraftTemplate, tag: string): DraftTemplate {
  const { locales = {}, ...rest } = draft;
  const kept = Object.entries(locales).filter(([each]) => each !== tag);
  return kept.length === 0 ? rest : { ...rest, locales: Object.fromEntries(kept) };
}

/**
 * The texts of the template's own that changed since a translation was made. Of one that never said what
 * it was made from, those that changed since it is live, if nobody touched it since.
 */
export const changesBehind = (
  draft: DraftTemplate,
  tag: string,
  published: Template | null,
): Piece[] => changedSince(asMade(draft, tag, published), tag) ?? [];

/** A translation is confirmed: all of it, or one piece. */
export const confirmed = (
  draft: DraftTemplate,
  tag: string,
  published: Template | null,
  piece?: Piece,
): DraftTemplate => upToDate(asMade(draft, tag, published), tag, piece);

/** The draft with what the translation was made from, as far as anybody can tell. */
function asMade(draft: DraftTemplate, tag: string, published: Template | null): DraftTemplate {
  const words = draft.locales?.[tag];
  const live = published?.locales?.[tag];
  if (!published || !words || !live || words.translatedFrom || !sameWords(words, live))
    return draft;
  const told = withWords(published, null, draft.content).locales?.[tag];
  if (told?.translatedFrom === undefined) return draft;
  const { translatedFrom } = told;
  return { ...draft, locales: { ...draft.locales, [tag]: { ...words, translatedFrom } } };
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

import { z } from "zod";
import { inLanguage } from "./in-language";
import { LOCALES_MAX, Locale } from "./locale";

export const SNIPPET_CHARS_MAX = 8 * 1024;
/** In one workspace. */
export const SNIPPETS_MAX = 200;
/** A snippet may use another one, which may use a third. */
export const SNIPPET_DEPTH_MAX = 3;
/** Places of one text in which snippets are put, those inside snippets among them. */
export const SNIPPET_PLACES_MAX = 100;

const Text = z.string().trim().min(1, "a snippet needs words").max(SNIPPET_CHARS_MAX);

/** Words that many messages share: Liquid and Markdown, in any number of languages. */
export const Snippet = z.strictObject({
  text: Text,
  locales: z
    .record(Locale, Text)
    .refine((locales) => Object.keys(locales).length <= LOCALES_MAX, {
      message: `at most ${LOCALES_MAX} languages`,
    })
    .optional(),
});
export type Snippet = z.infer<typeof Snippet>;

/** The snippets of a workspace, by key. */
export type Snippets = ReadonlyMap<string, Snippet>;

/** The text of a snippet for one reader; null where there is none of that key. */
export type SnippetSource = (key: string) => string | null;

export const snippetsFor =
  (snippets: Snippets, reader: { locale: string; home: string }): SnippetSource =>
  (key) => {
    const snippet = snippets.get(key);
    return snippet ? inLanguage({ own: snippet.text, others: snippet.locales }, reader) : null;
  };

const USE = /\{%-?\s*snippet\s+(?:"([^"]*)"|'([^']*)')\s*-?%\}/g;

/** The snippets a text names, with where each stands for the first time. */
export function snippetsIn(text: string): { key: string; at: number }[] {
  const first = new Map<string, number>();
  for (const use of text.matchAll(USE)) {
    const key = use[1] ?? use[2] ?? "";
    if (!first.has(key)) first.set(key, use.index);
  }
  return [...first].map(([key, at]) => ({ key, at }));
}

const textsOf = ({ text, locales = {} }: Snippet): string[] => [text, ...Object.values(locales)];

/** Whether following what a snippet uses leads back to it. */
function holdsItself(key: string, snippets: Snippets): boolean {
  const seen = new Set<string>();
  const next = [key];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    const snippet = snippets.get(at);
    for (const use of snippet ? textsOf(snippet).flatMap(snippetsIn) : []) {
      if (use.key === key) return true;
      if (!seen.has(use.key)) next.push(use.key);
      seen.add(use.key);
    }
  }
  return false;
}

export type Reached = {
  /** Those that are there, in every language. */
  texts: string[];
  unknown: string[];
  /** A snippet that would hold itself, or one that is nested too deep. */
  endless: { key: string; isCircle: boolean } | null;
};

/** All that texts print through snippets, those inside snippets among it. */
export function reachedSnippets(texts: readonly string[], snippets: Snippets): Reached {
  const reached: Reached = { texts: [], unknown: [], endless: null };
  const seen = new Set<string>();
  let level = [...new Set(texts.flatMap((text) => snippetsIn(text).map(({ key }) => key)))];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > SNIPPET_DEPTH_MAX) {
      const circle = level.find((key) => holdsItself(key, snippets));
      reached.endless = { key: circle ?? level[0] ?? "", isCircle: circle !== undefined };
      break;
    }
    const inner = new Set<string>();
    for (const key of level) {
      const snippet = snippets.get(key);
      if (!snippet) reached.unknown.push(key);
      const own = snippet ? textsOf(snippet) : [];
      if (!seen.has(key)) reached.texts.push(...own);
      seen.add(key);
      for (const text of own) for (const use of snippetsIn(text)) inner.add(use.key);
    }
    level = [...inner];
  }
  reached.unknown = [...new Set(reached.unknown)];
  return reached;
}

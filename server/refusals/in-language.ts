import { z } from "zod";
import { GERMAN } from "./de";
import { inputWords } from "./input-words";

const CATALOGUES: Readonly<Record<string, Readonly<Record<string, string>>>> = { de: GERMAN };

/** Where the values of a pattern stand in a sentence. */
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

type Pattern = { english: RegExp; other: string; fixed: number };

const patterns = new Map<string, readonly Pattern[]>();

/** The patterns of a language, those with the most words of their own first. */
function patternsOf(language: string): readonly Pattern[] {
  const known = patterns.get(language);
  if (known) return known;
  const made = Object.entries(CATALOGUES[language] ?? {})
    .filter(([english]) => english.includes("{}"))
    .map(([english, other]) => ({
      english: new RegExp(`^${english.split("{}").map(escaped).join("(.+?)")}$`, "s"),
      other,
      fixed: english.length,
    }))
    .sort((a, b) => b.fixed - a.fixed);
  patterns.set(language, made);
  return made;
}

/**
 * A sentence of the server in the reader's language; as it is when that language is English or does
 * not have it.
 */
export function inLanguage(locale: string, sentence: string): string {
  const [language = ""] = locale.split("-");
  const catalogue = Object.hasOwn(CATALOGUES, language) ? CATALOGUES[language] : undefined;
  if (!catalogue) return sentence;
  if (Object.hasOwn(catalogue, sentence)) return catalogue[sentence] ?? sentence;
  for (const { english, other } of patternsOf(language)) {
    const found = english.exec(sentence);
    if (!found) continue;
    return other.replace(/\{(\d)\}/g, (_, at) => inLanguage(locale, found[Number(at)] ?? ""));
  }
  return sentence;
}

const german = z.locales.de().localeError;

/** What is wrong with an input, in the reader's language, where its schema has no words of its own. */
export const localizedIssue = (locale: string): z.core.$ZodErrorMap =>
  locale.startsWith("de") ? german : inputWords;

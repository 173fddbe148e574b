import { type AllWords, type LaterWords, loadWords, localeOf } from "./words";

const LANGUAGES: Record<string, () => Promise<LaterWords>> = {
  en: async () => (await import("./words/later/en")).en,
  de: async () => (await import("./words/later/de")).de,
  ar: async () => (await import("./words/later/ar")).ar,
};

/** All words of a language, also those that a first look at the panel does without. */
export async function loadAllWords(lang: string): Promise<AllWords> {
  const load = LANGUAGES[localeOf(lang).toLowerCase().split("-")[0] ?? ""];
  if (!load) throw new Error("No words");
  const [first, later] = await Promise.all([loadWords(lang), load()]);
  return { ...first, ...later };
}

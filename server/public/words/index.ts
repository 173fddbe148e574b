import { type Language, languageOf } from "@/core/sentence/locale";
import { de } from "./de";
import { en } from "./en";
import type { PublicWords } from "./words";

const WORDS = { en, de } as const satisfies Record<Language, PublicWords>;

/** The words for a reader's locale; English where there are none. */
export const publicWords = (locale: string): PublicWords => WORDS[languageOf(locale)];

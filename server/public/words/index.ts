import { type PageLanguage, publicLanguageOf } from "@/core/person-side/page-language";
import { ar } from "./ar";
import { de } from "./de";
import { en } from "./en";
import type { PublicWords } from "./words";

/** One more language is one more folder here, and its name among `PAGE_LANGUAGES`. */
const WORDS = { en, de, ar } as const satisfies Record<PageLanguage, PublicWords>;

/** The words for a reader's locale; English where there are none. */
export const publicWords = (locale: string): PublicWords => WORDS[publicLanguageOf(locale)];

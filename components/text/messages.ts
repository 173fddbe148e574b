import { languageOf } from "@/core/sentence/locale";
import { de } from "./de";
import { en } from "./en";
import { isPseudo, pseudo } from "./pseudo";

type English = typeof en;

/** All texts of one language. */
export type Messages = {
  readonly [Area in keyof English]: { readonly [Key in keyof English[Area]]: string };
};

/** `cases.title`: an area and a key of it. */
export type TextKey = {
  [Area in keyof English & string]: `${Area}.${keyof English[Area] & string}`;
}[keyof English & string];

/** The texts for a reader; English for those whose language the console does not speak. */
export function messagesFor(locale: string): Messages {
  if (isPseudo(locale)) return pseudo(en);
  return languageOf(locale) === "de" ? de : en;
}

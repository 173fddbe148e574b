import { storableText, wholeCharacters } from "@/core/text";

/** As a database takes it, and no more than `charsMax`. */
export const cleanText = (text: string, charsMax: number): string =>
  wholeCharacters(storableText(text), charsMax);

/** One line of it: a subject or a name brings no line of its own. */
export const cleanLine = (text: string, charsMax: number): string =>
  cleanText(text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim(), charsMax);

const ADDRESS = /([^\s<>@,;"()]{1,64}@[^\s<>@,;"()]{1,255})>?\s*$/;

/** The bare address of `Name <address>`, in small letters; empty where there is none. */
export const addressIn = (text: string): string =>
  (ADDRESS.exec(cleanLine(text, 1_000))?.[1] ?? "").toLowerCase();

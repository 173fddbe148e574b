import { publicLanguageOf } from "@/core/person-side/page-language";
import { askedLocale } from "./guard";
import { html } from "./html";
import { pageResponse } from "./page";
import { publicWords } from "./words";

/** Where the buttons of a test message lead. Knows nobody and changes nothing. */
export function showTestPage(request: Request): Response {
  const locale = askedLocale(request);
  const { title, text } = publicWords(locale).problem.test;
  const main = html`<h1>${title}</h1><p>${text}</p>`;
  return pageResponse({ language: publicLanguageOf(locale), title, sender: null, main });
}

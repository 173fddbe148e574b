import { languageOf } from "@/core/sentence/locale";
import { preferredLocale } from "@/server/http/language";
import { html } from "./html";
import { pageResponse } from "./page";

const WORDS = {
  en: {
    title: "This was a test",
    text: "The buttons of a test message do nothing, and nothing was changed. In a real message, this one answers.",
  },
  de: {
    title: "Das war ein Test",
    text: "Die Knöpfe einer Testnachricht bewirken nichts, und es wurde nichts geändert. In einer echten Nachricht antwortet dieser.",
  },
};

/** Where the buttons of a test message lead. Knows nobody and changes nothing. */
export function showTestPage(request: Request): Response {
  const language = languageOf(preferredLocale(request.headers.get("accept-language"), "en"));
  const { title, text } = WORDS[language];
  const main = html`<h1>${title}</h1><p>${text}</p>`;
  return pageResponse({ language, title, sender: null, main });
}

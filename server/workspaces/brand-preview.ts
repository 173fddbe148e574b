import { languageOf } from "@/core/sentence/locale";
import { emailDocument } from "@/core/template/email-html";
import { html } from "@/server/public/html";
import { pageResponse } from "@/server/public/page";

export type PreviewedBrand = {
  name: string;
  color: string | null;
  address: string | null;
  logoUrl: string | null;
};

const WORDS = {
  en: {
    subject: "Invoice 2041",
    body: "Hello Ada,\n\nInvoice 2041 over **€ 120.00** is due on Friday.",
    paid: "Mark as paid",
    later: "Remind me later",
    why: "You get this message because “Invoice 2041” needs your attention.",
    due: "Due",
    when: "Fri 12 Dec",
    nothing: "Nothing happens until you press the button.",
  },
  de: {
    subject: "Rechnung 2041",
    body: "Guten Tag Ada,\n\ndie Rechnung 2041 über **120,00 €** ist am Freitag fällig.",
    paid: "Als bezahlt melden",
    later: "Später erinnern",
    why: "Sie bekommen diese Nachricht, weil „Rechnung 2041“ Ihre Aufmerksamkeit braucht.",
    due: "Fällig",
    when: "Fr., 12. Dez.",
    nothing: "Es geschieht nichts, bevor Sie den Knopf drücken.",
  },
};

const button = (id: string, label: string) => ({
  id,
  label,
  kind: "complete" as const,
  url: null,
  choices: [],
});

/** An email of a made-up case in this brand; its links lead nowhere. */
export function brandEmail(brand: PreviewedBrand, locale: string): string {
  const words = WORDS[languageOf(locale)];
  const { html: document } = emailDocument({
    content: {
      subject: words.subject,
      preheader: null,
      title: words.subject,
      body: words.body,
      actions: [button("paid", words.paid), button("later", words.later)],
    },
    brand,
    links: {
      action: () => "#",
      view: "#",
      unsubscribe: "#",
      preferences: "#",
      click: () => "#",
      openPixel: null,
    },
    locale,
    footerText: words.why,
  });
  return document;
}

/** The page behind a button of that email, in this brand. */
export function brandActionPage(brand: PreviewedBrand, locale: string): Promise<string> {
  const words = WORDS[languageOf(locale)];
  const main = html`<h1>${words.subject}</h1>
<dl><dt>${words.due}</dt><dd>${words.when}</dd></dl>
<form><button type="button">${words.paid}</button>
<p class="hint">${words.nothing}</p></form>`;
  const { name, color, address } = brand;
  const sender = { name, color: color ?? undefined, address: address ?? undefined };
  const language = languageOf(locale);
  return pageResponse({ language, title: words.paid, sender, main }).text();
}

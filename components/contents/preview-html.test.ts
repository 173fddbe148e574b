import { expect, test } from "vitest";
import { emailDocument } from "@/core/template/email-html";
import { previewHtml } from "./preview-html";

const { html } = emailDocument({
  content: {
    subject: "Invoice",
    preheader: null,
    title: null,
    body: "See ![the plan](https://x.example/a.png)",
    actions: [],
  },
  brand: { name: "Acme", logoUrl: "https://x.example/logo.png" },
  links: {
    action: () => "#",
    view: "#",
    unsubscribe: "#",
    preferences: null,
    click: (url) => url,
    openPixel: null,
  },
  locale: "en",
  footerText: "Why",
});
const shown = (scheme: "light" | "dark", images = true) =>
  previewHtml(html, { missing: [], scheme, images });

test("a scheme is shown whatever the machine prefers", () => {
  expect(shown("dark")).toContain("@media all{");
  expect(shown("light")).toContain("@media not all{");
  for (const scheme of ["dark", "light"] as const) {
    expect(shown(scheme)).not.toContain("prefers-color-scheme");
    expect(shown(scheme)).toContain(`:root{color-scheme:${scheme};`);
  }
});

test("without pictures their words stand there, and nothing is fetched", () => {
  expect(shown("light", false)).not.toContain("<img");
  expect(shown("light", false)).toMatch(/<span [^>]*>the plan<\/span>/);
  expect(shown("light", false)).toMatch(/<span [^>]*>Acme<\/span>/);
});

test("nothing but pictures can be fetched from inside a preview", () => {
  expect(shown("light")).toContain("default-src 'none'");
});

import { describe, expect, test } from "vitest";
import { type EmailInput, emailDocument } from "@/core/template/email-html";
import { SCHEME_COLOURS } from "@/core/template/email-layout";

const { ink: INK } = SCHEME_COLOURS.light;

const action = (id: string, label: string) => ({
  id,
  label,
  kind: "complete" as const,
  url: null,
  choices: [],
});

const input = (more: Partial<EmailInput> = {}): EmailInput => ({
  content: {
    subject: "Invoice <2041>",
    preheader: "Due on Friday",
    title: "Please & thanks",
    body: "Pay [here](https://x.example/a?b=1&c=2) by **Friday**.\n\n# Details",
    actions: [action("pay", 'Pay "now"'), action("later", "Later")],
  },
  brand: { name: "Acme <Ltd>", address: "1 Road" },
  links: {
    action: (id) => `https://app.example/a/${id}`,
    view: "https://app.example/v",
    unsubscribe: "https://app.example/u",
    preferences: "https://app.example/p",
    click: (url) => `https://app.example/c?to=${encodeURIComponent(url)}`,
    openPixel: "https://app.example/o.gif",
  },
  locale: "en",
  footerText: "You get this because invoice 2041 is yours.",
  ...more,
});

describe("the HTML of an email", () => {
  const { html } = emailDocument(input());

  test("escapes everything that is data", () => {
    expect(html).not.toContain("<2041>");
    expect(html).not.toContain("<Ltd>");
    expect(html).toContain("Please &#38; thanks");
    expect(html).toContain("Pay &#34;now&#34;");
  });

  test("shows a logo with the name in its stead, and only one from an https address", () => {
    const brand = (logoUrl: string) => ({ name: "Acme <Ltd>", logoUrl });
    const withLogo = emailDocument(input({ brand: brand("https://x.example/l.png?a=1&b=2") })).html;
    expect(withLogo).toContain('src="https://x.example/l.png?a=1&#38;b=2"');
    expect(withLogo).toContain('alt="Acme &#60;Ltd&#62;"');
    expect(emailDocument(input({ brand: brand("javascript:alert(1)") })).html).not.toContain(
      "javascript:",
    );
  });

  test("leads body links through the click address and keeps them whole", () => {
    expect(html).toContain(
      'href="https://app.example/c?to=https%3A%2F%2Fx.example%2Fa%3Fb%3D1%26c%3D2"',
    );
  });

  test("fills the first button with ink and only outlines the others", () => {
    const buttons = [...html.matchAll(/class="press (\w+)"[\s\S]*?bgcolor="([^"]+)"/g)];
    expect(buttons.map((found) => [found[1], found[2]])).toEqual([
      ["fill", INK],
      ["outline", SCHEME_COLOURS.light.card],
    ]);
  });

  test("says why, how to stop, where the settings are, and where to see it in a browser", () => {
    for (const part of ["invoice 2041 is yours", '/u"', '/p"', '/v"', "1 Road", "/o.gif"]) {
      expect(html).toContain(part);
    }
  });

  test("declares language, direction and both colour schemes", () => {
    expect(html).toContain('<html lang="en" dir="ltr"');
    expect(html).not.toMatch(/[\u27e6\u27e7]/);
    expect(html).toContain('content="light dark"');
    expect(emailDocument(input({ locale: "ar" })).html).toContain('lang="ar" dir="rtl"');
  });

  test("is balanced", () => {
    for (const tag of ["table", "tr", "td", "div", "a", "p", "h1"]) {
      const opened = html.match(new RegExp(`<${tag}[ >]`, "g"))?.length;
      expect([tag, html.match(new RegExp(`</${tag}>`, "g"))?.length]).toEqual([tag, opened]);
    }
  });

  test("takes a brand colour that is one, with words that can be read on it", () => {
    const branded = (color: string) => emailDocument(input({ brand: { name: "A", color } })).html;
    expect(branded("#ffee00")).toContain(`background:#ffee00;color:${INK}`);
    expect(branded("red;}</style>")).not.toContain("red;}");
  });

  test("is well below the 102 kB at which Gmail cuts", () => {
    expect(html.length).toBeLessThan(20_000);
  });
});

test("optional parts are left out", () => {
  const links = { ...input().links, preferences: null, openPixel: null };
  const content = { ...input().content, preheader: null, title: null, actions: [] };
  const { html, text } = emailDocument(input({ links, content }));
  expect(html).not.toMatch(/<img|app\.example\/p|display:none|app\.example\/a/);
  expect(text).not.toContain("app.example/p");
});

test("the plain text holds the same, in the reader's language", () => {
  expect(emailDocument(input({ locale: "de-AT" })).text).toBe(`Please & thanks

Pay here (https://x.example/a?b=1&c=2) by Friday.

Details

Pay "now": https://app.example/a/pay
Later: https://app.example/a/later

-- 
You get this because invoice 2041 is yours.
Einstellungen für Nachrichten: https://app.example/p
Abmelden: https://app.example/u
Im Browser ansehen: https://app.example/v
Acme <Ltd>, 1 Road`);
});

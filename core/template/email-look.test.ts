import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contrast } from "./colour";
import { emailDocument } from "./email-html";
import { EmailLayout, READABLE_CONTRAST } from "./email-layout";
import { type EmailBrand, emailLook } from "./email-look";

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, "0")}`);
const colours = fc.record(
  { canvas: colour, card: colour, ink: colour, muted: colour, line: colour, button: colour },
  { requiredKeys: [] },
);

function expectReadable(brand: EmailBrand) {
  const look = emailLook(brand, "en");
  for (const { ink, muted, card, canvas, button, on } of [look.light, look.dark]) {
    expect(contrast(ink, card)).toBeGreaterThanOrEqual(READABLE_CONTRAST);
    expect(contrast(ink, canvas)).toBeGreaterThanOrEqual(READABLE_CONTRAST);
    expect(contrast(muted, canvas)).toBeGreaterThanOrEqual(READABLE_CONTRAST);
    expect(contrast(on, button)).toBeGreaterThanOrEqual(READABLE_CONTRAST);
  }
}

test("every brand's colour can be read, in both schemes", () => {
  expectReadable({ name: "A" });
  fc.assert(fc.property(colour, (color) => expectReadable({ name: "A", color })));
});

test("whatever layout is accepted can be read", () => {
  let accepted = 0;
  const layout = fc.record({ light: colours, dark: colours }, { requiredKeys: [] });
  fc.assert(
    fc.property(layout, colour, (given, color) => {
      const read = EmailLayout.safeParse({ name: "L", ...given });
      if (!read.success) return;
      accepted++;
      expectReadable({ name: "A", color, layout: read.data });
    }),
    { numRuns: 1_000 },
  );
  expect(accepted).toBeGreaterThan(10);
});

describe("a layout", () => {
  const content = { subject: "S", preheader: null, title: null, body: "Words", actions: [] };
  const links = {
    action: () => "https://app.example/a",
    view: "https://app.example/v",
    unsubscribe: "https://app.example/u",
    preferences: null,
    click: (url: string) => url,
    openPixel: null,
  };
  const layout = EmailLayout.parse({
    name: "Quiet",
    font: "georgia",
    width: 480,
    radius: 0,
    logoUrl: "https://x.example/l.png",
    light: { canvas: "#fffaf0" },
    header: "Acme **billing**",
    footer: "[Help](https://x.example/help) <b>",
    locales: { de: { header: "Acme Rechnungen" } },
  });
  const written = (locale: string, home = "en") =>
    emailDocument({
      content,
      brand: { name: "Acme", home, layout },
      links,
      locale,
      footerText: "Why.",
    });

  test("sets font, width, corners, logo and colours, also in Outlook", () => {
    const { html } = written("en");
    expect(html).toContain("font-family:Georgia");
    expect(html).toContain("max-width:480px");
    expect(html).toContain('width="480"');
    expect(html).toContain("border-radius:0px");
    expect(html).toContain('src="https://x.example/l.png"');
    expect(html).toContain("background-color:#fffaf0");
  });

  test("puts its words around the message, in HTML and in text, as words", () => {
    const { html, text } = written("en");
    expect(html).toContain("Acme <strong>billing</strong>");
    expect(html).toContain('href="https://x.example/help"');
    expect(html).toContain("&lt;b&gt;");
    expect(text.indexOf("Acme billing")).toBeLessThan(text.indexOf("Words"));
    expect(text).toContain("Help (https://x.example/help)");
  });

  test("speaks the reader's language, then the workspace's", () => {
    expect(written("de-AT").html).toContain("Acme Rechnungen");
    expect(written("fr", "de").html).toContain("Acme Rechnungen");
    expect(written("fr").html).toContain("billing");
  });

  test("of a language with its own header keeps the footer of all", () => {
    expect(written("de-AT").html).toContain("https://x.example/help");
    const locales = { de: { header: "Acme Rechnungen" }, "de-AT": { footer: "" } };
    const look = emailLook({ name: "Acme", layout: { ...layout, locales } }, "de-AT");
    expect(look).toMatchObject({ header: "Acme Rechnungen", footer: null });
  });

  test.each([
    [{ light: { ink: "#aaaaaa" } }],
    [{ dark: { canvas: "#ffffff" } }],
    [{ width: 2_000 }],
    [{ radius: -1 }],
    [{ logoUrl: "http://x.example/l.png" }],
    [{ header: "{{ person.name }}" }],
    [{ light: { ink: "red;}</style>" } }],
    [{ font: "Comic Sans" }],
  ])("of %j is refused", (given) => {
    expect(EmailLayout.safeParse({ name: "L", ...given }).success).toBe(false);
  });
});

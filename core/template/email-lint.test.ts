import { describe, expect, test } from "vitest";
import { lintEmail, messageLinks } from "./email-lint";
import type { RenderedContent } from "./render-content";

const content = (body: string, more: Partial<RenderedContent> = {}): RenderedContent => ({
  subject: "Your invoice",
  preheader: null,
  title: null,
  body,
  actions: [],
  ...more,
});
const codes = (body: string, more?: Partial<RenderedContent>) =>
  lintEmail(content(body, more), "en").map(({ code }) => code);

test("links are listed in order, with what is wrong about each", () => {
  const links = messageLinks(
    content(
      "[Pay](https://pay.example/i) [old](http://x.example) [short](https://bit.ly/a) [bank.example](https://evil.example) [gap](https://missing.invalid/)",
      {
        actions: [
          { id: "a", label: "Open", kind: "link", url: "https://x.example/", choices: [] },
          { id: "b", label: "Done", kind: "complete", url: null, choices: [] },
        ],
      },
    ),
  );
  expect(links.map(({ label, concern }) => [label, concern])).toEqual([
    ["Pay", null],
    ["old", "insecure"],
    ["short", "shortened"],
    ["bank.example", "hides"],
    ["gap", "missing"],
    ["Open", null],
  ]);
});

describe("lintEmail", () => {
  test.each([
    ["image_alt", "![](https://x.example/a.png)"],
    ["link_name", "[here](https://x.example)"],
    ["link_same_name", "[Open](https://x.example/1) or [Open](https://x.example/2)"],
    ["heading_order", "# One\n\n### Three"],
    ["lang", "Bitte bezahlen Sie die Rechnung bis Freitag, und das ist nicht viel."],
  ])("finds %s", (code, body) => {
    expect(codes(body)).toContain(code);
  });

  test("finds nothing in a plain message", () => {
    expect(codes("# Hello\n\nPlease pay [invoice 2041](https://pay.example) by Friday.")).toEqual(
      [],
    );
  });
});

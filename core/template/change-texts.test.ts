import { expect, it } from "vitest";
import { withTexts } from "./change-texts";
import { variablesOfContent } from "./content-problems";
import type { DraftTemplate } from "./draft-template";
import { changedSince } from "./translation";

const URL = "https://example.com/{{ data.totl }}";
const words = (pay: string) => ({
  subject: `${pay} {{ data.totl }}`,
  body: `${pay}: {{ data.totl }}`,
  actions: [
    { id: "pay", label: `${pay} {{ data.totl }}`, kind: "link" as const, url: URL },
    { id: "how", label: "?", kind: "choice" as const, choices: ["{{ data.totl }}", "0"] },
  ],
});
const draft: DraftTemplate = {
  channel: "email",
  content: words("Pay"),
  locales: { de: words("Bezahlen") },
};

it("a name is replaced wherever it stands, on buttons and in every language too", () => {
  const next = withTexts(draft, (text) => text.replaceAll("data.totl", "data.total"));
  expect(JSON.stringify(next)).not.toContain("totl");
  expect(variablesOfContent(next.content)).toEqual(["data.total"]);
});

it("a name replaced in both languages leaves no translation behind", () => {
  const next = withTexts(draft, (text) => text.replaceAll("data.totl", "data.total"));
  expect(changedSince(next, "de")).toEqual([]);
});

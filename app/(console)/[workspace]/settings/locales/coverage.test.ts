import { expect, test } from "vitest";
import { pickContent } from "@/core/template/content";
import { coverageOf } from "./coverage";

const WRITTEN = ["de", "pt-BR"];

test.each([
  ["de", "own"],
  ["de-AT", "shorter"],
  ["pt-br", "own"],
  ["pt", "fallback"],
  ["fr", "fallback"],
] as const)("a reader of %s gets %s words, as delivery picks them", (locale, expected) => {
  expect(coverageOf(WRITTEN, locale)).toBe(expected);
  const content = { body: "the template's own" };
  const locales = Object.fromEntries(WRITTEN.map((tag) => [tag, { body: tag }]));
  const isOther = pickContent({ content, locales }, locale, locale).body !== content.body;
  expect(isOther).toBe(expected !== "fallback");
});

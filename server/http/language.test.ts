import { expect, it } from "vitest";
import { preferredLocale } from "./language";

it.each([
  [null, "en"],
  ["", "en"],
  ["fr-FR, it", "en"],
  ["de", "de"],
  ["fr, de-AT;q=0.4, en-GB;q=0.9", "en-GB"],
  ["en;q=0, de;q=0.1", "de"],
  ["*", "en"],
  ["de\u0000", "en"],
  ["x".repeat(10_000), "en"],
])("%j asks for %s", (header, locale) => {
  expect(preferredLocale(header, "en")).toBe(locale);
});

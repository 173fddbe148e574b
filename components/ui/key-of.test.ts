import { expect, test } from "vitest";
import { keyOf } from "./key-of";

test("a name becomes a key without accents, spaces and signs", () => {
  expect(keyOf("  Überfällige Rechnungen! ")).toBe("uberfallige-rechnungen");
});

test("a name without Latin letters suggests no key, so that somebody writes one", () => {
  expect(keyOf("請求書")).toBe("");
});

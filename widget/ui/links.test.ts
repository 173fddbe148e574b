import { expect, test } from "vitest";
import { IN_TEXT, safeHref, WEB } from "./links";

test.each([
  "javascript:alert(1)",
  " JaVaScRiPt:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "/relative",
  "",
])("%s opens nothing", (href) => {
  expect(safeHref(href, IN_TEXT)).toBeNull();
});

test("addresses and numbers open from text, buttons lead to the web only", () => {
  expect(safeHref("mailto:a@example.com", IN_TEXT)).toBe("mailto:a@example.com");
  expect(safeHref("mailto:a@example.com", WEB)).toBeNull();
  expect(safeHref("https://example.com/a", WEB)).toBe("https://example.com/a");
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { storableText, wholeCharacters } from "./text";

/** Any UTF-16 units, halves of characters and NUL among them. */
const units = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0, 0xd83d, 0xde00)))
  .map((codes) => String.fromCharCode(...codes));

it("whatever comes in, nothing is left that a database refuses", () => {
  fc.assert(
    fc.property(units, (text) => {
      const stored = storableText(text);
      expect(stored).not.toContain("\0");
      expect(stored.isWellFormed()).toBe(true);
      expect(storableText(stored)).toBe(stored);
    }),
  );
});

it("text that can be stored stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      fc.pre(!text.includes("\0"));
      expect(storableText(text)).toBe(text);
    }),
  );
  expect(storableText("Grüße 👩‍👧\n\t\u202e")).toBe("Grüße 👩‍👧\n\t\u202e");
});

it("half a character is replaced, a NUL left out", () => {
  expect(storableText("a\ud83db\0c\ude00")).toBe("a\ufffdbc\ufffd");
});

it("a cut never halves a character, and takes nothing from a text that is short enough", () => {
  expect(wholeCharacters("ab😀", 4)).toBe("ab😀");
  expect(wholeCharacters("ab😀", 3)).toBe("ab");
  expect(wholeCharacters("ab😀c", 4)).toBe("ab😀");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.nat({ max: 40 }), (text, max) => {
      const cut = wholeCharacters(text, max);
      expect(cut.isWellFormed()).toBe(true);
      expect(text.startsWith(cut)).toBe(true);
      expect(cut.length).toBeGreaterThanOrEqual(Math.min(text.length, max) - 1);
      expect(cut.length).toBeLessThanOrEqual(max);
    }),
  );
});

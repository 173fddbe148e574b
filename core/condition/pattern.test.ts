import fc from "fast-check";
import { expect, test } from "vitest";
import { compilePattern, patternMatches } from "@/core/condition/pattern";

function matches(source: string, text: string): boolean {
  const result = compilePattern(source);
  if (!result.ok) throw new Error(result.message);
  return patternMatches(result.pattern, text);
}

test("agrees with the platform's engine on every pattern both understand", () => {
  const atom = fc.constantFrom("a", "b", ".", "[ab]", "[^a]", "\\d", "\\w", "\\b", "^", "$", "\\.");
  const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
    pattern: fc.oneof(
      { maxDepth: 4 },
      atom,
      fc.tuple(tie("pattern"), tie("pattern")).map((parts) => parts.join("")),
      fc.tuple(tie("pattern"), tie("pattern")).map((parts) => `(?:${parts.join("|")})`),
      fc
        .tuple(tie("pattern"), fc.constantFrom("*", "+", "?", "{2}", "{1,2}", "{1,}", "*?"))
        .map(([inner, times]) => `(${inner})${times}`),
    ),
  }));
  const text = fc.string({ unit: fc.constantFrom("a", "b", "1", ".", "\n", " "), maxLength: 8 });
  fc.assert(
    fc.property(pattern, text, (source, subject) => {
      expect(matches(source, subject)).toBe(new RegExp(source).test(subject));
    }),
    { numRuns: 3_000 },
  );
});

test.each([
  ["(?i)^BERLIN$", "berlin", true],
  ["^\\p{Lu}\\p{Ll}+$", "Ölaf", true],
  ["[]a]", "]", true],
  ["a|", "x", true],
  ["^[\\w.+-]+@[\\w-]+\\.[a-z]{2,}$", "dana.k+x@acme-mail.org", true],
  ["^.$", "😀", true],
])("%s on %s gives %s", (source, text, expected) => {
  expect(matches(source, text)).toBe(expected);
});

test.each(["(", ")", "a**", "*a", "[a", "(?=a)", "(?<n>a)", "\\1", "\\", "a{101}", "\\p{Nope}"])(
  "%s is refused",
  (source) => {
    expect(compilePattern(source).ok).toBe(false);
  },
);

test("a pattern that would grow too large is refused", () => {
  expect(compilePattern("((((a{99}){99}){99}){99})").ok).toBe(false);
  expect(compilePattern("((((((){99}){99}){99}){99}){99})").ok).toBe(false);
});

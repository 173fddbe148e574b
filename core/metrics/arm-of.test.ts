import fc from "fast-check";
import { expect, it } from "vitest";
import { armOfStep, armsText, armsWords, isArmsText } from "./arm-of";

const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 80 }),
  fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom("%", ",", "=", "2C", "a", " ") }),
);
const arms = fc
  .dictionary(fc.stringMatching(/^[A-Za-z0-9_-]{1,8}$/), name, { minKeys: 1, maxKeys: 4 })
  .map((found) => Object.entries(found));

it("finds the arm of a step among those of others, also where names hold what joins them", () => {
  const text = armsText([
    ["tone", "Soft, short"],
    ["when", "At 9=sharp"],
    ["end-tone", "B"],
  ]);
  expect(text).toBe("tone=Soft%2C short,when=At 9%3Dsharp,end-tone=B");
  expect(armOfStep(text, "tone", ["Soft", "Soft, short"])).toBe("Soft, short");
  expect(armOfStep(text, "when", ["At 9=sharp", "At"])).toBe("At 9=sharp");
  expect(armOfStep(text, "end-tone", ["A", "B"])).toBe("B");
  expect(armOfStep(text, "one", ["Soft"])).toBeNull();
  expect(armOfStep("", "tone", ["Soft"])).toBeNull();
});

it("whatever arms are called, their text can be asked for and says each of them, and no other", () => {
  fc.assert(
    fc.property(arms, name, (taken, other) => {
      const text = armsText(taken);
      expect(isArmsText(text)).toBe(true);
      expect(text.split(",")).toHaveLength(taken.length);
      for (const [step, arm] of taken) {
        expect(armOfStep(text, step, [other, arm])).toBe(other === arm ? other : arm);
      }
      expect(armsWords(text)).toBe(taken.map((pair) => pair.join("=")).join(", "));
    }),
  );
});

it.each(["", "short", "first=", "=short", "first=short,", "first=a=b", "first=100% off", "a b=c"])(
  "%j names no arms",
  (text) => {
    expect(isArmsText(text)).toBe(false);
  },
);

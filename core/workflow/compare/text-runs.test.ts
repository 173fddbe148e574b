import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COMPARED_MAX, type Run, textRuns } from "./text-runs";

const shown = (runs: readonly Run[]) =>
  runs
    .map(({ kind, text }) =>
      kind === "same" ? text : kind === "removed" ? `[-${text}-]` : `[+${text}+]`,
    )
    .join("");
const side = (runs: readonly Run[], without: Run["kind"]) =>
  runs
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join("");

describe("two texts", () => {
  test("differ in a number together with its unit", () => {
    const before = "Wait until 2 days before the due date, 09:00.";
    const after = "Wait until 3 days before the due date, 09:00.";
    expect(shown(textRuns(before, after))).toBe(
      "Wait until [-2 days-][+3 days+] before the due date, 09:00.",
    );
  });

  test("show words that changed side by side as one change, not word by word", () => {
    expect(
      shown(textRuns("Send it to team Billing now.", "Send it to everyone involved now.")),
    ).toBe("Send it to [-team Billing-][+everyone involved+] now.");
  });

  test("that have little in common are two texts, not a patchwork", () => {
    const before = "Email the person: “reminder”.";
    const after = "Hand over to the person’s supervisor by email.";
    expect(shown(textRuns(before, after))).toBe(`[-${before}-][+${after}+]`);
  });

  test("that are equal have one run, and empty ones none", () => {
    expect(textRuns("same", "same")).toEqual([{ kind: "same", text: "same" }]);
    expect(textRuns("", "")).toEqual([]);
  });

  test("can be put together again from their runs, whatever they are", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "2", ".", "ü") });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = textRuns(before, after);
        expect(side(runs, "added")).toBe(before);
        expect(side(runs, "removed")).toBe(after);
      }),
    );
  });

  test("of many thousand words are compared by lines, and still word by word inside them", () => {
    const lines = Array.from({ length: 900 }, (_, i) => `Line ${i} of a long text\n`);
    const before = `first\n${lines.join("")}last line here`;
    const after = `begin\n${lines.join("")}last line there`;
    expect(lines.length * 8 * lines.length * 8).toBeGreaterThan(COMPARED_MAX);
    const changed = textRuns(before, after).filter(({ kind }) => kind !== "same");
    expect(changed.map(({ text }) => text)).toEqual(["first", "begin", "here", "there"]);
  });
});

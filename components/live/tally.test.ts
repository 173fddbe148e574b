import { expect, test } from "vitest";
import { formOf, tallied } from "./tally";

test("a summary adds up what came since the last one", () => {
  const first = tallied({}, { cases: [{ id: "a", rev: 1, isNew: true }] });
  const then = tallied(first, { cases: [{ id: "b", rev: 2 }], messages: "many" });
  expect(then).toEqual({
    cases: { created: 1, updated: 1, many: false },
    messages: { created: 0, updated: 0, many: true },
  });
});

test("the sentence names only what there is", () => {
  expect(formOf({ created: 2, updated: 0, many: false })).toBe("created");
  expect(formOf({ created: 0, updated: 4, many: false })).toBe("updated");
  expect(formOf({ created: 2, updated: 4, many: false })).toBe("both");
  expect(formOf({ created: 2, updated: 4, many: true })).toBe("many");
});

import { expect, test } from "vitest";
import { rangeOf } from "./range";

test("an address names two versions, or a version and the draft, and nothing else", () => {
  expect(rangeOf("3...4")).toEqual({ a: 3, b: 4 });
  expect(rangeOf("4...draft")).toEqual({ a: 4, b: "draft" });
  for (const text of ["4", "4...", "4..5", "a...b", "0...1", "1...2...3", "1...-2"]) {
    expect(rangeOf(text), text).toBeNull();
  }
});

import { expect, it } from "vitest";
import { isAsMature } from "./maturity";

it("cases of which more are still open are not held against those of an earlier time", () => {
  const before = { opened: 400, open: 4 };
  expect(isAsMature({ opened: 100, open: 40 }, before)).toBe(false);
  expect(isAsMature({ opened: 100, open: 4 }, before)).toBe(false);
});

it("cases that are all over, or of which hardly more are open, are", () => {
  const before = { opened: 400, open: 4 };
  expect(isAsMature({ opened: 100, open: 0 }, before)).toBe(true);
  expect(isAsMature({ opened: 100, open: 2 }, before)).toBe(true);
  expect(isAsMature({ opened: 100, open: 25 }, { opened: 40, open: 10 })).toBe(true);
});

it("no cases on either side have nothing open", () => {
  expect(isAsMature({ opened: 0, open: 0 }, { opened: 0, open: 0 })).toBe(true);
  expect(isAsMature({ opened: 10, open: 10 }, { opened: 0, open: 0 })).toBe(false);
});

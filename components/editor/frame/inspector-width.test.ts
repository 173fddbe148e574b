import { expect, it } from "vitest";
import { fitting, WIDTH, widthAfter } from "./inspector-width";

it("the handle moves with its arrow, whichever way the page is read", () => {
  expect(widthAfter("ArrowLeft", 400, false)).toBe(416);
  expect(widthAfter("ArrowRight", 400, false)).toBe(384);
  expect(widthAfter("ArrowLeft", 400, true)).toBe(384);
  expect(widthAfter("ArrowRight", 400, true)).toBe(416);
});

it("no key and no drag makes it narrower or wider than its limits", () => {
  expect(widthAfter("ArrowRight", WIDTH.min, false)).toBe(WIDTH.min);
  expect(widthAfter("ArrowLeft", WIDTH.max, false)).toBe(WIDTH.max);
  expect(widthAfter("Home", 500, false)).toBe(WIDTH.min);
  expect(widthAfter("End", 500, false)).toBe(WIDTH.max);
  expect([fitting(-20), fitting(10_000), fitting(412.4)]).toEqual([WIDTH.min, WIDTH.max, 412]);
});

it("other keys are not the handle's", () => {
  expect(widthAfter("Tab", 400, false)).toBeUndefined();
  expect(widthAfter("Escape", 400, false)).toBeUndefined();
});

import { expect, it } from "vitest";
import { outlineOf } from "@/core/workflow/edit/outline";
import { plan } from "../testing";
import { nextInRange, rangeBetween } from "./chosen-range";

const outline = outlineOf(plan);
const between = (from: string, to: string) => [...rangeBetween(outline, from, to)];
/** What is chosen while the arrow is pressed again and again. */
const pressed = (anchor: string, ...presses: (1 | -1)[]) => {
  let head = anchor;
  for (const by of presses) head = nextInRange(outline, anchor, head, by) ?? head;
  return between(anchor, head);
};

it("a range goes over a branch and takes its content with it", () => {
  expect(pressed("a", 1)).toEqual(["a", "b", "b1", "b2", "b3"]);
  expect(pressed("a", 1, 1)).toEqual(["a", "b", "b1", "b2", "b3", "c"]);
});

it("turning back shrinks the range to its anchor and grows it on the other side", () => {
  expect(pressed("a", 1, 1, -1)).toEqual(["a", "b", "b1", "b2", "b3"]);
  expect(pressed("a", 1, 1, -1, -1)).toEqual(["a"]);
  expect(pressed("c", 1, -1)).toEqual(["c"]);
  expect(pressed("c", -1, -1, 1)).toEqual(["b", "b1", "b2", "b3", "c"]);
});

it("a range that leaves a way takes the whole branch, and gives it back when it returns", () => {
  expect(pressed("b1", 1)).toEqual(["b1", "b2"]);
  expect(pressed("b1", 1, 1)).toEqual(["b", "b1", "b2", "b3", "c"]);
  expect(pressed("b1", 1, 1, -1)).toEqual(["b1", "b2"]);
  expect(pressed("b2", -1, -1)).toEqual(["a", "b", "b1", "b2", "b3"]);
});

it("a range goes on in the next stage and ends with the last step", () => {
  expect(pressed("c", 1)).toEqual(["c", "d"]);
  expect(pressed("c", 1, 1)).toEqual(["c", "d"]);
  expect(pressed("a", -1)).toEqual(["a"]);
});

it("two steps in different ways of one branch are joined by the branch", () => {
  expect(between("b1", "b3")).toEqual(["b", "b1", "b2", "b3"]);
  expect(between("b3", "a")).toEqual(["a", "b", "b1", "b2", "b3"]);
  expect(between("b2", "b")).toEqual(["b", "b1", "b2", "b3"]);
});

it("the arrows go on from a step that was chosen by a click inside another branch", () => {
  expect(nextInRange(outline, "a", "b2", 1)).toBe("c");
  expect(nextInRange(outline, "a", "b2", -1)).toBe("a");
});

it("a step that is gone anchors nothing", () => {
  expect(between("gone", "c")).toEqual(["c"]);
});

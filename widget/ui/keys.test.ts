import { expect, test } from "vitest";
import { lineKey, rowKey } from "./keys";

const key = (name: string, part = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...part,
});

test.each([
  ["ArrowDown", 3],
  ["j", 3],
  ["J", 3],
  ["ArrowUp", 1],
  ["k", 1],
  ["PageDown", 7],
  ["PageUp", 0],
  ["Home", 0],
  ["End", 8],
])("%s leads from row 2 of 9 to row %d", (name, to) => {
  expect(rowKey(key(name), 2, 9)).toEqual({ kind: "move", to });
});

test("no key leads out of the list", () => {
  expect(rowKey(key("ArrowUp"), 0, 3)).toEqual({ kind: "move", to: 0 });
  expect(rowKey(key("ArrowDown"), 2, 3)).toEqual({ kind: "move", to: 2 });
});

test.each([
  ["e", "archive"],
  ["u", "read"],
  ["s", "snooze"],
])("%s does %s", (name, kind) => {
  expect(rowKey(key(name), 0, 3)).toEqual({ kind });
});

test("the browser keeps its own shortcuts", () => {
  expect(rowKey(key("s", { ctrlKey: true }), 0, 3)).toBeNull();
  expect(rowKey(key("k", { metaKey: true }), 0, 3)).toBeNull();
});

test("left and right change places from right to left", () => {
  expect(lineKey("ArrowRight", 0, 3, false)).toBe(1);
  expect(lineKey("ArrowRight", 0, 3, true)).toBe(2);
  expect(lineKey("x", 0, 3, false)).toBeNull();
});

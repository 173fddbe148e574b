import { expect, test } from "vitest";
import { MINUTE_MS } from "@/core/time";
import { CASES_IN_MOVE_MAX, spreadOver } from "./spread";

const some = (n: number) => Array.from({ length: n }, (_, i) => i);

test("twelve things over two hours come ten minutes apart, the first at once", () => {
  const slots = spreadOver(some(12), 120);
  expect(slots.map(({ afterMs }) => afterMs / MINUTE_MS)).toEqual(some(12).map((i) => i * 10));
  expect(slots.flatMap(({ items }) => items)).toEqual(some(12));
});

test("many things share the slots evenly, none is lost and none comes late", () => {
  const slots = spreadOver(some(10_001), 60);
  expect(slots).toHaveLength(60);
  const sizes = slots.map(({ items }) => items.length);
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  expect(slots.flatMap(({ items }) => items)).toEqual(some(10_001));
  expect(Math.max(...slots.map(({ afterMs }) => afterMs))).toBeLessThan(60 * MINUTE_MS);
});

test("no slot holds more than one job may carry", () => {
  const slots = spreadOver(some(2_500), 1);
  expect(slots.map(({ items }) => items.length)).toEqual([
    CASES_IN_MOVE_MAX,
    CASES_IN_MOVE_MAX,
    500,
  ]);
  expect(new Set(slots.map(({ afterMs }) => afterMs))).toEqual(new Set([0]));
});

test("several shares take turns, so that together they are spread like one", () => {
  const parts = 50;
  const slots = some(parts).flatMap((part) => spreadOver(some(1_000), 120, { part, parts }));
  const moments = slots.map(({ afterMs }) => afterMs).toSorted((a, b) => a - b);
  const gaps = moments.slice(1).map((moment, i) => moment - (moments[i] ?? 0));
  expect(moments[0]).toBe(0);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(2 * MINUTE_MS);
  expect(moments.at(-1)).toBeLessThan(120 * MINUTE_MS);
  expect(new Set(moments).size).toBe(slots.length);
});

test("nothing has no slots", () => {
  expect(spreadOver([], 60)).toEqual([]);
});

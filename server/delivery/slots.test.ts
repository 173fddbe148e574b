import { expect, test } from "vitest";
import { Slots } from "./slots";

test("no more calls run at a time than there are slots, and the next in line follows", async () => {
  const slots = new Slots(2);
  expect(await slots.take(0)).toBe(true);
  expect(await slots.take(0)).toBe(true);
  expect(await slots.take(0)).toBe(false);
  const next = slots.take(1_000);
  slots.give();
  expect(await next).toBe(true);
  expect(await slots.take(0)).toBe(false);
  slots.give();
  slots.give();
  expect(await slots.take(0)).toBe(true);
});

test("who waits too long gets no slot, and takes none from the others", async () => {
  const slots = new Slots(1);
  await slots.take(0);
  expect(await slots.take(5)).toBe(false);
  slots.give();
  expect(await slots.take(0)).toBe(true);
});

test("those that found no place come back one after the other, at the provider's speed", () => {
  const slots = new Slots(5);
  for (let call = 0; call < 200; call++) slots.answered(100);
  const waits = Array.from({ length: 50 }, () => slots.reserveMs(0));
  expect(waits[0]).toBeCloseTo(20, 0);
  expect(waits[49]).toBeCloseTo(1_000, -1);
});

test("a rate limit sends the waiting away until it ends, and slows what comes after", async () => {
  const slots = new Slots(1);
  await slots.take(0);
  const waiting = slots.take(1_000);
  const before = slots.reserveMs(0);
  slots.close(0, 7_000);
  slots.close(0, 7_000);
  expect(await waiting).toBe(false);
  expect(slots.isClosed(6_999)).toBe(true);
  expect(slots.isClosed(7_000)).toBe(false);
  const first = slots.reserveMs(0);
  expect(first).toBeGreaterThan(7_000);
  expect(slots.reserveMs(0) - first).toBeGreaterThan(before);
});

test("a place is near while calls are few, and far behind a long line", async () => {
  const slots = new Slots(2);
  expect(slots.placeMs(0)).toBe(0);
  expect(slots.placeMs(1)).toBe(0);
  for (let call = 0; call < 200; call++) slots.answered(100);
  expect(slots.placeMs(40)).toBeGreaterThan(1_000);
  expect(slots.placeMs(4, 1_000)).toBeGreaterThan(2_000);
});

test("those that were not claimed look again before their place is free, and not all at once", () => {
  const slots = new Slots(10);
  for (let call = 0; call < 200; call++) slots.answered(1_000);
  const waits = Array.from({ length: 1_000 }, () => slots.deferMs(0, { fromMs: 400 }));
  expect(waits[0]).toBeGreaterThan(400);
  expect(waits[999]).toBe(1_400);
  expect(new Set(waits).size).toBe(20);
  expect(slots.deferMs(60_000, { fromMs: 400 })).toBeLessThan(500);
});

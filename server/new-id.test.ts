import { expect, test, vi } from "vitest";
import { newId } from "./new-id";

test("ids of one process come in the order in which they were made, also within a millisecond and when the clock goes back", () => {
  const ids: string[] = [];
  const spy = vi.spyOn(Date, "now");
  for (const now of [1_800_000_000_000, 1_800_000_000_000, 1_700_000_000_000, 1_800_000_000_001]) {
    spy.mockReturnValue(now);
    for (let n = 0; n < 2_000; n++) ids.push(newId());
  }
  spy.mockRestore();
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});

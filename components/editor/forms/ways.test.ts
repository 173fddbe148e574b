import { describe, expect, test } from "vitest";
import { type Branch, type Split, Step } from "@/core/workflow/step";
import { evenly, freshName, shareOf, shifted, weightMin, withoutArm, withoutPath } from "./ways";

const close = (id: string) => ({ id, kind: "close", outcome: "resolved" }) as const;
const branch: Branch = {
  id: "b",
  kind: "branch",
  paths: [
    { name: "A", when: "data.a", steps: [close("c1")] },
    { name: "B", when: "data.b", steps: [] },
  ],
  otherwise: [close("c2")],
};
const split: Split = {
  id: "s",
  kind: "split",
  arms: [
    { name: "A", weight: 50, steps: [close("c1")] },
    { name: "B", weight: 30, steps: [close("c2")] },
  ],
  holdout: 20,
};

describe("ways out of a step", () => {
  test("a removed path leaves its steps to Otherwise only when they are kept", () => {
    expect(withoutPath(branch, 0, true).otherwise.map(({ id }) => id)).toEqual(["c2", "c1"]);
    expect(withoutPath(branch, 0, false).otherwise.map(({ id }) => id)).toEqual(["c2"]);
    expect(Step.parse(withoutPath(branch, 0, true))).toEqual(withoutPath(branch, 0, true));
  });

  test("a removed arm leaves its steps to the arm before it, the first to the one after", () => {
    expect(withoutArm(split, 1, true).arms).toEqual([
      { name: "A", weight: 50, steps: [close("c1"), close("c2")] },
    ]);
    expect(withoutArm(split, 0, true).arms[0]?.steps.map(({ id }) => id)).toEqual(["c2", "c1"]);
    expect(withoutArm(split, 0, false).arms[0]?.steps).toHaveLength(1);
  });

  test("shares count the holdout, and a weight of all zeros is no division by it", () => {
    expect(split.arms.map(({ weight }) => shareOf(weight, split))).toEqual([50, 30]);
    expect(shareOf(20, split)).toBe(20);
    expect(shareOf(0, { arms: [{ name: "A", weight: 0, steps: [] }] })).toBe(0);
  });

  test("the last arm with a weight cannot go down to zero", () => {
    const [first, second] = split.arms;
    if (!first || !second) throw new Error("two arms");
    expect(weightMin(split.arms, 0)).toBe(0);
    expect(weightMin([first, { ...second, weight: 0 }], 0)).toBeGreaterThan(0);
  });

  test("three arms share evenly to a tenth", () => {
    const three = { ...split, arms: [...split.arms, { name: "C", weight: 1, steps: [] }] };
    expect(evenly(three).arms.map(({ weight }) => weight)).toEqual([33.3, 33.3, 33.3]);
  });

  test("moving beyond the ends changes nothing", () => {
    expect(shifted(["a", "b"], 0, 1)).toEqual(["b", "a"]);
    expect(shifted(["a", "b"], 0, -1)).toEqual(["a", "b"]);
    expect(shifted(["a", "b"], 1, 1)).toEqual(["a", "b"]);
  });

  test("a new way gets a name that no other has", () => {
    const name = (n: number) => `Path ${n}`;
    expect(freshName(branch.paths, name)).toBe("Path 3");
    expect(freshName([{ name: "Path 2", steps: [] }], name)).toBe("Path 3");
  });
});

import { describe, expect, it } from "vitest";
import { planMoves } from "./plan-moves";

const entry = (at: number, step: string, kind: "send" | "fallback" | "expire" = "send") => ({
  at,
  step,
  kind,
  channel: "email" as const,
  personId: "p",
});

describe("planMoves", () => {
  it("tells what moves, what is added and what is dropped, and counts what stays", () => {
    const { moves, unchanged } = planMoves(
      [entry(1, "a"), entry(2, "b"), entry(3, "gone"), entry(9, "x", "expire")],
      [entry(1, "a"), entry(5, "b"), entry(6, "new"), entry(9, "x", "expire")],
    );
    expect(moves.map(({ entry: { step }, from, to }) => [step, from, to])).toEqual([
      ["b", 2, 5],
      ["new", null, 6],
      ["gone", 3, null],
    ]);
    expect(unchanged).toBe(2);
  });

  it("takes the rounds of a repeated step one by one, and a fallback for the message it is", () => {
    const before = [entry(1, "a"), entry(2, "a"), entry(3, "b", "fallback")];
    const after = [entry(1, "a"), entry(4, "a"), entry(3, "b")];
    const { moves } = planMoves(before, after);
    expect(moves).toEqual([{ entry: entry(4, "a"), from: 2, to: 4 }]);
  });
});

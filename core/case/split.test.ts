import { describe, expect, it } from "vitest";
import { armOf } from "./split";

const everybody = Array.from({ length: 100_000 }, (_, n) => `per_${n.toString(36)}`);
const people = everybody.slice(0, 20_000);

type Weights = Record<string, number>;

const armsFor = (weights: Weights) =>
  Object.entries(weights).map(([name, weight]) => ({ name, weight }));

const assigned = (weights: Weights, salt = "invoices/tone", to = people): string[] =>
  to.map((person) => armOf(armsFor(weights), salt, person)?.name ?? "");

const countOf = (names: readonly string[], name: string): number =>
  names.filter((each) => each === name).length;

/** From arm to arm, how many people. */
function movesBetween(before: readonly string[], after: readonly string[]): Map<string, number> {
  const moves = new Map<string, number>();
  for (const [i, from] of before.entries()) {
    const move = `${from} → ${after[i]}`;
    if (from !== after[i]) moves.set(move, (moves.get(move) ?? 0) + 1);
  }
  return moves;
}

/** Four standard errors of a share: what chance alone does once in sixteen thousand. */
const tolerance = (share: number, of: number): number => 4 * Math.sqrt((share * (1 - share)) / of);

function expectShares(names: readonly string[], weights: Weights): void {
  const sum = Object.values(weights).reduce((a, b) => a + b, 0);
  for (const [name, weight] of Object.entries(weights)) {
    const share = weight / sum;
    const off = Math.abs(countOf(names, name) / names.length - share);
    expect(off, `${name} of ${JSON.stringify(weights)}`).toBeLessThanOrEqual(
      tolerance(share, names.length),
    );
  }
}

describe("arms of a split", () => {
  it("are filled as their weights say, one of weight 0 never", () => {
    for (const weights of [
      { A: 50, B: 50 },
      { A: 1, B: 2, C: 4, holdout: 1 },
      { A: 0.5, B: 0, C: 999.5 },
      { Friendly: 45, Formal: 45, holdout: 10 },
    ]) {
      expectShares(assigned(weights, "invoices/tone", everybody), weights);
    }
    expect(armOf([{ name: "A", weight: 0 }], "s", "mara")).toBeUndefined();
  });

  it("do not depend on the order in which they stand", () => {
    expect(assigned({ A: 3, B: 2, C: 1 })).toEqual(assigned({ C: 1, A: 3, B: 2 }));
  });

  it("of two splits say nothing of each other: another step, or the step of another workflow", () => {
    const weights = { A: 50, B: 30, C: 20 };
    const first = assigned(weights);
    for (const salt of ["invoices/tone-2", "invoices/ton", "reviews/tone"]) {
      const second = assigned(weights, salt);
      for (const arm of ["A", "B", "C"]) {
        const within = second.filter((_, i) => first[i] === arm);
        for (const [other, weight] of Object.entries(weights)) {
          const share = weight / 100;
          const off = Math.abs(countOf(within, other) / within.length - share);
          expect(off, `${salt}: ${other} of ${arm}`).toBeLessThan(tolerance(share, within.length));
        }
      }
    }
  });
});

describe("when weights change mid-way", () => {
  it("one that grows only takes people in, and no more than its new share needs", () => {
    const before = { A: 40, B: 40, C: 20 };
    const after = { A: 40, B: 40, C: 40 };
    const moves = movesBetween(assigned(before), assigned(after));
    expect([...moves.keys()].toSorted()).toEqual(["A → C", "B → C"]);
    const moved = [...moves.values()].reduce((a, b) => a + b, 0) / people.length;
    const needed = 40 / 120 - 20 / 100;
    expect(Math.abs(moved - needed)).toBeLessThan(2 * tolerance(needed, people.length));
  });

  it("one that shrinks only lets people go", () => {
    const moves = movesBetween(
      assigned({ A: 40, B: 40, C: 20 }),
      assigned({ A: 10, B: 40, C: 20 }),
    );
    expect([...moves.keys()].toSorted()).toEqual(["A → B", "A → C"]);
  });

  it("a holdout or an arm that comes or goes leaves everybody else where they are", () => {
    const two = assigned({ A: 1, B: 1 });
    const held = assigned({ A: 1, B: 1, holdout: 0.2 });
    expect([...movesBetween(two, held).keys()].toSorted()).toEqual(["A → holdout", "B → holdout"]);
    expect([...movesBetween(held, two).keys()].toSorted()).toEqual(["holdout → A", "holdout → B"]);
  });

  it("the same weights in another scale move nobody", () => {
    expect(assigned({ A: 1, B: 3 })).toEqual(assigned({ A: 25, B: 75 }));
  });
});

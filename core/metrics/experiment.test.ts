import { describe, expect, it } from "vitest";
import { DAY_MS } from "@/core/time";
import { analyse, type ExperimentAsked } from "./experiment";
import type { ArmCase } from "./experiment-case";

const NOW = Date.UTC(2026, 10, 1);
const OLD = NOW - 60 * DAY_MS;

let serial = 0;
const one = (arm: string, changes: Partial<ArmCase> = {}): ArmCase => ({
  unit: `p${serial++}`,
  arm,
  version: 1,
  openedAt: OLD,
  respondedAt: null,
  endedAt: null,
  status: "open",
  dueAt: OLD + 10 * DAY_MS,
  escalatedAt: null,
  delivered: 2,
  optedOut: 0,
  complained: 0,
  ...changes,
});
const answered = { respondedAt: OLD + DAY_MS, status: "resolved", endedAt: OLD + DAY_MS } as const;

/** `n` cases of an arm, `x` of them answered and resolved after a day. */
const many = (arm: string, n: number, x: number, changes: Partial<ArmCase> = {}): ArmCase[] =>
  Array.from({ length: n }, (_, i) => one(arm, { ...(i < x && answered), ...changes }));

const result = (cases: ArmCase[], changes: Partial<ExperimentAsked> = {}) => {
  const arms = changes.arms ?? [
    { name: "A", holdout: false },
    { name: "B", holdout: false },
  ];
  return analyse({
    cases,
    arms,
    control: "A",
    metric: "response",
    horizonMs: 14 * DAY_MS,
    now: NOW,
    expected: new Map(arms.map(({ name }) => [name, 1])),
    since: OLD,
    ...changes,
  });
};

describe("the difference between arms", () => {
  it("is Newcombe's where each person has one case, and shown when the planned number was reached", () => {
    const early = result([...many("A", 80, 48), ...many("B", 70, 56)]);
    expect(early.comparisons[0]).toMatchObject({ fixed: null, lift: null, verdict: "open" });
    expect(early.comparisons[0]?.always?.value).toBeCloseTo(0.2, 10);
    const planned = early.planned ?? 0;
    expect(planned).toBe(1_471);
    expect(early.missing).toEqual({ cases: 2 * planned - 150, days: 1_201 });
    const late = result([...many("A", 1_600, 960), ...many("B", 1_600, 1_040)]);
    const { fixed, lift, verdict } = late.comparisons[0] ?? {};
    expect(fixed?.value).toBeCloseTo(0.05, 10);
    expect(fixed?.low).toBeCloseTo(0.0163, 3);
    expect(lift?.value).toBeCloseTo(1_040 / 960 - 1, 10);
    expect(late.missing?.cases).toBe(0);
    // For one look it is enough; drawn anew at every look it would find a winner in nothing.
    expect(fixed?.low).toBeGreaterThan(0);
    expect(verdict).toBe("open");
    expect(late.winner).toBeNull();
    const clear = result([...many("A", 1_600, 960), ...many("B", 1_600, 1_120)]);
    expect(clear.comparisons[0]?.verdict).toBe("better");
    expect(clear.winner).toBe("B");
  });

  it("holds however often somebody looks: its limits are wider than those for one look", () => {
    const { comparisons } = result([...many("A", 1_600, 960), ...many("B", 1_600, 1_040)]);
    const { always, fixed } = comparisons[0] ?? {};
    expect(always?.low).toBeLessThan(fixed?.low ?? 0);
    expect(always?.high).toBeGreaterThan(fixed?.high ?? 1);
  });

  it("takes cases of one person for what they are: five of each make the limits wider", () => {
    const persons = (arm: string, n: number, x: number) =>
      Array.from({ length: n }, (_, i) =>
        many(arm, 5, i < x ? 5 : 0, { unit: `${arm}${i}` }),
      ).flat();
    const alone = result([...many("A", 500, 250), ...many("B", 500, 300)]).comparisons[0]?.always;
    const few = result([...persons("A", 100, 50), ...persons("B", 100, 60)]).comparisons[0]?.always;
    expect(few?.value).toBeCloseTo(alone?.value ?? 0, 10);
    const width = (limits?: { low: number; high: number } | null) =>
      (limits?.high ?? 0) - (limits?.low ?? 0);
    expect(width(few) / width(alone)).toBeCloseTo(Math.sqrt(5), 1);
  });

  it("is of nothing below 20 cases in either arm, where shares stand as counts", () => {
    const { arms, comparisons } = result([...many("A", 19, 9), ...many("B", 40, 20)]);
    expect(arms[0]).toMatchObject({ counted: 19, had: 9, rate: null });
    expect(comparisons[0]).toMatchObject({ verdict: "too_few", always: null });
  });

  it("where nobody at all answered has limits all the same", () => {
    const { always } = result([...many("A", 40, 0), ...many("B", 40, 0)]).comparisons[0] ?? {};
    expect(always?.low).toBeLessThan(-0.05);
    expect(always?.high).toBeGreaterThan(0.05);
  });
});

describe("who is counted", () => {
  it("a case that is too young is pending, also when it was answered already", () => {
    const young = { openedAt: NOW - DAY_MS };
    const { arms } = result([
      ...many("A", 30, 15),
      ...many("A", 10, 0, { ...young }),
      ...many("A", 10, 0, { ...young, respondedAt: NOW, status: "resolved", endedAt: NOW }),
      ...many("B", 30, 15),
    ]);
    expect(arms[0]).toMatchObject({ cases: 50, pending: 20, counted: 30, had: 15 });
  });

  it("on time is told from the due moment on; without one a case is neither", () => {
    const { arms } = result(
      [
        ...many("A", 30, 12),
        ...many("A", 5, 0, { dueAt: NOW + DAY_MS }),
        ...many("A", 5, 0, { dueAt: null }),
      ],
      { metric: "on_time" },
    );
    expect(arms[0]).toMatchObject({ cases: 40, pending: 5, counted: 30, had: 12 });
  });

  it("a person whom new weights moved counts for the arm they came to first", () => {
    const moved = { unit: "mara" };
    const later = { ...moved, openedAt: OLD + DAY_MS };
    const { arms, crossed } = result([one("B", later), one("A", moved), ...many("B", 3, 0)]);
    expect(crossed).toBe(1);
    expect(arms).toMatchObject([
      { people: 1, cases: 2 },
      { people: 3, cases: 3 },
    ]);
  });

  it("arms that were not filled as their weights say hide the results", () => {
    const off = result([...many("A", 600, 300), ...many("B", 400, 300)]);
    expect(off.sampleRatio?.isOff).toBe(true);
    expect(off).toMatchObject({ comparisons: [], winner: null });
    const byPlan = result([...many("A", 600, 300), ...many("B", 400, 300)], {
      expected: new Map([
        ["A", 600],
        ["B", 400],
      ]),
    });
    expect(byPlan.sampleRatio?.isOff).toBe(false);
    expect(byPlan.winner).toBe("B");
  });
});

describe("guardrails", () => {
  const better = (changes: Partial<ArmCase>) => [
    ...many("A", 1_000, 500),
    ...many("B", 700, 700),
    ...many("B", 300, 0, changes),
  ];

  it("a winner that breaks one is no winner", () => {
    expect(result(better({})).winner).toBe("B");
    for (const changes of [{ optedOut: 1 }, { complained: 1 }, { escalatedAt: OLD }]) {
      const { comparisons, winner } = result(better(changes));
      expect(comparisons[0]?.verdict).toBe("breaks_guardrail");
      expect(comparisons[0]?.guardrails.filter(({ isBroken }) => isBroken)).toHaveLength(1);
      expect(winner).toBe("A");
    }
  });

  it("people without messages opt out of nothing: against them only escalations count", () => {
    const arms = [
      { name: "B", holdout: false },
      { name: "A", holdout: true },
    ];
    const { comparisons, winner } = result(better({ optedOut: 1 }), { arms });
    expect(comparisons[0]?.verdict).toBe("better");
    expect(winner).toBe("B");
    expect(result(better({ escalatedAt: OLD }), { arms }).winner).toBeNull();
  });
});

it("hours saved compare the time to the resolution up to the horizon", () => {
  const after = (arm: string, days: number) =>
    many(arm, 200, 200, { endedAt: OLD + days * DAY_MS });
  const spread = (arm: string, days: number) => [-1, 0, 1].flatMap((by) => after(arm, days + by));
  const { comparisons, winner } = result([...spread("A", 5), ...spread("B", 3)], {
    metric: "hours",
  });
  expect(comparisons[0]?.always?.value).toBeCloseTo(48, 6);
  expect(comparisons[0]).toMatchObject({ verdict: "better", lift: null });
  expect(winner).toBe("B");
  const few = result([...many("A", 40, 30), ...many("B", 40, 3)], { metric: "hours" });
  expect(few.comparisons[0]?.verdict).toBe("too_few");
});

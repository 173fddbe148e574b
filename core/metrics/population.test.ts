import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, SECOND_MS } from "@/core/time";
import type { CaseFacts } from "./case-facts";
import { differenceOfShares, sharesOf } from "./experiment-difference";
import { incidenceAt, incidenceOf } from "./incidence";
import { opensOf } from "./kpis";
import { normalQuantile } from "./normal";
import type { RawHit } from "./raw-case";
import { quantileLimits, quantileOf, survivalOf } from "./survival";
import { countOf, factsIn, MONDAY, rawMessage, sentMessage } from "./testing";

/** Numerical Recipes' generator, over what 32 bits hold: the same numbers in every run. */
function chanceFrom(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}
type Chance = ReturnType<typeof chanceFrom>;

const times = <T>(n: number, make: (i: number) => T): T[] =>
  Array.from({ length: n }, (_, i) => make(i));
const meanOf = (all: readonly number[]) => all.reduce((a, b) => a + b, 0) / all.length;

/** 95 % of so many runs, less what chance takes: three standard errors. */
const least = (runs: number) => 0.95 - 3 * Math.sqrt((0.95 * 0.05) / runs);
const shareOf = (runs: number, holds: () => boolean) =>
  times(runs, holds).filter(Boolean).length / runs;

/** People answer after a log-normal time of 48 h in the middle; 12 of 100 never do. */
const NEVER = 0.12;
const [MIDDLE, SPREAD] = [48, 1.4];
const answerHours = (chance: Chance): number =>
  chance() < NEVER ? Infinity : MIDDLE * Math.exp(SPREAD * normalQuantile(chance()));
const MEDIAN = MIDDLE * Math.exp(SPREAD * normalQuantile(0.5 / (1 - NEVER)));

type Drawn = {
  /** How long ago it was opened. */
  age: number;
  answer: number;
  cancel?: number;
  hits?: readonly RawHit[];
  isTracked?: boolean;
  isHoldout?: boolean;
};

/** The facts of a case as it is stored `age` hours after its only message. */
function caseOf({
  age,
  answer,
  cancel = Infinity,
  hits = [],
  isTracked,
  isHoldout,
}: Drawn): CaseFacts {
  const end = Math.min(answer, cancel);
  const endedAt = end <= age ? MONDAY + end * HOUR_MS : null;
  const message = isHoldout
    ? rawMessage({
        status: "not_sent",
        code: "skip.holdout",
        request: { audience: "person", ghost: true },
        decidedAt: MONDAY,
      })
    : sentMessage(MONDAY, { hits, tracked: isTracked ?? false });
  return factsIn({
    status: endedAt === null ? "open" : answer <= cancel ? "resolved" : "canceled",
    closedAt: endedAt,
    closedByHuman: true,
    firstResponseAt: endedAt !== null && answer <= cancel ? endedAt : null,
    holdout: isHoldout ?? false,
    messages: [message],
  });
}

/** What is known of its time to response `age` hours after its message. */
function observedOf({ responseSeconds, endedAt, sentAt }: CaseFacts, age: number) {
  const hours = (ms: number) => ms / HOUR_MS;
  if (responseSeconds !== null) {
    return { x: hours(responseSeconds * SECOND_MS), events: 1, censored: 0 };
  }
  if (endedAt !== null) {
    return { x: hours(endedAt - (sentAt ?? 0)), events: 0, censored: 0, competing: 1 };
  }
  return { x: age, events: 0, censored: 1 };
}

describe("a population whose truth is known", () => {
  it("has its true median within the limits, and closed cases alone would have told half of it", () => {
    const chance = chanceFrom(11);
    const medians: number[] = [];
    const closed: number[] = [];
    const runs = 300;
    const covered = shareOf(runs, () => {
      const observed = times(150, () => {
        const age = (14 * DAY_MS * chance()) / HOUR_MS;
        return observedOf(caseOf({ age, answer: answerHours(chance) }), age);
      });
      const steps = survivalOf(observed);
      medians.push(quantileOf(steps, 0.5) ?? Infinity);
      const done = observed.filter(({ events }) => events > 0).map(({ x }) => x);
      closed.push(done.toSorted((a, b) => a - b)[Math.floor(done.length / 2)] ?? 0);
      const { low, high } = quantileLimits(steps, 0.5);
      return (low ?? Infinity) <= MEDIAN && MEDIAN <= (high ?? Infinity);
    });
    expect(covered).toBeGreaterThan(least(runs));
    const middle = medians.toSorted((a, b) => a - b)[runs / 2] ?? 0;
    expect(Math.abs(middle / MEDIAN - 1)).toBeLessThan(0.05);
    expect(meanOf(closed)).toBeLessThan(0.6 * MEDIAN);
  });

  it("opened as many emails as lie between the bounds, and scanners never count", () => {
    const chance = chanceFrom(12);
    const hit = (type: string, by: RawHit["by"], n: number): RawHit => ({
      id: `${type}:${by}:${n}`,
      type,
      by,
      action: null,
      at: MONDAY + n,
    });
    const holds = times(200, () => {
      let [opened, clicked] = [0, 0];
      const cases = times(150, () => {
        const [opens, isProxied, isScanned] = [chance() < 0.42, chance() < 0.5, chance() < 0.3];
        const clicks = opens && chance() < 0.2;
        opened += Number(opens);
        clicked += Number(clicks);
        const hits = [
          ...(isScanned ? [hit("opened", "scanner", 1), hit("clicked", "scanner", 2)] : []),
          ...(isProxied ? [hit("opened", "proxy", 3)] : []),
          ...(opens && !isProxied ? [hit("opened", "human", 4)] : []),
          ...(clicks ? [hit("clicked", "human", 5)] : []),
        ];
        return caseOf({ age: 1, answer: Infinity, hits, isTracked: true });
      });
      const n = (measure: string) => cases.reduce((sum, facts) => sum + countOf(facts, measure), 0);
      expect(n("clicked")).toBe(clicked);
      expect(n("opened_machine")).toBeLessThan(150 * 0.7);
      const opens = opensOf({
        tracked: n("tracked"),
        human: n("opened_human"),
        machine: n("opened_machine"),
      });
      const truth = opened / 150;
      return (opens.low ?? 1) <= truth && truth <= (opens.high ?? 0);
    });
    expect(holds.filter((isHeld) => !isHeld)).toEqual([]);
  });

  /** Answered within three days: of those written to, and of the holdout. */
  const [WRITTEN, HOLDOUT] = [0.45, 0.3];
  const answersIn = (chance: Chance, share: number) => ({
    answer: chance() < share ? 72 * chance() : Infinity,
    age: 100,
  });
  const had = (facts: CaseFacts) => (facts.responseSeconds ?? Infinity) <= 72 * 3600;

  it("was lifted by as much as lies within the limits, one case a person", () => {
    const chance = chanceFrom(13);
    const runs = 300;
    const arm = (share: number, isHoldout: boolean) =>
      sharesOf(
        times(100, (i) => ({
          unit: `${i}`,
          had: had(caseOf({ ...answersIn(chance, share), isHoldout })),
        })),
      );
    const covered = shareOf(runs, () => {
      const { fixed } = differenceOfShares(arm(WRITTEN, false), arm(HOLDOUT, true), {
        alpha: 0.05,
        planned: 200,
      });
      return fixed.low <= WRITTEN - HOLDOUT && WRITTEN - HOLDOUT <= fixed.high;
    });
    expect(covered).toBeGreaterThan(least(runs));
  });

  it("was lifted by as much as lies within the limits, with many cases a person", () => {
    const chance = chanceFrom(14);
    const runs = 300;
    const arm = (share: number, isHoldout: boolean) =>
      sharesOf(
        times(80, (person) => {
          const own = share + (chance() < 0.5 ? -0.25 : 0.25);
          return times(1 + Math.floor(4 * chance()), () => ({
            unit: `${person}`,
            had: had(caseOf({ ...answersIn(chance, own), isHoldout })),
          }));
        }).flat(),
      );
    const covered = shareOf(runs, () => {
      const { fixed } = differenceOfShares(arm(WRITTEN, false), arm(HOLDOUT, true), {
        alpha: 0.05,
        planned: 400,
      });
      return fixed.low <= WRITTEN - HOLDOUT && WRITTEN - HOLDOUT <= fixed.high;
    });
    expect(covered).toBeGreaterThan(least(runs) - 0.01);
  });

  it("is never missed by the limits for whoever looks every day", () => {
    const chance = chanceFrom(15);
    const runs = 150;
    const covered = shareOf(runs, () => {
      const written: { unit: string; had: boolean }[] = [];
      const holdout: typeof written = [];
      return times(20, (day) => {
        for (const i of times(20, (n) => n)) {
          const unit = `${day}.${i}`;
          written.push({ unit, had: had(caseOf(answersIn(chance, WRITTEN))) });
          const left = caseOf({ ...answersIn(chance, HOLDOUT), isHoldout: true });
          holdout.push({ unit, had: had(left) });
        }
        const { always } = differenceOfShares(sharesOf(written), sharesOf(holdout), {
          alpha: 0.05,
          planned: 800,
        });
        return always.low <= WRITTEN - HOLDOUT && WRITTEN - HOLDOUT <= always.high;
      }).every(Boolean);
    });
    expect(covered).toBeGreaterThan(least(runs));
  });

  it("answered by a moment as often as the incidence says, though some were canceled", () => {
    const chance = chanceFrom(16);
    const exponential = (mean: number) => -mean * Math.log(1 - chance());
    const truth = 0.75 * (1 - Math.exp(-48 * (1 / 60 + 1 / 180)));
    const runs = 300;
    const found: number[] = [];
    const alone: number[] = [];
    for (let run = 0; run < runs; run++) {
      const observed = times(150, () => {
        const age = 120 * chance();
        return observedOf(caseOf({ age, answer: exponential(60), cancel: exponential(180) }), age);
      });
      found.push(incidenceAt(incidenceOf(observed), 48).value);
      alone.push(1 - (survivalOf(observed).findLast(({ x }) => x <= 48)?.survival ?? 1));
    }
    expect(Math.abs(meanOf(found) - truth)).toBeLessThan(0.01);
    expect(meanOf(alone)).toBeGreaterThan(truth + 0.03);
  });
});

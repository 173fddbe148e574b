import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { incidenceAt, incidenceOf } from "../incidence";
import { logRank, rmstDifference } from "../log-rank";
import { normalQuantile } from "../normal";
import {
  type Observed,
  quantileLimits,
  quantileOf,
  rmst,
  type SurvivalStep,
  survivalOf,
} from "../survival";
import { agree } from "./agree";

type Rows = (number | null)[][];

type ObservedSet = { x: number[]; status: number[]; group: number[]; entered?: number[] };

/** `null` where R has no finite answer. */
type Answers = {
  confidence: number;
  steps: Rows;
  quantiles: Rows;
  tau: number;
  rmst: number[];
  incidence: Rows;
  logRank?: number[];
  rmstDifference?: number[];
};

const read = (file: string) => JSON.parse(readFileSync(`${import.meta.dirname}/${file}`, "utf8"));

const sets: ObservedSet[] = read("observed.json");
const answers: { sets: Answers[] } = read("answers.json");

const each = sets.map((set, i) => {
  const said = answers.sets[i];
  if (!said) throw new Error("each set has answers");
  return { set, said, name: `set ${i + 1}` };
});

const observedOf = ({ x, status, entered }: ObservedSet, event: 1 | 2 = 1): Observed[] =>
  x.map((each, i) => ({
    x: each,
    events: status[i] === event ? 1 : 0,
    censored: status[i] === 0 ? 1 : 0,
    competing: status[i] === 3 - event ? 1 : 0,
    ...(entered && { entered: entered[i] ?? 0 }),
  }));

const groupsOf = (set: ObservedSet): Observed[][] => {
  const rows = observedOf(set).map((row, i) => ({ row, group: set.group[i] ?? 0 }));
  return [...Map.groupBy(rows, ({ group }) => group)]
    .toSorted(([a], [b]) => a - b)
    .map(([, own]) => own.map(({ row }) => row));
};

const zOf = ({ confidence }: Answers) => normalQuantile(1 - (1 - confidence) / 2);

describe("100 random data sets, as R's survival package answers them", () => {
  it("are of all sizes and kinds", () => {
    expect(each).toHaveLength(100);
    const sizes = sets.map(({ x }) => x.length);
    expect([Math.min(...sizes), Math.max(...sizes) > 250]).toEqual([1, true]);
    expect(sets.filter(({ entered }) => entered).length).toBeGreaterThan(15);
    expect(each.filter(({ said }) => said.logRank).length).toBeGreaterThan(50);
    expect(each.filter(({ set, said }) => set.entered && said.logRank).length).toBeGreaterThan(2);
  });

  it("agree on S, who is at risk, Greenwood's error and log–log limits", () => {
    for (const { set, said, name } of each) {
      const steps = survivalOf(observedOf(set), { z: zOf(said) });
      expect(steps.length > 0).toBe(said.steps.length > 0);
      for (const [x, atRisk, survival, se, low, high] of said.steps) {
        const step = steps.find((own) => own.x === x);
        agree(step?.atRisk, atRisk, `${name} n(${x})`);
        agree(step?.survival, survival, `${name} S(${x})`);
        agree(step?.se, se, `${name} se(${x})`);
        agree(step?.low, low, `${name} low(${x})`);
        agree(step?.high, high, `${name} high(${x})`);
      }
    }
  });

  it("agree on the median, the 90th percentile and their limits", () => {
    for (const { set, said, name } of each) {
      const steps = survivalOf(observedOf(set), { z: zOf(said) });
      for (const [share, value, low, high] of said.quantiles) {
        if (typeof share !== "number") throw new Error("a quantile has a share");
        const limits = quantileLimits(steps, share);
        const ours = quantileOf(steps, share);
        expect([name, share, halfway(steps, share, ours)]).toEqual([name, share, value]);
        // R's answer for the 90th is another one where limits rise again, as they may while S falls.
        if (share !== 0.5 && steps.some(({ low }, k) => low > (steps[k - 1]?.low ?? 1))) continue;
        // Where S is 0 R has no lower limit, and ours is 0.
        const crosses = steps.some((step) => step.low <= 1 - share && step.survival > 0);
        expect([name, limits.low]).toEqual([name, crosses ? low : ours]);
        expect([name, limits.high]).toEqual([name, high]);
      }
    }
  });

  it("agree on the restricted mean and its error", () => {
    for (const { set, said, name } of each) {
      const { value, se } = rmst(survivalOf(observedOf(set)), said.tau);
      agree(value, said.rmst[0], `${name} mean`);
      agree(se, said.rmst[1], `${name} error of the mean`);
    }
  });

  it("agree on the incidence of either of two ends, its error and limits", () => {
    for (const { set, said, name } of each) {
      const z = zOf(said);
      const ends = [incidenceOf(observedOf(set, 1), { z }), incidenceOf(observedOf(set, 2), { z })];
      for (const [x, ...values] of said.incidence) {
        for (const [i, steps] of ends.entries()) {
          const at = incidenceAt(steps, x ?? 0);
          const [incidence, se, low, high] = values.slice(4 * i, 4 * i + 4);
          agree(at.value, incidence, `${name} F${i + 1}(${x})`);
          agree(at.se, se, `${name} error of F${i + 1}(${x})`);
          agree(at.low, low, `${name} low of F${i + 1}(${x})`);
          agree(at.high, high, `${name} high of F${i + 1}(${x})`);
        }
      }
    }
  });

  it("agree on the log-rank test and how far restricted means lie apart", () => {
    for (const { set, said, name } of each) {
      const groups = groupsOf(set);
      if (said.logRank) {
        const { chiSquared, df, p } = logRank(groups);
        agree(chiSquared, said.logRank[0], `${name} chi-squared`);
        expect([name, df]).toEqual([name, said.logRank[1]]);
        agree(p, said.logRank[2], `${name} p`);
      }
      if (said.rmstDifference) {
        const [a = [], b = []] = groups;
        const { value, se } = rmstDifference(a, b, said.tau);
        agree(value, said.rmstDifference[0], `${name} difference`);
        agree(se, said.rmstDifference[1], `${name} error of the difference`);
      }
    }
  });
});

/** Where S stays at exactly the share for a while R takes the middle of it; ours is where it begins. */
function halfway(steps: readonly SurvivalStep[], share: number, ours: number | null) {
  const i = steps.findIndex(({ x }) => x === ours);
  const [step, next] = [steps[i], steps[i + 1]];
  if (!step || !next || ours === null) return ours;
  return Math.abs(step.survival - (1 - share)) < 1e-8 ? (ours + next.x) / 2 : ours;
}

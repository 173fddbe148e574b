import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { chiSquaredSurvival, normalCdf, normalQuantile } from "../normal";
import { wilson } from "../proportion";
import { sampleRatio } from "../sample-ratio";
import { casesNeeded } from "../sample-size";
import { agree } from "./agree";

type Name =
  | "normalQuantile"
  | "normalCdf"
  | "chiSquared"
  | "wilson"
  | "casesNeeded"
  | "sampleRatio";

/** Each row: what was asked, then what R says, `null` for what is not finite. */
const answers: Record<Name, (number | null)[][]> = JSON.parse(
  readFileSync(`${import.meta.dirname}/answers.json`, "utf8"),
);

const ours: Record<Name, (...asked: number[]) => (number | null)[]> = {
  normalQuantile: (p = 0) => [normalQuantile(p)],
  normalCdf: (z = 0) => [normalCdf(z)],
  chiSquared: (x = 0, df = 0) => [chiSquaredSurvival(x, df)],
  wilson: (x = 0, n = 0) => {
    const { low, high } = wilson(x, n);
    return [low, high];
  },
  casesNeeded: (base = 0, change = 0, power = 0, alpha = 0) => [
    casesNeeded({ base, change, power, alpha }),
  ],
  sampleRatio: (a = 0, b = 0, c = 0, ...weights) => {
    const { chiSquared, p } = sampleRatio([a, b, c], weights.slice(0, 3));
    return [chiSquared, p];
  },
};

describe("R's own functions agree on", () => {
  it.each(Object.keys(ours) as Name[])("%s", (name) => {
    expect(answers[name].length).toBeGreaterThanOrEqual(25);
    for (const row of answers[name]) {
      const values = ours[name](...row.map(Number));
      for (const [i, theirs] of row.slice(-values.length).entries()) {
        const said = name === "casesNeeded" ? Math.ceil(theirs ?? 0) : theirs;
        agree(values[i], said, `${name} of ${row}`);
      }
    }
  });
});

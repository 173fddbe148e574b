import type { TallySum } from "./tally-sums";

type Where = { stage?: string; channel?: string };

/** How often something was counted: of everything, or of one stage or channel. */
export type TotalOf = (measure: string, where?: Where) => number;

/** Sums, ready to be asked for one measure after the other. */
export function totalsOf(sums: readonly TallySum[]): TotalOf {
  const byMeasure = Map.groupBy(sums, ({ measure }) => measure);
  return (measure, { stage, channel } = {}) => {
    let total = 0;
    for (const sum of byMeasure.get(measure) ?? []) {
      const isMeant =
        (stage === undefined || sum.stage === stage) &&
        (channel === undefined || sum.channel === channel);
      if (isMeant) total += sum.n;
    }
    return total;
  };
}

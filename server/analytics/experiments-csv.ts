import type { ExperimentsReport } from "@/core/contracts/analytics/experiments";
import { csvLine } from "@/server/http/csv";

const HEAD = [
  "step",
  "arm",
  "holdout",
  "control",
  "people",
  "cases",
  "pending",
  "counted",
  "had",
  "opted_out",
  "complained",
  "escalated",
  "messages_delivered",
  "resolved",
  "difference",
  "difference_low",
  "difference_high",
  "fixed_low",
  "fixed_high",
  "lift",
  "verdict",
  "opened_since",
];

/** One line for each arm; the differences are those that hold however often somebody looks. */
export function experimentsCsv({ experiments, from }: ExperimentsReport): string {
  const lines = experiments.flatMap(({ step, control, arms, comparisons }) =>
    arms.map((arm) => {
      const found = comparisons.find((each) => each.arm === arm.name);
      return csvLine([
        step,
        arm.name,
        arm.isHoldout ? "yes" : "no",
        control,
        arm.people,
        arm.cases,
        arm.pending,
        arm.counted,
        arm.had,
        arm.optedOut,
        arm.complained,
        arm.escalated,
        arm.delivered,
        arm.resolved,
        found?.always?.value ?? null,
        found?.always?.low ?? null,
        found?.always?.high ?? null,
        found?.fixed?.low ?? null,
        found?.fixed?.high ?? null,
        found?.lift?.value ?? null,
        found?.verdict ?? null,
        from,
      ]);
    }),
  );
  return [csvLine(HEAD), ...lines].join("");
}

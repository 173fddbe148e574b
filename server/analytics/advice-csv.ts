import type { AdviceReport } from "@/core/contracts/analytics/advice";
import { csvLine } from "@/server/http/csv";

const HEAD = [
  "kind",
  "stage",
  "step",
  "change",
  "to",
  "answers",
  "answers_of",
  "answers_low",
  "answers_high",
  "opt_outs",
  "opt_outs_low",
  "opt_outs_high",
  "lift",
];

/** One line for each piece of advice. Shares are fractions. */
export const adviceCsv = ({ advice }: AdviceReport): string =>
  [csvLine(HEAD), ...advice.map((each) => csvLine(cellsOf(each)))].join("");

function cellsOf(each: AdviceReport["advice"][number]): (string | number | null)[] {
  const { kind, stage, change } = each;
  const to = change.do === "wait_for" ? change.for : change.do === "wait_at" ? change.at : null;
  const answers = kind === "hours" ? null : each.answers;
  const optOuts = kind === "costly" ? each.optOuts : null;
  return [
    kind,
    stage,
    change.step,
    change.do,
    to,
    answers?.n ?? null,
    answers?.of ?? null,
    answers?.low ?? null,
    answers?.high ?? null,
    optOuts?.n ?? null,
    optOuts?.low ?? null,
    optOuts?.high ?? null,
    kind === "hours" ? each.window.lift : null,
  ];
}

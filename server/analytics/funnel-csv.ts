import type { FunnelReport } from "@/core/contracts/analytics/funnel";
import { csvLine } from "@/server/http/csv";

const HEAD = [
  "workflow",
  "version",
  "stage",
  "name",
  "entered",
  "delivered",
  "responded",
  "resolved",
  "passed",
  "here",
  "ended",
  "no_answer",
  "opted_out",
  "messages_delivered",
];

/** One line for each stage. */
export function funnelCsv({ workflow, version, stages }: FunnelReport): string {
  const lines = stages.map((stage) =>
    csvLine([
      workflow,
      version,
      stage.stage,
      stage.name,
      stage.entered,
      stage.delivered,
      stage.responded,
      stage.resolved,
      stage.passed,
      stage.here,
      stage.ended,
      stage.noAnswer,
      stage.optOuts.n,
      stage.optOuts.of,
    ]),
  );
  return [csvLine(HEAD), ...lines].join("");
}

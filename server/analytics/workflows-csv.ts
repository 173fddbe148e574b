import type { WorkflowsReport } from "@/core/contracts/analytics/workflows";
import { csvLine } from "@/server/http/csv";

const HEAD = [
  "workflow",
  "name",
  "opened",
  "open",
  "responded",
  "reached",
  "resolved",
  "due_met",
  "due_passed",
  "median_seconds_to_response",
  "no_median_because",
  "escalated",
  "escalation_decided",
  "messages_per_resolved",
  "opted_out",
  "messages_delivered",
];

/** One line for each workflow. */
export function workflowsCsv({ workflows }: WorkflowsReport): string {
  const lines = workflows.map((row) =>
    csvLine([
      row.workflow,
      row.name,
      row.opened,
      row.open,
      row.response.n,
      row.response.of,
      row.resolution.n,
      row.onTime.n,
      row.onTime.of,
      row.medianToResponse.seconds,
      row.medianToResponse.why,
      row.escalation.n,
      row.escalation.of,
      row.messagesPerResolved,
      row.optOuts.n,
      row.optOuts.of,
    ]),
  );
  return [csvLine(HEAD), ...lines].join("");
}

import type { EscalationsReport } from "@/core/contracts/analytics/escalations";
import { csvLine } from "@/server/http/csv";

const HEAD = [
  "by",
  "key",
  "escalated",
  "acknowledged",
  "acknowledged_in_time",
  "median_seconds_to_acknowledge",
  "no_median_because",
  "waiting",
  "climbed",
  "exhausted",
  "resolved_after",
  "nobody",
];

/** The report's three tables as one, told apart by the first column. */
export function escalationsCsv({ byLevel, byTarget, byTeam }: EscalationsReport): string {
  const lines = Object.entries({ level: byLevel, target: byTarget, team: byTeam }).flatMap(
    ([by, groups]) =>
      groups.map((group) =>
        csvLine([
          by,
          group.key,
          group.escalated,
          group.acknowledged,
          group.acknowledgedInTime,
          group.medianToAcknowledge.seconds,
          group.medianToAcknowledge.why,
          group.waiting,
          group.climbed,
          group.exhausted,
          group.resolvedAfter,
          group.nobody,
        ]),
      ),
  );
  return [csvLine(HEAD), ...lines].join("");
}

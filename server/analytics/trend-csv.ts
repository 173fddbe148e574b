import type { TrendPoint, TrendReport } from "@/core/contracts/analytics/trend";
import { csvLine } from "@/server/http/csv";

const HEAD = [
  "period",
  "at",
  "opened",
  "reached",
  "responded",
  "resolved",
  "escalated",
  "open",
  "due_met",
  "due_passed",
  "delivered",
  "opted_out",
  "escalation_decided",
];

/** One line for each step of each period. */
export function trendCsv({ points, compared }: TrendReport): string {
  const lines = (period: string, of: readonly TrendPoint[]) =>
    of.map((point) =>
      csvLine([
        period,
        point.at,
        point.opened,
        point.reached,
        point.responded,
        point.resolved,
        point.escalated,
        point.open,
        point.dueMet,
        point.duePassed,
        point.delivered,
        point.optedOut,
        point.escalationDecided,
      ]),
    );
  return [csvLine(HEAD), ...lines("this", points), ...lines("compared", compared ?? [])].join("");
}

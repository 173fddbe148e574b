import type { HealthReport } from "@/core/contracts/analytics/health";
import { csvLine } from "@/server/http/csv";

/** One line for each reason, then what is so now. */
export function healthCsv({
  notSent,
  held,
  failed,
  zoneUnknown,
  suppressed,
}: HealthReport): string {
  const lines = Object.entries({ not_sent: notSent, held, failed }).flatMap(([table, reasons]) =>
    reasons.map(({ code, channel, n }) => csvLine([table, code, channel, n])),
  );
  return [
    csvLine(["table", "code", "channel", "n"]),
    ...lines,
    csvLine(["now", "zone_unknown", null, zoneUnknown]),
    csvLine(["now", "suppressed", null, suppressed]),
  ].join("");
}

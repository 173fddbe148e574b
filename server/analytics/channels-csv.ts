import type { ChannelsReport } from "@/core/contracts/analytics/channels";
import { csvLine } from "@/server/http/csv";

const HEAD = [
  "channel",
  "sent",
  "delivered",
  "bounced",
  "failed",
  "not_sent",
  "tracked",
  "opened_by_humans",
  "opened_by_machines",
  "seen",
  "clicked",
  "responded",
  "responded_exactly",
  "responded_instead",
  "replied",
  "complained",
  "opted_out",
];

/** One line for each channel. */
export function channelsCsv({ channels }: ChannelsReport): string {
  const lines = channels.map((row) =>
    csvLine([
      row.channel,
      row.sent,
      row.delivered,
      row.bounced,
      row.failed,
      row.notSent,
      row.opens?.tracked ?? null,
      row.opens?.human ?? null,
      row.opens?.machine ?? null,
      row.seen,
      row.clicked.n,
      row.responded,
      row.respondedExactly,
      row.respondedInstead,
      row.replied,
      row.complained,
      row.optedOut.n,
    ]),
  );
  return [csvLine(HEAD), ...lines].join("");
}

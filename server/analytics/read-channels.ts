import type { ChannelRow, ChannelsReport } from "@/core/contracts/analytics/channels";
import { opensOf, ratioOf } from "@/core/metrics/kpis";
import type { Measure } from "@/core/metrics/measure";
import { type TotalOf, totalsOf } from "@/core/metrics/total-of";
import { Channel } from "@/core/template/channel";
import { type OpenReport, scopeOf } from "./open-report";

const MEASURES = [
  "sent",
  "delivered",
  "bounced",
  "failed",
  "tracked",
  "opened_human",
  "opened_machine",
  "seen",
  "clicked",
  "answered_after",
  "answered_exactly",
  "answered_fallback",
  "replied",
  "complained",
  "opted_out",
] as const satisfies Measure[];

/** What became of the messages, channel by channel; those that were not used are left out. */
export async function readChannels(report: OpenReport): Promise<ChannelsReport> {
  const [sums, notSent] = await Promise.all([
    report.source.sums({ measures: MEASURES }),
    report.source.sums({ prefix: "not_sent/" }),
  ]);
  const all = [...sums, ...notSent.map((sum) => ({ ...sum, measure: "not_sent" }))];
  const used = new Set(all.map(({ channel }) => channel));
  const channels = Channel.options.filter((channel) => used.has(channel));
  const n = totalsOf(all);
  return { ...scopeOf(report), channels: channels.map((channel) => rowOf(channel, n)) };
}

function rowOf(channel: Channel, n: TotalOf): ChannelRow {
  const of = (measure: (typeof MEASURES)[number] | "not_sent") => n(measure, { channel });
  const delivered = of("delivered");
  return {
    channel,
    sent: of("sent"),
    delivered,
    bounced: of("bounced"),
    failed: of("failed"),
    notSent: of("not_sent"),
    opens:
      channel === "email"
        ? opensOf({
            tracked: of("tracked"),
            human: of("opened_human"),
            machine: of("opened_machine"),
          })
        : null,
    seen: channel === "in_app" ? of("seen") : null,
    clicked: ratioOf(of("clicked"), delivered),
    responded: of("answered_after"),
    respondedExactly: of("answered_exactly"),
    respondedInstead: of("answered_fallback"),
    replied: of("replied"),
    complained: of("complained"),
    optedOut: ratioOf(of("opted_out"), delivered),
  };
}

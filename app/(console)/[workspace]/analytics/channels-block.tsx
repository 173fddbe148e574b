import { ChannelBars } from "@/components/analytics/channel-bars";
import { ChannelsTable } from "@/components/analytics/channels-table";
import { ChartFrame } from "@/components/analytics/chart-frame";
import { countText } from "@/components/analytics/number-text";
import { readChannels } from "@/server/analytics/read-channels";
import { casesBehind, csvHref } from "./block-links";
import { type ReportPage, reportOf } from "./report-page";

/** What became of messages, channel by channel, never summed; and what fallbacks brought. */
export async function ChannelsBlock({ page }: { page: ReportPage }) {
  const { t, locale } = page.view;
  const { channels } = await readChannels(await reportOf(page));
  const best = channels.toSorted((a, b) => b.responded - a.responded)[0];
  const named = (channel: (typeof channels)[number]["channel"]) =>
    t("messages.channelName", { channel });
  const instead = channels.filter(({ respondedInstead }) => respondedInstead > 0);
  return (
    <ChartFrame
      finding={
        best && best.responded > 0
          ? t("blocks.channelsFinding", {
              channel: named(best.channel),
              n: countText(best.responded, locale),
            })
          : t("blocks.channelsNone")
      }
      definition={{
        name: t("blocks.channels"),
        means: t("blocks.channelsMeans"),
        counted: t("blocks.channelsCounted"),
        of: t("blocks.channelsOf"),
        cases: casesBehind(page, { measure: "delivered" }),
      }}
      csvHref={csvHref(page, "channels")}
      file="channels"
      table={<ChannelsTable {...{ channels, t, locale }} />}
      note={instead.map(({ channel, respondedInstead: n }) => (
        <p key={channel} className="pt-2 text-sm text-ft-2">
          {t("blocks.instead", { channel: named(channel), n })}
        </p>
      ))}
    >
      <ChannelBars {...{ channels, t, locale }} />
    </ChartFrame>
  );
}

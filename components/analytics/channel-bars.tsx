import type { Text } from "@/components/text/text";
import type { ChannelRow } from "@/core/contracts/analytics/channels";
import { channelSteps } from "./channel-steps";
import { countText } from "./number-text";

type Props = { channels: readonly ChannelRow[]; t: Text; locale: string };

/** A small chart for each channel, its bars shares of what it delivered. */
export function ChannelBars({ channels, t, locale }: Props) {
  return (
    <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
      {channels.map((row) => (
        <div key={row.channel} className="grid content-start gap-1 text-xs">
          <h3 className="text-sm font-semibold">
            {t("messages.channelName", { channel: row.channel })}
          </h3>
          {channelSteps(row, t, locale).map(({ id, label, n, note }) => (
            <div key={id} className="grid gap-0.5">
              <p className="flex flex-wrap gap-x-2">
                <span className="text-ft-2">{label}</span>
                <span className="font-semibold tabular-nums">{countText(n, locale)}</span>
                <span className="text-ft-3">{note}</span>
              </p>
              <span className="ft-bar-track" aria-hidden="true">
                <i
                  data-kind={id === "delivered" ? "entered" : "responded"}
                  style={{ width: `${Math.min(100, (100 * n) / Math.max(1, row.delivered))}%` }}
                />
              </span>
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

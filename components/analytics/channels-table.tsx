import type { Text } from "@/components/text/text";
import { Table } from "@/components/ui/table";
import type { ChannelRow } from "@/core/contracts/analytics/channels";
import { countText } from "./number-text";

type Props = { channels: readonly ChannelRow[]; t: Text; locale: string };

/** What became of messages on each channel, in numbers. */
export function ChannelsTable({ channels, t, locale }: Props) {
  const columns: { label: string; of: (row: ChannelRow) => number | null }[] = [
    { label: t("blocks.sent"), of: (row) => row.sent },
    { label: t("analytics.delivered"), of: (row) => row.delivered },
    { label: t("blocks.bounced"), of: (row) => row.bounced },
    { label: t("blocks.failed"), of: (row) => row.failed },
    { label: t("analytics.opens"), of: (row) => row.opens?.human ?? null },
    { label: t("blocks.seen"), of: (row) => row.seen },
    { label: t("blocks.clicked"), of: (row) => row.clicked.n },
    { label: t("analytics.responded"), of: (row) => row.responded },
    { label: t("analytics.optOuts"), of: (row) => row.optedOut.n },
  ];
  const head = t("analytics.field_channel");
  return (
    <Table
      caption={t("blocks.channels")}
      columns={[{ label: head }, ...columns.map(({ label }) => ({ label, number: true }))]}
    >
      {channels.map((row) => (
        <tr key={row.channel}>
          <th scope="row" data-label={head}>
            {t("messages.channelName", { channel: row.channel })}
          </th>
          {columns.map(({ label, of }) => {
            const n = of(row);
            return (
              <td key={label} className="ft-number" data-label={label}>
                {n === null ? "–" : countText(n, locale)}
              </td>
            );
          })}
        </tr>
      ))}
    </Table>
  );
}

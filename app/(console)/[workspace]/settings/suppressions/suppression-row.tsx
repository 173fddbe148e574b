import { addressText } from "@/components/people/address-text";
import type { Text } from "@/components/text/text";
import { Time } from "@/components/ui/time";
import type { SuppressionRow as Row } from "@/db/queries/suppressions";
import { Lift } from "./lift";

export function SuppressionRow({
  row: { channel, address, reason, at },
  slug,
  mayLift,
  clock,
  t,
}: {
  row: Row;
  slug: string;
  mayLift: boolean;
  clock: { viewerZone: string; locale: string; now: number };
  t: Text;
}) {
  const shown = addressText(t, channel, address);
  return (
    <tr>
      <th scope="row" data-label={t("suppressions.address")} className="break-all md:max-w-80">
        {shown}
      </th>
      <td data-label={t("suppressions.channel")}>{t(`settings.channel_${channel}`)}</td>
      <td data-label={t("suppressions.reason")}>{t(`suppressions.reason_${reason}`)}</td>
      <td data-label={t("suppressions.since")}>
        <Time at={at} {...clock} />
      </td>
      <td>
        {mayLift ? <Lift slug={slug} shown={shown} {...{ channel, address, reason }} /> : null}
      </td>
    </tr>
  );
}

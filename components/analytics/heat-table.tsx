import type { Text } from "@/components/text/text";
import { Table } from "@/components/ui/table";
import type { HeatCell } from "@/core/contracts/analytics/heatmap";
import { countText, ratioText } from "./number-text";
import { hourText, weekdayText } from "./weekdays";

type Props = { cells: readonly HeatCell[]; t: Text; locale: string };

/** The hours in which somebody was waited for, in numbers. */
export function HeatTable({ cells, t, locale }: Props) {
  const heads = [t("blocks.hour"), t("blocks.responses"), t("blocks.awaiting"), t("blocks.share")];
  return (
    <Table caption={t("blocks.heat")} columns={heads.map((label, i) => ({ label, number: i > 0 }))}>
      {cells
        .filter(({ awaiting, responses }) => awaiting > 0 || responses > 0)
        .map(({ weekday, hour, responses: n, awaiting: of, rate }) => (
          <tr key={`${weekday} ${hour}`}>
            <th scope="row" data-label={heads[0]}>
              {weekdayText(weekday, locale)} {hourText(hour)}
            </th>
            <td className="ft-number" data-label={heads[1]}>
              {countText(n, locale)}
            </td>
            <td className="ft-number" data-label={heads[2]}>
              {countText(of, locale)}
            </td>
            <td className="ft-number" data-label={heads[3]}>
              {rate === null ? t("analytics.tooFew") : ratioText({ n, of, rate }, locale)}
            </td>
          </tr>
        ))}
    </Table>
  );
}

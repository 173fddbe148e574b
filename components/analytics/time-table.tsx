import Link from "next/link";
import type { Text } from "@/components/text/text";
import { Table } from "@/components/ui/table";
import type { Curve } from "@/core/contracts/analytics/response-time";
import { countText, percentileText } from "./number-text";

const SHARES = ["p25", "p50", "p75", "p90"] as const;

/** By when a quarter, half, three quarters and nine tenths have an answer, line by line. */
export function TimeTable({
  curves,
  names,
  hrefOf,
  t,
  locale,
}: {
  curves: readonly Curve[];
  names: readonly string[];
  /** To the page of the line alone. */
  hrefOf: (key: string) => string | undefined;
  t: Text;
  locale: string;
}) {
  return (
    <Table
      caption={t("analytics.percentiles")}
      columns={[
        { label: t("analytics.percentiles") },
        { label: t("analytics.casesReached"), number: true },
        { label: t("analytics.answers"), number: true },
        ...SHARES.map((share) => ({ label: t(`analytics.${share}`), number: true })),
      ]}
    >
      {curves.map((curve, i) => {
        const href = hrefOf(curve.key);
        return (
          <tr key={curve.key}>
            <th scope="row" data-label={t("analytics.line")}>
              {href ? (
                <Link href={href} className="ft-link">
                  {names[i]}
                </Link>
              ) : (
                names[i]
              )}
            </th>
            <td className="ft-number" data-label={t("analytics.casesReached")}>
              {countText(curve.cases, locale)}
            </td>
            <td className="ft-number" data-label={t("analytics.answers")}>
              {countText(curve.events, locale)}
            </td>
            {SHARES.map((share) => (
              <td key={share} className="ft-number" data-label={t(`analytics.${share}`)}>
                {percentileText(curve[share], t, locale)}
              </td>
            ))}
          </tr>
        );
      })}
    </Table>
  );
}

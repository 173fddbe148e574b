import Link from "next/link";
import type { Text } from "@/components/text/text";
import { Table } from "@/components/ui/table";
import type { FunnelReport } from "@/core/contracts/analytics/funnel";
import type { Behind } from "./behind-href";
import { countText, ratioText } from "./number-text";

const COUNTS = [
  ["entered", "stage_entered"],
  ["delivered", "stage_delivered"],
  ["responded", "stage_responded"],
  ["resolved", "stage_resolved"],
  ["passed", "stage_passed"],
  ["noAnswer", "stage_unanswered"],
  ["ended", "stage_ended"],
  ["here", "stage_here"],
] as const;

/** The funnel as a table; every count leads to its cases. */
export function FunnelTable({
  report: { stages, version },
  hrefOf,
  t,
  locale,
}: {
  report: FunnelReport;
  hrefOf: (measure: Behind, stage: string) => string;
  t: Text;
  locale: string;
}) {
  const name = t("analytics.funnel");
  const caption =
    version === null ? name : `${name}, ${t("analytics.funnelVersion", { n: version })}`;
  return (
    <Table
      caption={caption}
      columns={[
        { label: t("analytics.stage") },
        ...COUNTS.map(([field]) => ({ label: t(`analytics.${field}`), number: true })),
        { label: t("analytics.stageOptOuts"), number: true },
      ]}
    >
      {stages.map((stage) => (
        <tr key={stage.stage}>
          <th scope="row" data-label={t("analytics.stage")}>
            {stage.name}
          </th>
          {COUNTS.map(([field, measure]) => (
            <td key={field} className="ft-number" data-label={t(`analytics.${field}`)}>
              <Link prefetch={false} href={hrefOf(measure, stage.stage)} className="ft-link">
                {countText(stage[field], locale)}
              </Link>
            </td>
          ))}
          <td className="ft-number" data-label={t("analytics.stageOptOuts")}>
            {ratioText(stage.optOuts, locale)}
          </td>
        </tr>
      ))}
    </Table>
  );
}

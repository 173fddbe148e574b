import Link from "next/link";
import { ChartFrame } from "@/components/analytics/chart-frame";
import { countText } from "@/components/analytics/number-text";
import { Table } from "@/components/ui/table";
import { codeSentence } from "@/core/sentence/decision-sentence";
import { Channel } from "@/core/template/channel";
import { readHealth } from "@/server/analytics/read-health";
import { casesBehind, csvHref } from "./block-links";
import { type ReportPage, reportOf } from "./report-page";

const KINDS = [
  ["notSent", "not_sent"],
  ["held", "held"],
  ["failed", "failed"],
] as const;

/** What kept messages from people, by reason and channel; and who cannot be reached now. */
export async function HealthBlock({ page }: { page: ReportPage }) {
  const { t, locale, viewerZone } = page.view;
  const report = await readHealth(await reportOf(page));
  const rows = KINDS.flatMap(([field, kind]) =>
    report[field].map((row) => ({ ...row, kind, of: t(`blocks.${field}`) })),
  );
  const all = rows.reduce((n, row) => n + row.n, 0);
  const heads = [t("blocks.kept"), t("blocks.reason"), t("analytics.field_channel")] as const;
  const table = (
    <Table
      caption={t("blocks.health")}
      columns={[
        ...heads.map((label) => ({ label })),
        { label: t("blocks.messages"), number: true },
      ]}
    >
      {rows.map(({ kind, of, code, channel: name, n }) => {
        const channel = Channel.safeParse(name).data;
        return (
          <tr key={`${kind} ${code} ${name}`}>
            <td data-label={heads[0]}>{of}</td>
            <th scope="row" data-label={heads[1]}>
              {codeSentence(code, {}, { locale, zone: viewerZone })}
            </th>
            <td data-label={heads[2]}>{channel ? t("messages.channelName", { channel }) : "–"}</td>
            <td className="ft-number" data-label={t("blocks.messages")}>
              <Link
                prefetch={false}
                className="ft-link"
                href={casesBehind(page, {
                  measure: `${kind}/${code}`,
                  ...(channel ? { channel } : {}),
                })}
              >
                {countText(n, locale)}
              </Link>
            </td>
          </tr>
        );
      })}
    </Table>
  );
  return (
    <ChartFrame
      finding={t(all === 0 ? "blocks.healthNone" : "blocks.healthFinding", { n: all })}
      definition={{
        name: t("blocks.health"),
        means: t("blocks.healthMeans"),
        counted: t("blocks.healthCounted"),
        of: t("blocks.healthOf"),
      }}
      csvHref={csvHref(page, "health")}
      file="health"
      table={table}
      note={
        <p className="pt-2 text-xs text-ft-3">
          {t("blocks.healthNow", { zone: report.zoneUnknown, suppressed: report.suppressed })}
        </p>
      }
    >
      {all === 0 ? null : table}
    </ChartFrame>
  );
}

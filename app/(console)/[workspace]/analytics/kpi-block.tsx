import { KpiStrip } from "@/components/analytics/kpi-strip";
import { kpisShown } from "@/components/analytics/kpis-shown";
import { absoluteText } from "@/components/ui/time-text";
import { readSummary } from "@/server/analytics/read-summary";
import { casesBehind, csvHref } from "./block-links";
import { comparisonOf, type ReportPage, reportOf, trendOf } from "./report-page";

/** The numbers at the head of the page. */
export async function KpiBlock({ page }: { page: ReportPage }) {
  const { t, locale, viewerZone, now } = page.view;
  const compare = comparisonOf(page);
  const report = await reportOf(page);
  const [summary, { points }] = await Promise.all([
    readSummary(report, { compare }),
    trendOf(page),
  ]);
  const kpis = kpisShown({
    summary,
    points,
    href: (behind) => casesBehind(page, behind),
    t,
    locale,
  });
  const time = absoluteText(Date.parse(summary.asOf), viewerZone, now, locale);
  return (
    <div className="grid gap-2">
      <KpiStrip kpis={kpis} isCompared={summary.compared !== null} t={t} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="text-xs text-ft-3">
          {t("analytics.asOf", { time })}
          {summary.source === "cases" ? ` · ${t("analytics.recounted")}` : null}
        </p>
        <a
          href={csvHref(page, "summary")}
          download
          className="button button--ghost button--sm"
          aria-label={t("analytics.exportNumbers")}
        >
          {t("analytics.exportCsv")}
        </a>
      </div>
    </div>
  );
}

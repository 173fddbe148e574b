import { ChartFrame } from "@/components/analytics/chart-frame";
import { HeatGrid } from "@/components/analytics/heat-grid";
import { HeatTable } from "@/components/analytics/heat-table";
import { hourText, weekdayText } from "@/components/analytics/weekdays";
import { readHeatmap } from "@/server/analytics/read-heatmap";
import { csvHref } from "./block-links";
import { type ReportPage, reportOf } from "./report-page";

/** When people answer, by the hour of their own week. */
export async function HeatBlock({ page }: { page: ReportPage }) {
  const { t, locale } = page.view;
  const { cells, best } = await readHeatmap(await reportOf(page));
  const days = best?.weekdays.map((day) => weekdayText(day, locale)) ?? [];
  return (
    <ChartFrame
      finding={
        best
          ? t("blocks.heatFinding", {
              n: String(days.length),
              days: new Intl.ListFormat(locale).format(days),
              from: hourText(best.fromHour),
              to: hourText(best.toHour),
            })
          : t("blocks.heatNone")
      }
      definition={{
        name: t("blocks.heat"),
        means: t("blocks.heatMeans"),
        counted: t("blocks.heatCounted"),
        of: t("blocks.heatOf"),
      }}
      csvHref={csvHref(page, "heatmap")}
      file="heatmap"
      table={<HeatTable {...{ cells, t, locale }} />}
      note={<p className="pt-2 text-xs text-ft-3">{t("blocks.heatNote")}</p>}
    >
      <HeatGrid cells={cells} />
    </ChartFrame>
  );
}

import { ChartFrame } from "@/components/analytics/chart-frame";
import { funnelFinding } from "@/components/analytics/findings";
import { FunnelStages } from "@/components/analytics/funnel-stages";
import { FunnelTable } from "@/components/analytics/funnel-table";
import { ChipFilter } from "@/components/ui/chip-filter";
import { openReport } from "@/server/analytics/open-report";
import { readFunnel } from "@/server/analytics/read-funnel";
import { ctx } from "@/server/boot";
import { casesBehind, csvHref, pageHref } from "./block-links";
import { type ReportPage, reportOf } from "./report-page";
import { SplitChips } from "./split-chips";

/** So many stand beside each other on a wide screen; the newest. */
const VERSIONS_MAX = 3;
const WORKFLOWS_OFFERED_MAX = 6;

/** How far cases of one workflow came; of several, the one with the most cases until another is chosen. */
export async function FunnelBlock({ page }: { page: ReportPage }) {
  const { t, locale } = page.view;
  const { workflow, others } = await workflowOf(page);
  const versions = page.asked.by === "version" ? await versionsOf(page, workflow) : [];
  const shown = versions.length > 1 ? versions : [undefined];
  const all = await funnelOf(page, workflow, page.asked.filters.version);
  const reports =
    versions.length > 1
      ? await Promise.all(shown.map((version) => funnelOf(page, workflow, version)))
      : [all];
  const finding = funnelFinding(all, { t, locale });
  const hrefOf =
    (version: number | null) =>
    (measure: Parameters<typeof casesBehind>[1]["measure"], stage: string) => {
      const filters = {
        ...page.asked.filters,
        workflow,
        ...(version === null ? {} : { version }),
      };
      return casesBehind({ ...page, asked: { ...page.asked, filters } }, { measure, stage });
    };
  return (
    <ChartFrame
      finding={finding}
      definition={{
        name: t("analytics.funnel"),
        means: t("analytics.funnelMeans"),
        counted: t("analytics.funnelCounted"),
        of: t("analytics.funnelOf"),
      }}
      csvHref={csvHref({ ...page, only: workflow }, "funnel")}
      file="funnel"
      actions={
        page.asked.filters.version === undefined ? (
          <SplitChips page={page} splits={["none", "version"]} />
        ) : null
      }
      table={
        <div className="grid gap-6">
          {reports.map((report) => (
            <FunnelTable
              key={report.version}
              {...{ report, t, locale }}
              hrefOf={hrefOf(report.version)}
            />
          ))}
        </div>
      }
    >
      {others.length > 1 ? (
        <div className="pb-3">
          <ChipFilter
            label={t("analytics.funnelChoose")}
            options={others.slice(0, WORKFLOWS_OFFERED_MAX).map((key) => ({
              label: page.workflows.get(key) ?? key,
              href: pageHref(page, { workflow: key }),
              current: key === workflow,
            }))}
          />
        </div>
      ) : null}
      <div className="grid gap-x-10 gap-y-6 lg:grid-flow-col lg:auto-cols-fr">
        {reports.map((report) => (
          <div key={report.version} className="min-w-0">
            {reports.length > 1 ? (
              <h3 className="pb-2 text-xs font-semibold text-ft-2">
                {t("analytics.funnelVersion", { n: report.version ?? 0 })}
              </h3>
            ) : null}
            <FunnelStages {...{ report, t, locale }} hrefOf={hrefOf(report.version)} />
          </div>
        ))}
      </div>
    </ChartFrame>
  );
}

/** Whose funnel is shown, and between which it was chosen: the busiest first. */
async function workflowOf(page: ReportPage) {
  const named = page.asked.filters.workflow;
  if (named !== undefined) return { workflow: named, others: [] };
  const { source } = await reportOf(page);
  const sums = await source.sums({ measures: ["opened"] }, ["workflow"]);
  const others = sums
    .toSorted((a, b) => b.n - a.n)
    .flatMap(({ workflow }) => (workflow === undefined ? [] : [workflow]));
  return { workflow: others[0] ?? "", others };
}

const reportFor = (page: ReportPage, workflow: string, version: number | undefined) => {
  const { filters, days } = page.asked;
  if (workflow === filters.workflow && version === filters.version) return reportOf(page);
  return openReport(ctx.db, page.view.workspaceId, {
    ...filters,
    ...days,
    workflow,
    version,
    timeZone: page.view.workspaceZone,
  });
};

const funnelOf = async (page: ReportPage, workflow: string, version: number | undefined) =>
  readFunnel(await reportFor(page, workflow, version));

/** Versions with cases, oldest first. */
async function versionsOf(page: ReportPage, workflow: string): Promise<number[]> {
  const { source } = await reportFor(page, workflow, undefined);
  const sums = await source.sums({ measures: ["opened"] }, ["version"]);
  return sums
    .flatMap(({ version, n }) => (version !== undefined && n > 0 ? [version] : []))
    .sort((a, b) => a - b)
    .slice(-VERSIONS_MAX);
}

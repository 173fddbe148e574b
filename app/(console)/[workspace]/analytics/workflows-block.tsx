import { ChartFrame } from "@/components/analytics/chart-frame";
import { WorkflowRows } from "@/components/analytics/workflow-rows";
import { readWorkflows } from "@/server/analytics/read-workflows";
import { casesBehind, csvHref } from "./block-links";
import { type ReportPage, reportOf } from "./report-page";

/** The workflows beside each other; one workflow's page needs none. */
export async function WorkflowsBlock({ page }: { page: ReportPage }) {
  if (page.only !== undefined) return null;
  const { t, slug } = page.view;
  const { workflows } = await readWorkflows(await reportOf(page));
  const table = <WorkflowRows rows={workflows} slug={slug} caption={t("blocks.workflows")} />;
  return (
    <ChartFrame
      finding={t("blocks.workflowsFinding", { n: workflows.length })}
      definition={{
        name: t("blocks.workflows"),
        means: t("blocks.workflowsMeans"),
        counted: t("blocks.workflowsCounted"),
        of: t("blocks.workflowsOf"),
        cases: casesBehind(page, { measure: "opened" }),
      }}
      csvHref={csvHref(page, "workflows")}
      file="workflows"
      table={table}
    >
      {table}
    </ChartFrame>
  );
}

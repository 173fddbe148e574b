import type { Metadata } from "next";
import { reportPage } from "../../../analytics/report-page";
import { ReportView } from "../../../analytics/report-view";
import { pageView } from "../../../page-view";
import { workflowOf } from "../workflow-of";

type Props = {
  params: Promise<{ workspace: string; key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, key } = await params;
  const { t, workspaceId } = await pageView(workspace);
  const { workflow } = await workflowOf(workspaceId, key);
  return { title: t("analytics.titleOf", { workflow: workflow.name }) };
}

/** The numbers of one workflow. */
export default async function WorkflowAnalyticsPage({ params, searchParams }: Props) {
  const { workspace, key } = await params;
  const view = await pageView(workspace);
  const { workflow } = await workflowOf(view.workspaceId, key);
  return <ReportView page={await reportPage(view, await searchParams, workflow.key)} />;
}

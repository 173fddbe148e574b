import type { Metadata } from "next";
import { COUNTED_MAX } from "@/core/filter/counted";
import { WORKFLOW_SORTS } from "@/core/filter/workflow-fields";
import type { LiveTopic } from "@/core/live/topics";
import { may } from "@/core/operator/role";
import { countWorkflows } from "@/db/queries/workflow-pages";
import { ctx } from "@/server/boot";
import { ListPage } from "../_lists/list-page";
import { RowsTable } from "../_lists/rows-table";
import { forbiddenText } from "../forbidden-text";
import { pageView } from "../page-view";
import { rowsAgain } from "./actions";
import { FirstUse } from "./first-use";
import { loadWorkflowList } from "./load-workflows";
import { workflowsAddress } from "./search-params";
import { workflowColumns } from "./workflow-columns";
import { workflowList } from "./workflow-list";
import { WorkflowPeek } from "./workflow-peek";
import { workflowRows } from "./workflow-rows";
import { SORT_LABELS, systemViews } from "./workflow-words";
import { WorkflowsActions } from "./workflows-actions";
import { WorkflowsBulk } from "./workflows-bulk";

/** What changes a row: its cases. */
const TOPICS: readonly LiveTopic[] = ["cases"];

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await pageView((await params).workspace);
  return { title: t("shell.workflows") };
}

export default async function WorkflowsPage({ params, searchParams }: Props) {
  const view = await pageView((await params).workspace);
  const { slug, t, member } = view;
  const address = workflowsAddress(await searchParams);
  const found = await loadWorkflowList(view, address);
  const list = workflowList(view, found.topics);
  const columns = workflowColumns(address.columns, t);
  const rows = workflowRows(
    view,
    found.rows,
    found.topics,
    columns.map(({ id }) => id),
  );
  return (
    <ListPage
      name="workflows"
      {...{ view, list, address, found }}
      title={t("shell.workflows")}
      noun={t("workflows.noun")}
      searchLabel={t("workflows.searchLabel")}
      systemViews={systemViews(t)}
      columns={workflowColumns(list.columns, t)}
      sorts={WORKFLOW_SORTS.map((id) => ({ id, label: t(SORT_LABELS[id]) }))}
      fixed="name"
      topics={TOPICS}
      actions={<WorkflowsActions slug={slug} forbidden={forbiddenText(view, "edit_workflows")} />}
      bulk={
        <WorkflowsBulk
          {...{ slug, rows }}
          matching={found.matching}
          open={Object.fromEntries(found.rows.map((row) => [row.workflow.key, row.counts.open]))}
          mayEdit={may(member.role, "edit_workflows")}
        />
      }
      table={<RowsTable {...{ slug, columns, rows, rowsAgain }} caption={t("shell.workflows")} />}
      firstUse={<FirstUse view={view} />}
      without={async () =>
        t("workflows.listAll", {
          n: await countWorkflows(ctx.db, view.workspaceId, [], COUNTED_MAX),
        })
      }
      peek={<WorkflowPeek view={view} peek={address.peek ?? ""} />}
    />
  );
}

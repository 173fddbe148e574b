import type { Metadata } from "next";
import { FilterBar } from "@/components/lists/filter-bar";
import { ListProvider } from "@/components/lists/list-context";
import { ListOptions } from "@/components/lists/list-options";
import { PageHeader } from "@/components/shell/page-header";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { WORKFLOW_LIST, WORKFLOW_SORTS } from "@/core/filter/workflow-fields";
import type { LiveTopic } from "@/core/live/topics";
import { may } from "@/core/operator/role";
import { ListPages } from "../_lists/list-pages";
import { ListPeek } from "../_lists/list-peek";
import { ListTitle } from "../_lists/list-title";
import { ListViews } from "../_lists/list-views";
import { RowsTable } from "../_lists/rows-table";
import { viewTabs } from "../_lists/view-tabs-of";
import { pageView } from "../page-view";
import { COUNTED_MAX, loadWorkflowList } from "./load-workflows";
import { FirstUse, NoWorkflows } from "./no-rows";
import { workflowsAddress } from "./search-params";
import { workflowColumns } from "./workflow-columns";
import { workflowList } from "./workflow-list";
import { WorkflowPeek } from "./workflow-peek";
import { workflowRows } from "./workflow-rows";
import { SORT_LABELS, systemViews } from "./workflow-words";
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
  const { slug, t, locale, member } = view;
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
  const isMore = found.matching === COUNTED_MAX;
  const isFirstUse = found.matching === 0 && address.filters.length === 0;
  return (
    <ListProvider list={list} address={address}>
      {rows.length > 0 ? (
        <WorkflowsBulk
          {...{ slug, rows, isMore }}
          matching={found.matching}
          open={Object.fromEntries(found.rows.map((row) => [row.workflow.key, row.counts.open]))}
          mayEdit={may(member.role, "edit_workflows")}
        />
      ) : null}
      <PageHeader
        title={
          <ListTitle
            title={t("shell.workflows")}
            count={found.matching}
            isMore={isMore}
            locale={locale}
          />
        }
        actions={
          <>
            <LiveRefresh topics={TOPICS} />
            <ListOptions
              columns={workflowColumns(list.columns, t)}
              sorts={WORKFLOW_SORTS.map((id) => ({ id, label: t(SORT_LABELS[id]) }))}
              fixed="name"
              exportPath={`${list.path}/export`}
            />
          </>
        }
      >
        {isFirstUse ? null : (
          <>
            <ListViews
              slug={slug}
              list="workflows"
              views={viewTabs(WORKFLOW_LIST, systemViews(t), found.views, member.operatorId)}
            />
            <FilterBar searchLabel={t("workflows.searchLabel")} />
          </>
        )}
      </PageHeader>
      <div className="pt-4 md:px-6">
        {rows.length > 0 ? (
          <RowsTable caption={t("shell.workflows")} columns={columns} rows={rows} />
        ) : isFirstUse ? (
          <FirstUse view={view} />
        ) : (
          <NoWorkflows view={view} list={list} address={address} />
        )}
        <ListPages
          list={list}
          address={address}
          nextCursor={found.nextCursor}
          noun={t("workflows.noun")}
        />
      </div>
      {address.peek ? (
        <ListPeek peek={address.peek} path={list.path} t={t}>
          <WorkflowPeek view={view} peek={address.peek} />
        </ListPeek>
      ) : null}
    </ListProvider>
  );
}

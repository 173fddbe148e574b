import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { ChipFilter } from "@/components/ui/chip-filter";
import { EmptyState } from "@/components/ui/empty-state";
import { listHref } from "@/components/ui/list-href";
import { MoreLink } from "@/components/ui/more-link";
import { SearchForm } from "@/components/ui/search-form";
import { stateWord } from "@/components/ui/state-badge";
import { Table } from "@/components/ui/table";
import { ResolvedShare } from "@/components/workflows/resolved-share";
import { WorkflowBadge } from "@/components/workflows/workflow-badge";
import { WORKFLOW_STATUSES } from "@/core/contracts/workflows";
import { DAY_MS } from "@/core/time";
import { listKeyed } from "@/db/queries/keyed";
import { countByWorkflow } from "@/db/queries/workflow-counts";
import { listWorkflows, type WorkflowWithLive } from "@/db/queries/workflows";
import { ctx } from "@/server/boot";
import { pageView } from "../page-view";
import { WorkflowsParams } from "./search-params";

const PAGE_ROWS = 50;
const TOPICS_MAX = 500;
const OPENED_DAYS = 7;

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await pageView((await params).workspace);
  return { title: t("shell.workflows") };
}

export default async function WorkflowsPage({ params, searchParams }: Props) {
  const { workspaceId, slug, now, t, locale } = await pageView((await params).workspace);
  const path = `/${slug}/workflows`;
  const given = WorkflowsParams.parse(await searchParams);
  const { status, q, cursor } = given;
  const [found, counts, topics] = await Promise.all([
    listWorkflows(ctx.db, workspaceId, { status, q }, { limit: PAGE_ROWS, cursor }),
    countByWorkflow(ctx.db, workspaceId, now - OPENED_DAYS * DAY_MS),
    listKeyed(ctx.db, workspaceId, "topics", { limit: TOPICS_MAX }),
  ]);
  const topicNames = new Map(topics.rows.map(({ key, name }) => [key, name]));
  const openedLabel = t("workflows.openedDays", { n: OPENED_DAYS });
  const columns = [
    { label: t("workflows.workflow") },
    { label: t("workflows.state") },
    { label: t("workflows.purpose") },
    { label: t("workflows.topic") },
    { label: openedLabel, number: true },
    { label: t("workflows.openNow"), number: true },
    { label: t("workflows.resolved"), number: true },
  ];
  const figure = (n: number) => new Intl.NumberFormat(locale).format(n);
  const isFiltered = status !== undefined || q !== undefined;
  const row = ({ workflow, live }: WorkflowWithLive) => {
    const definition = live?.definition ?? workflow.draft;
    const { opened, open, resolved, settled } = counts.get(workflow.key) ?? {
      opened: 0,
      open: 0,
      resolved: 0,
      settled: 0,
    };
    return (
      <tr key={workflow.key}>
        <th scope="row" data-label={t("workflows.workflow")}>
          <span className="block min-w-0">
            <Link href={`${path}/${encodeURIComponent(workflow.key)}`} className="ft-row-link">
              {workflow.name}
            </Link>
            <span className="block font-mono text-xs font-normal text-ft-3">{workflow.key}</span>
          </span>
        </th>
        <td data-label={t("workflows.state")}>
          <span className="flex flex-wrap gap-1">
            <WorkflowBadge status={workflow.status} liveVersion={workflow.liveVersion} />
            {workflow.draft !== null && workflow.status !== "draft" ? (
              <span className="text-xs text-ft-3">{t("workflows.withDraft")}</span>
            ) : null}
          </span>
        </td>
        <td data-label={t("workflows.purpose")}>
          {definition ? t("workflows.purposeName", { purpose: definition.purpose }) : null}
        </td>
        <td data-label={t("workflows.topic")}>
          {definition ? (topicNames.get(definition.topic) ?? definition.topic) : null}
        </td>
        <td data-label={openedLabel} className="ft-number">
          {figure(opened)}
        </td>
        <td data-label={t("workflows.openNow")} className="ft-number">
          {open === 0 ? (
            0
          ) : (
            <Link
              href={`/${slug}/cases?status=open&workflow=${encodeURIComponent(workflow.key)}`}
              className="ft-link"
            >
              {figure(open)}
            </Link>
          )}
        </td>
        <td data-label={t("workflows.resolved")} className="ft-number">
          <ResolvedShare resolved={resolved} settled={settled} />
        </td>
      </tr>
    );
  };
  return (
    <>
      <PageHeader title={t("shell.workflows")}>
        {found.rows.length > 0 || isFiltered ? (
          <div className="flex flex-wrap items-center gap-2">
            <ChipFilter
              label={t("workflows.state")}
              options={[
                {
                  label: t("workflows.all"),
                  href: listHref(path, given, { status: undefined }),
                  current: status === undefined,
                },
                ...WORKFLOW_STATUSES.map((each) => ({
                  label: stateWord(each, t),
                  href: listHref(path, given, { status: each }),
                  current: status === each,
                })),
              ]}
            />
            <div className="ms-auto">
              <SearchForm label={t("workflows.searchLabel")} params={given} />
            </div>
          </div>
        ) : null}
      </PageHeader>
      <div className="pt-4 md:px-6">
        {found.rows.length > 0 ? (
          <>
            <Table caption={t("shell.workflows")} columns={columns}>
              {found.rows.map(row)}
            </Table>
            <MoreLink
              noun={t("workflows.noun")}
              nextHref={
                found.nextCursor ? listHref(path, given, { cursor: found.nextCursor }) : undefined
              }
              firstHref={cursor ? listHref(path, given) : undefined}
            />
          </>
        ) : isFiltered ? (
          <EmptyState
            title={t("workflows.noMatch")}
            actions={<ButtonLink href={path}>{t("workflows.clearAll")}</ButtonLink>}
          />
        ) : (
          <EmptyState
            title={t("workflows.empty")}
            actions={
              <ButtonLink href={`/${slug}/settings/api-keys`} look="primary">
                {t("workflows.createKey")}
              </ButtonLink>
            }
          >
            {t.rich("workflows.emptyBody", { code: (inner) => <code key="code">{inner}</code> })}
          </EmptyState>
        )}
      </div>
    </>
  );
}

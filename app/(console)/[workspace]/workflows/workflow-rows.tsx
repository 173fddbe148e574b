import "server-only";
import Link from "next/link";
import type { ReactNode } from "react";
import type { ListRow } from "@/components/lists/list-row";
import { Time } from "@/components/ui/time";
import { ResolvedShare } from "@/components/workflows/resolved-share";
import { WorkflowBadge } from "@/components/workflows/workflow-badge";
import type { WorkflowColumn } from "@/core/filter/workflow-fields";
import { cellsIn } from "../_lists/cells-in";
import type { PageView } from "../page-view";
import type { WorkflowInList } from "./load-workflows";
import { stagesOf } from "./stages-of";

/** Workflows as rows of the list, in the columns asked for. */
export function workflowRows(
  view: PageView,
  found: readonly WorkflowInList[],
  topics: ReadonlyMap<string, string>,
  columns: readonly string[],
): ListRow[] {
  return found.map((each) => {
    const { workflow, counts, atStages } = each;
    const cells = cellsOf(each, topics, view);
    return {
      id: workflow.key,
      ref: workflow.key,
      href: `/${view.slug}/workflows/${encodeURIComponent(workflow.key)}`,
      name: workflow.name,
      print: JSON.stringify([workflow.revision, workflow.status, counts, [...atStages]]),
      cells: cellsIn(cells, columns),
      marks: [workflow.status],
    };
  });
}

function cellsOf(
  each: WorkflowInList,
  topics: ReadonlyMap<string, string>,
  { t, slug, now, locale, viewerZone }: PageView,
): Record<WorkflowColumn, () => ReactNode> {
  const { workflow, definition, counts } = each;
  const figure = (n: number) => new Intl.NumberFormat(locale).format(n);
  const topic = definition && (topics.get(definition.topic) ?? definition.topic);
  return {
    name: () => (
      <>
        {workflow.name}
        <span className="ft-second font-mono">{workflow.key}</span>
      </>
    ),
    state: () => (
      <>
        <WorkflowBadge status={workflow.status} liveVersion={workflow.liveVersion} />
        {workflow.draft !== null && workflow.status !== "draft" ? (
          <span className="ft-second max-md:!hidden">{t("workflows.withDraft")}</span>
        ) : null}
      </>
    ),
    stages: () => (
      <ol className="flex items-center gap-1" aria-label={t("workflows.listStages")}>
        {stagesOf(each, slug).map(({ id, name, open }) => (
          <li
            key={id}
            title={`${name}: ${t("workflows.nOpen", { n: open })}`}
            className={`ft-figures rounded-(--ft-radius-small) px-1.5 text-xs ${open === 0 ? "text-ft-3" : "bg-ft-sunken"}`}
          >
            <span className="sr-only">{name}: </span>
            {figure(open)}
          </li>
        ))}
      </ol>
    ),
    purpose: () =>
      definition ? t("workflows.purposeName", { purpose: definition.purpose }) : null,
    topic: () => (topic ? <span title={topic}>{topic}</span> : null),
    opened: () => figure(counts.opened),
    open: () =>
      counts.open === 0 ? (
        <span className="text-ft-3 max-md:hidden">0</span>
      ) : (
        <Link
          href={`/${slug}/cases?state=open&workflow=${encodeURIComponent(workflow.key)}`}
          className="ft-cell-link"
          tabIndex={-1}
        >
          {figure(counts.open)}
          <span className="md:hidden"> {t("lists.openCases", { n: counts.open })}</span>
        </Link>
      ),
    resolved: () => (
      <>
        <span className="md:hidden">{t("workflows.resolved")}: </span>
        <ResolvedShare resolved={counts.resolved} settled={counts.settled} />
      </>
    ),
    created: () => <Time at={workflow.createdAt} {...{ viewerZone, now, locale }} />,
  };
}

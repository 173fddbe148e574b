import "server-only";
import type { ReactNode } from "react";
import { caseNumber, caseState } from "@/components/cases/case-state";
import type { ListRow } from "@/components/lists/list-row";
import { LocalNow } from "@/components/people/local-now";
import { StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import type { CaseColumn } from "@/core/filter/case-fields";
import type { CaseListRow } from "@/db/queries/cases";
import { findPeopleCards, type PersonCard } from "@/db/queries/people-cards";
import { ctx } from "@/server/boot";
import { cellsIn } from "../_lists/cells-in";
import type { PageView } from "../page-view";
import type { ListLabels } from "./case-list";
import { PRIORITY_LABELS, WAITING_LABELS } from "./case-words";

/** Cases as rows of the list, in the columns asked for. */
export async function caseRows(
  view: PageView,
  rows: readonly CaseListRow[],
  labels: ListLabels,
  columns: readonly string[],
): Promise<ListRow[]> {
  const { workspaceId, slug } = view;
  const ids = rows.flatMap(({ personId, ownerPersonId }) =>
    ownerPersonId === null ? [personId] : [personId, ownerPersonId],
  );
  const people = await findPeopleCards(ctx.db, workspaceId, ids);
  return rows.map((row) => {
    const cells = cellsOf(row, people, labels, view);
    return {
      id: row.id,
      ref: caseNumber(row.number),
      href: `/${slug}/cases/${caseNumber(row.number)}`,
      name: row.subject,
      print: `${row.revision} ${caseState(row, view.now)}`,
      cells: cellsIn(cells, columns),
      marks: row.status === "open" ? [] : ["closed"],
    };
  });
}

function cellsOf(
  row: CaseListRow,
  people: ReadonlyMap<string, PersonCard>,
  labels: ListLabels,
  view: PageView,
): Record<CaseColumn, () => ReactNode> {
  const { t, now, viewerZone, workspaceZone, locale, ticking } = view;
  const person = people.get(row.personId);
  const zone = person?.timeZone ?? workspaceZone;
  const times = { zone, viewerZone, now, locale, ticking };
  const stage = labels.stageName(row);
  const owner = row.ownerPersonId
    ? (people.get(row.ownerPersonId)?.name ?? row.ownerPersonId)
    : row.ownerTeam && (labels.teams.get(row.ownerTeam) ?? row.ownerTeam);
  const workflow = labels.workflows.get(row.workflow) ?? row.workflow;
  return {
    subject: () => row.subject,
    person: () => (
      <>
        {person?.name ?? row.personId}
        <span className="ft-second max-md:!hidden">
          <LocalNow now={now} zone={zone} locale={locale} />
        </span>
      </>
    ),
    workflow: () => (
      <span title={workflow}>
        {workflow}
        <span className="ft-second">{t("cases.listVersion", { n: row.version })}</span>
      </span>
    ),
    stage: () => stage,
    state: () => <StateBadge state={caseState(row, now)} />,
    due: () => (row.dueAt ? <Time at={row.dueAt} {...times} show="relative" /> : null),
    next: () => {
      if (row.status !== "open" || !row.waitingFor) return null;
      const isHeld = row.waitingFor === "due_date" || row.waitingFor === "operator";
      const what =
        row.waitingFor === "time" && stage !== "" ? stage : t(WAITING_LABELS[row.waitingFor]);
      return (
        <>
          {what}
          {row.nextActionAt && !isHeld ? (
            <span className="ft-second">
              <span className="md:hidden">, </span>
              <Time at={row.nextActionAt} {...times} show="near" />
            </span>
          ) : null}
        </>
      );
    },
    owner: () => (owner ? <span title={owner}>{owner}</span> : null),
    priority: () => t(PRIORITY_LABELS[row.priority]),
    opened: () => <Time at={row.openedAt} viewerZone={viewerZone} now={now} locale={locale} />,
  };
}

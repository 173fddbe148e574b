import "server-only";
import type { ReactNode } from "react";
import type { ListRow } from "@/components/lists/list-row";
import { LocalNow } from "@/components/people/local-now";
import type { TeamColumn } from "@/core/filter/team-fields";
import { cellsIn } from "../_lists/cells-in";
import type { PageView } from "../page-view";
import type { TeamInList } from "./load-teams";

type NameOf = (personId: string) => string;

/** Teams as rows of the list, in the columns asked for. */
export function teamRows(
  view: PageView,
  found: readonly TeamInList[],
  nameOf: NameOf,
  columns: readonly string[],
): ListRow[] {
  return found.map((each) => {
    const { key, name, team, memberIds, awayIds, onCallId, problems, escalations } = each;
    const cells = cellsOf(each, nameOf, view);
    return {
      id: key,
      ref: key,
      href: `/${view.slug}/teams/${encodeURIComponent(key)}`,
      name,
      print: JSON.stringify([team.updatedAt, memberIds, awayIds, onCallId, escalations]),
      cells: cellsIn(cells, columns),
      marks: problems,
    };
  });
}

function cellsOf(
  { team, memberIds, awayIds, onCallId, escalations }: TeamInList,
  nameOf: NameOf,
  { t, now, locale, workspaceZone }: PageView,
): Record<TeamColumn, () => ReactNode> {
  const figure = (n: number) => new Intl.NumberFormat(locale).format(n);
  const away = awayIds.map(nameOf).join(", ");
  return {
    name: () => team.name,
    lead: () =>
      team.leadId === null ? (
        <span className="text-(--ft-due)">{t("teams.noLead")}</span>
      ) : (
        <span title={nameOf(team.leadId)}>{nameOf(team.leadId)}</span>
      ),
    members: () =>
      memberIds.length === 0 ? (
        <span className="text-(--ft-due)">0</span>
      ) : (
        figure(memberIds.length)
      ),
    away: () => (away ? <span title={away}>{away}</span> : null),
    onCall: () =>
      onCallId === null ? null : (
        <>
          <span className="md:hidden">{t("teams.onCall")}: </span>
          {nameOf(onCallId)}
        </>
      ),
    localTime: () => <LocalNow now={now} zone={team.timeZone ?? workspaceZone} locale={locale} />,
    calendar: () => team.calendar ?? <span className="text-ft-3">{t("teams.ofWorkspace")}</span>,
    escalations: () =>
      escalations === 0 ? (
        <span className="text-ft-3 max-md:hidden">0</span>
      ) : (
        <>
          {figure(escalations)}
          <span className="md:hidden"> {t("teams.listEscalated", { n: escalations })}</span>
        </>
      ),
  };
}

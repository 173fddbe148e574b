import Link from "next/link";
import { LocalNow } from "@/components/people/local-now";
import { Table } from "@/components/ui/table";
import type { PageView } from "../page-view";
import type { TeamRow } from "./load-teams";

/** The rows of the list. */
export function TeamsTable({ rows, view }: { rows: TeamRow[]; view: PageView }) {
  const { slug, now, locale, workspaceZone, t } = view;
  const columns = [
    { label: t("teams.team") },
    { label: t("teams.lead") },
    { label: t("teams.members"), number: true },
    { label: t("teams.away") },
    { label: t("teams.onCall") },
    { label: t("teams.localTime") },
    { label: t("teams.calendar") },
    { label: t("teams.escalations"), number: true },
  ];
  const none = <span className="text-ft-3">–</span>;
  return (
    <Table caption={t("teams.caption")} columns={columns}>
      {rows.map(({ team, lead, members, away, onCall, escalations }) => (
        <tr key={team.key}>
          <th scope="row" data-label={t("teams.team")}>
            <Link
              href={`/${slug}/teams/${encodeURIComponent(team.key)}`}
              className="ft-row-link block max-w-64 truncate"
            >
              {team.name}
            </Link>
          </th>
          <td data-label={t("teams.lead")}>
            {lead ?? <span className="text-(--ft-due)">{t("teams.noLead")}</span>}
          </td>
          <td data-label={t("teams.members")} className="ft-number">
            {members.toLocaleString(locale)}
          </td>
          <td data-label={t("teams.away")}>{away.join(", ") || none}</td>
          <td data-label={t("teams.onCall")}>{onCall ?? none}</td>
          <td data-label={t("teams.localTime")}>
            <LocalNow now={now} zone={team.timeZone ?? workspaceZone} locale={locale} />
          </td>
          <td data-label={t("teams.calendar")}>
            {team.calendar ?? <span className="text-ft-3">{t("teams.ofWorkspace")}</span>}
          </td>
          <td data-label={t("teams.escalations")} className="ft-number">
            {escalations.toLocaleString(locale)}
          </td>
        </tr>
      ))}
    </Table>
  );
}

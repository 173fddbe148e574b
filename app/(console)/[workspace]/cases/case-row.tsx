import Link from "next/link";
import { caseNumber, caseState, WAITING_WORDS } from "@/components/cases/case-state";
import { LocalNow } from "@/components/people/local-now";
import { StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import type { CaseListRow } from "@/db/queries/cases";
import type { PersonCard } from "@/db/queries/people-cards";
import type { PageView } from "../page-view";
import type { ListLabels } from "./labels";

export const CASE_COLUMNS = [
  { label: "Case" },
  { label: "Subject" },
  { label: "Person" },
  { label: "Workflow" },
  { label: "Stage" },
  { label: "State" },
  { label: "Due" },
  { label: "Next" },
  { label: "Owner" },
];

export function CaseRow({
  row,
  person,
  labels,
  view,
}: {
  row: CaseListRow;
  person: PersonCard | undefined;
  labels: ListLabels;
  view: PageView;
}) {
  const { slug, now, viewerZone, workspaceZone, locale, ticking } = view;
  const zone = person?.timeZone ?? workspaceZone;
  const times = { zone, viewerZone, now, locale, ticking };
  const owner = row.ownerPersonId
    ? (labels.staff.get(row.ownerPersonId) ?? row.ownerPersonId)
    : row.ownerTeam
      ? (labels.teams.get(row.ownerTeam) ?? row.ownerTeam)
      : "";
  return (
    <tr>
      <th scope="row" data-label="Case" className="whitespace-nowrap">
        <Link href={`/${slug}/cases/${caseNumber(row.number)}`} className="ft-row-link ft-figures">
          {caseNumber(row.number)}
        </Link>
      </th>
      <td data-label="Subject">
        <span className="block max-w-64 truncate" title={row.subject}>
          {row.subject}
        </span>
      </td>
      <td data-label="Person">
        <span className="flex flex-wrap items-baseline gap-x-2 lg:block">
          <span className="block max-w-40 truncate">{person?.name ?? row.personId}</span>
          <span className="text-xs">
            <LocalNow now={now} zone={zone} locale={locale} />
          </span>
        </span>
      </td>
      <td data-label="Workflow">
        <span className="block max-w-44 truncate">
          {labels.workflows.get(row.workflow) ?? row.workflow}{" "}
          <span className="text-ft-3">v{row.version}</span>
        </span>
      </td>
      <td data-label="Stage" className="whitespace-nowrap">
        {labels.stageName(row)}
      </td>
      <td data-label="State">
        <StateBadge state={caseState(row, now)} />
      </td>
      <td data-label="Due">
        {row.dueAt ? <Time at={row.dueAt} {...times} show="relative" /> : null}
      </td>
      <td data-label="Next">
        {row.status === "open" && row.waitingFor ? (
          <span className="flex flex-wrap items-baseline gap-x-2 lg:block">
            <span className="block whitespace-nowrap">{WAITING_WORDS[row.waitingFor]}</span>
            {row.nextActionAt ? (
              <span className="text-xs text-ft-3">
                <Time at={row.nextActionAt} {...times} />
              </span>
            ) : null}
          </span>
        ) : null}
      </td>
      <td data-label="Owner">
        {owner === "" ? null : <span className="block max-w-32 truncate">{owner}</span>}
      </td>
    </tr>
  );
}

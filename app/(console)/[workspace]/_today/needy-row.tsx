import Link from "next/link";
import { caseNumber } from "@/components/cases/case-state";
import { StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import { beforeOf } from "@/core/case/take-back";
import type { findNames } from "@/db/queries/names";
import type { NeedyCase } from "@/db/queries/today";
import type { PageView } from "../page-view";
import { NeedyActions } from "./needy-actions";
import { snoozeMoments } from "./snooze-moments";

export type Names = Awaited<ReturnType<typeof findNames>>;

const STATE = {
  escalated: "escalated",
  due_date: "held",
  operator: "held",
  fault: "failed",
} as const;

/** One case that needs somebody: what it is, why it is here, what can be done at once. */
export function NeedyRow({
  row,
  names,
  me,
  mayAct,
  view,
}: {
  row: NeedyCase;
  names: Names;
  me: string | null;
  mayAct: boolean;
  view: PageView;
}) {
  const { slug, t, now, locale, viewerZone, workspaceZone, ticking } = view;
  const number = caseNumber(row.number);
  const times = { viewerZone, now, locale, ticking };
  const owner = row.ownerPersonId
    ? (names.people.get(row.ownerPersonId) ?? row.ownerPersonId)
    : row.ownerTeam && (names.teams.get(row.ownerTeam) ?? row.ownerTeam);
  return (
    <li className="ft-needy">
      <StateBadge state={STATE[row.why]} />
      <div className="min-w-0">
        <p className="truncate">
          <Link href={`/${slug}/cases/${number}`} className="font-medium hover:underline">
            <span className="ft-figures text-ft-3">{number}</span> {row.subject}
          </Link>
        </p>
        <p className="text-xs text-ft-2">
          {row.why === "escalated"
            ? t(owner ? "today.whyEscalatedTo" : "today.whyEscalated", {
                level: row.level,
                owner: owner ?? "",
              })
            : t(`today.why_${row.why}`)}{" "}
          {t("today.about", { person: row.personName ?? row.personId })}
          {row.why === "escalated" && row.nextActionAt ? (
            <>
              {" "}
              {t.rich("today.furtherAt", {
                at: <Time key="at" at={row.nextActionAt} {...times} />,
              })}
            </>
          ) : null}
        </p>
      </div>
      {mayAct ? (
        <NeedyActions
          slug={slug}
          caseId={row.id}
          number={number}
          revision={row.revision}
          before={beforeOf(row)}
          snoozes={snoozeMoments(now, row.timeZone ?? workspaceZone)}
          me={me}
          mayAcknowledge={row.why === "escalated" && !row.acknowledged}
        />
      ) : null}
    </li>
  );
}

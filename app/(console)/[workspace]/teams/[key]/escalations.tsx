import Link from "next/link";
import { caseNumber, caseState } from "@/components/cases/case-state";
import { StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import type { PageView } from "../../page-view";
import type { LoadedTeam } from "./load-team";

/** What waits for this team or one of its people. */
export function Escalations({ loaded, view }: { loaded: LoadedTeam; view: PageView }) {
  const { escalations, team, nameOf } = loaded;
  const { slug, now, viewerZone, locale, t } = view;
  return (
    <section aria-labelledby="escalations" className="grid gap-2">
      <div className="flex items-baseline justify-between gap-2">
        <h2 id="escalations" className="text-base font-semibold">
          {t("teams.escalations")}
        </h2>
        <Link href={`/${slug}/cases?team=${encodeURIComponent(team.key)}`} className="ft-link">
          {t("teams.casesOfTeam")}
        </Link>
      </div>
      <ul className="border-y border-ft-subtle bg-ft-surface">
        {escalations.map((row) => (
          <li
            key={row.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-ft-subtle px-3 py-2 first:border-t-0"
          >
            <Link
              href={`/${slug}/cases/${caseNumber(row.number)}`}
              className="ft-link min-w-0 basis-full truncate sm:flex-1 sm:basis-0"
            >
              {caseNumber(row.number)} {row.subject}
            </Link>
            <span className="text-xs text-ft-3">
              {row.ownerPersonId ? nameOf(row.ownerPersonId) : team.name}
              {row.level > 0 ? <> · {t("teams.level", { n: row.level })}</> : null}
              {row.dueAt ? (
                <>
                  {" · "}
                  {t.rich("people.due", {
                    moment: <Time key="due" at={row.dueAt} {...{ viewerZone, now, locale }} />,
                  })}
                </>
              ) : null}
            </span>
            <StateBadge state={caseState(row, now)} />
          </li>
        ))}
        {escalations.length === 0 ? (
          <li className="px-3 py-3 text-ft-3">{t("teams.noEscalations")}</li>
        ) : null}
      </ul>
    </section>
  );
}

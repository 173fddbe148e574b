import Link from "next/link";
import { caseNumber, caseState } from "@/components/cases/case-state";
import { StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import type { PageView } from "../../page-view";
import type { LoadedPerson } from "./load-person";

/** What is being followed up with this person now. */
export function OpenCases({ loaded, view }: { loaded: LoadedPerson; view: PageView }) {
  const { person, openCases, zone } = loaded;
  const { slug, now, viewerZone, locale, t } = view;
  const all = `/${slug}/cases?person=${encodeURIComponent(person.id)}`;
  return (
    <section aria-labelledby="cases" className="grid gap-2">
      <div className="flex items-baseline justify-between gap-2">
        <h2 id="cases" className="text-base font-semibold">
          {t("people.openCases")}
        </h2>
        <Link href={all} className="ft-link">
          {t("people.allCases")}
        </Link>
      </div>
      <ul className="border-y border-ft-subtle bg-ft-surface">
        {openCases.rows.map((row) => (
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
            {row.dueAt ? (
              <span className="text-xs text-ft-3">
                {t.rich("people.due", {
                  moment: <Time key="due" at={row.dueAt} {...{ zone, viewerZone, now, locale }} />,
                })}
              </span>
            ) : null}
            <StateBadge state={caseState(row, now)} />
          </li>
        ))}
        {openCases.rows.length === 0 ? (
          <li className="px-3 py-3 text-ft-3">{t("people.noOpenCases")}</li>
        ) : null}
      </ul>
    </section>
  );
}

import Link from "next/link";
import { StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import type { Storm } from "@/db/queries/storms";
import type { PageView } from "../page-view";
import type { Names } from "./needy-row";
import { stormHref } from "./storm-href";

/** Escalations that came together, as one row that leads to their list. */
export function StormRow({ storm, names, view }: { storm: Storm; names: Names; view: PageView }) {
  const { slug, t, now, locale, viewerZone } = view;
  const { ownerPersonId: person, ownerTeam: team, since } = storm;
  const owner = person
    ? (names.people.get(person) ?? person)
    : team && (names.teams.get(team) ?? team);
  const text = t("today.storm", {
    n: storm.n,
    isMore: storm.isMore ? "yes" : "no",
    workflow: storm.workflowName ?? storm.workflow,
    level: storm.level,
    hasOwner: owner ? "yes" : "no",
    owner: owner ?? "",
  });
  const href = stormHref(slug, storm);
  return (
    <li className="ft-needy">
      <StateBadge state="escalated" />
      <div className="min-w-0">
        <p>
          <Link href={href} className="font-medium hover:underline">
            {text}
          </Link>
        </p>
        <p className="text-xs text-ft-2">
          {since
            ? t.rich("today.stormSince", {
                at: <Time key="at" at={since} show="near" {...{ viewerZone, now, locale }} />,
              })
            : t("today.stormNow")}
        </p>
      </div>
      <Link
        href={href}
        className="ft-link text-xs whitespace-nowrap"
        aria-label={`${t("today.stormOpen")}: ${text}`}
      >
        {t("today.stormOpen")}
      </Link>
    </li>
  );
}

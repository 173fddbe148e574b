import "server-only";
import Link from "next/link";
import type { ReactNode } from "react";
import type { ListRow } from "@/components/lists/list-row";
import { LocalNow } from "@/components/people/local-now";
import { Time } from "@/components/ui/time";
import type { PersonColumn, PersonProblem } from "@/core/filter/person-fields";
import { cellsIn } from "../_lists/cells-in";
import type { PageView } from "../page-view";
import type { PersonInList } from "./load-people";
import { languageName } from "./person-list";
import { ProblemBadges } from "./problem-badges";
import { reachedBy } from "./reached";
import { rowId } from "./row-id";

/** People as rows of the list, in the columns asked for. */
export function personRows(
  view: PageView,
  found: readonly PersonInList[],
  columns: readonly string[],
): ListRow[] {
  return found.map((each) => {
    const { person, points, openCases } = each;
    const cells = cellsOf(each, view);
    const problems = problemsOf(each, view.now);
    return {
      id: rowId(person.id),
      ref: person.id,
      href: `/${view.slug}/people/${encodeURIComponent(person.id)}`,
      name: person.name ?? person.id,
      print: JSON.stringify([person.updatedAt, problems, reachedBy(points), openCases]),
      cells: cellsIn(cells, columns),
      marks: problems,
    };
  });
}

/** What keeps this person from being reached as they should. */
function problemsOf({ person, points }: PersonInList, now: number): PersonProblem[] {
  const has: Record<PersonProblem, boolean> = {
    no_zone: person.timeZone === null,
    no_address: points.length === 0,
    suppressed: points.some(({ suppressed }) => suppressed),
    paused: person.pausedUntil !== null && person.pausedUntil.getTime() > now,
  };
  return (Object.keys(has) as PersonProblem[]).filter((problem) => has[problem]);
}

function cellsOf(each: PersonInList, view: PageView): Record<PersonColumn, () => ReactNode> {
  const { t, slug, now, locale, viewerZone, workspaceZone } = view;
  const { person, points, openCases } = each;
  const languages = new Intl.DisplayNames(locale, { type: "language" });
  const { written, others } = reachedBy(points);
  const addresses = written.join(", ");
  const channels = others.map((channel) => t("messages.channelName", { channel }));
  const cases = `/${slug}/cases?state=open&person=${encodeURIComponent(person.id)}`;
  return {
    name: () => person.name ?? person.id,
    id: () => (
      <span className="font-mono text-xs" title={person.id}>
        {person.id}
      </span>
    ),
    reached: () =>
      addresses ? (
        <span title={addresses}>{addresses}</span>
      ) : (
        <span className="text-ft-3">
          {channels.length > 0
            ? t("people.onlyChannels", { channels: new Intl.ListFormat(locale).format(channels) })
            : t("people.noAddress")}
        </span>
      ),
    localTime: () => <LocalNow now={now} zone={person.timeZone ?? workspaceZone} locale={locale} />,
    language: () => {
      if (!person.locale) return null;
      const name = languageName(person.locale, languages);
      return <span title={name}>{name}</span>;
    },
    problems: () => <ProblemBadges problems={problemsOf(each, now)} t={t} />,
    openCases: () =>
      openCases === 0 ? (
        <span className="text-ft-3 max-md:hidden">0</span>
      ) : (
        <Link href={cases} className="ft-cell-link" tabIndex={-1}>
          {new Intl.NumberFormat(locale).format(openCases)}
          <span className="md:hidden"> {t("lists.openCases", { n: openCases })}</span>
        </Link>
      ),
    added: () => <Time at={person.createdAt} viewerZone={viewerZone} now={now} locale={locale} />,
  };
}

import type { Filter } from "@/core/filter/field";
import type { Sort } from "@/core/filter/list-address";
import type { TeamField, TeamProblem, TeamSort } from "@/core/filter/team-fields";
import type { Page, PageOf } from "@/db/queries/page";

/** What filters and orders look at in a team. */
export type Matchable = {
  key: string;
  name: string;
  memberIds: readonly string[];
  problems: readonly TeamProblem[];
  escalations: number;
};

/** Whether all filters let the team through. A workspace's teams are read whole, so they are sifted here. */
export const teamMatches = (team: Matchable, filters: readonly Filter[]): boolean =>
  filters.every((filter) => isLetThrough(team, filter) !== (filter.op === "not"));

function isLetThrough(team: Matchable, { field, values }: Filter): boolean {
  switch (field as TeamField) {
    case "problem":
      return team.problems.some((problem) => values.includes(problem));
    case "member":
      return team.memberIds.some((id) => values.includes(id));
    case "q":
      return values.every((text) =>
        [team.name, team.key].some((part) => part.toLowerCase().includes(text.toLowerCase())),
      );
  }
}

/** The teams in the order asked for; those alike by name. */
export function sortedTeams<T extends Matchable>(teams: readonly T[], { by, desc }: Sort): T[] {
  const collator = new Intl.Collator("en", { sensitivity: "base" });
  const byName = (a: T, b: T) => collator.compare(a.name, b.name) || (a.key < b.key ? -1 : 1);
  const turned = desc ? -1 : 1;
  return (by satisfies string as TeamSort) === "escalations"
    ? teams.toSorted((a, b) => turned * (a.escalations - b.escalations) || byName(a, b))
    : teams.toSorted((a, b) => turned * byName(a, b));
}

/** One page of sorted teams; a cursor names the last team of the page before. */
export function pageOfTeams<T extends Matchable>(
  teams: readonly T[],
  { limit, cursor }: Page,
): PageOf<T> {
  const from = cursor === undefined ? 0 : teams.findIndex(({ key }) => key === cursor) + 1;
  const rows = teams.slice(from, from + limit);
  const last = rows.at(-1);
  return { rows, nextCursor: last && from + limit < teams.length ? last.key : null };
}

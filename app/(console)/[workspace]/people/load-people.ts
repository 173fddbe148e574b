import "server-only";
import { COUNTED_MAX } from "@/core/filter/counted";
import { type Filter, NO_VALUE } from "@/core/filter/field";
import type { ListAddress } from "@/core/filter/list-address";
import type { WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import { findNames } from "@/db/queries/names";
import { listContactPoints, type PersonRow } from "@/db/queries/people";
import {
  countPeople,
  listPeopleBy,
  listPeopleValues,
  type PeoplePage,
} from "@/db/queries/people-pages";
import type { PersonClause } from "@/db/queries/person-clauses";
import { countOpenCases } from "@/db/queries/person-counts";
import { listSavedViews } from "@/db/queries/saved-views";
import { ctx } from "@/server/boot";
import { personClauses } from "@/server/views/person-clauses";
import type { PageView } from "../page-view";

/** For how many people the filters hold, counted up to a limit, and the clauses that find them soonest. */
export async function matchingPeople(
  workspaceId: WorkspaceId,
  filters: readonly Filter[],
  reader: { now: Instant; viewerZone: string },
): Promise<{ clauses: PersonClause[]; matching: number }> {
  const clauses = personClauses(filters, reader);
  const matching = await countPeople(ctx.db, workspaceId, clauses, COUNTED_MAX);
  const isCommon = matching === COUNTED_MAX;
  return {
    clauses: clauses.map((clause) => (clause.on === "words" ? { ...clause, isCommon } : clause)),
    matching,
  };
}

/** What the list calls teams and managers, and the languages that are spoken. */
export async function peopleLabels({ workspaceId }: PageView, people: readonly string[]) {
  const { languages, managers } = await listPeopleValues(ctx.db, workspaceId);
  const names = await findNames(ctx.db, workspaceId, [...people, ...managers]);
  const nameOf = (id: string): [string, string] => [id, names.people.get(id) ?? id];
  const known = new Map([...managers, ...people].map(nameOf));
  const byName = [...known].sort(([, a], [, b]) => a.localeCompare(b));
  return { languages, teams: names.teams, managers: new Map(byName) };
}

export type PeopleLabels = Awaited<ReturnType<typeof peopleLabels>>;

/** What the rows of these people show beside themselves. */
export async function withDetails(workspaceId: WorkspaceId, people: readonly PersonRow[]) {
  const ids = people.map(({ id }) => id);
  const [points, open] = await Promise.all([
    listContactPoints(ctx.db, workspaceId, ids),
    countOpenCases(ctx.db, workspaceId, ids),
  ]);
  const pointsOf = Map.groupBy(points, ({ personId }) => personId);
  return people.map((person) => ({
    person,
    points: pointsOf.get(person.id) ?? [],
    openCases: open.get(person.id) ?? 0,
  }));
}

export type PersonInList = Awaited<ReturnType<typeof withDetails>>[number];

/** Everything the page of people shows. */
export async function loadPeople(view: PageView, address: ListAddress) {
  const { workspaceId, member } = view;
  const managers = address.filters.flatMap(({ field, values }) =>
    field === "manager" ? values.filter((value) => value !== NO_VALUE) : [],
  );
  const [{ clauses, matching }, labels, views] = await Promise.all([
    matchingPeople(workspaceId, address.filters, view),
    peopleLabels(view, managers),
    listSavedViews(ctx.db, workspaceId, member.operatorId, "people"),
  ]);
  const page: PeoplePage = {
    limit: address.size,
    cursor: address.cursor,
    by: address.sort.by as PeoplePage["by"],
    desc: address.sort.desc,
  };
  const found =
    matching === 0
      ? { rows: [], nextCursor: null }
      : await listPeopleBy(ctx.db, workspaceId, clauses, page);
  const rows = await withDetails(workspaceId, found.rows);
  return { rows, nextCursor: found.nextCursor, matching, labels, views };
}

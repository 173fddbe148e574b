import "server-only";
import { countPeople, listContactPoints, listPeople } from "@/db/queries/people";
import { countOpenCases } from "@/db/queries/person-counts";
import { ctx } from "@/server/boot";
import type { PageView } from "../page-view";
import { type PeopleParams, queryOf } from "./search-params";

const PAGE_ROWS = 50;
export const COUNTED_MAX = 10_000;

/** One page of the list with all its rows show. */
export async function loadPeople({ workspaceId }: PageView, params: PeopleParams) {
  const { filter, order } = queryOf(params);
  const page = { limit: PAGE_ROWS, cursor: params.cursor };
  const [found, matching] = await Promise.all([
    listPeople(ctx.db, workspaceId, filter, page, order),
    countPeople(ctx.db, workspaceId, filter, COUNTED_MAX),
  ]);
  const ids = found.rows.map(({ id }) => id);
  const [points, open] = await Promise.all([
    listContactPoints(ctx.db, workspaceId, ids),
    countOpenCases(ctx.db, workspaceId, ids),
  ]);
  const pointsOf = Map.groupBy(points, ({ personId }) => personId);
  const rows = found.rows.map((person) => ({
    person,
    points: pointsOf.get(person.id) ?? [],
    openCases: open.get(person.id) ?? 0,
  }));
  return { rows, matching, nextCursor: found.nextCursor };
}

export type PeopleRow = Awaited<ReturnType<typeof loadPeople>>["rows"][number];

import "server-only";
import { type EventRow, listEventNames, listEvents } from "@/db/queries/events";
import { findPeopleCards } from "@/db/queries/people-cards";
import { ctx } from "@/server/boot";
import { eventShape } from "@/server/events/event-shape";
import type { PageView } from "../page-view";
import type { EventsParams } from "./search-params";

const PAGE_ROWS = 50;

/** A stored event and what its sender was answered. */
export type ShownEvent = {
  row: EventRow;
  did: ReturnType<typeof eventShape>;
  person: string | null;
};

/** One page of the list with all its rows show. */
export async function loadEvents({ workspaceId }: PageView, { cursor, ...filter }: EventsParams) {
  const [found, names] = await Promise.all([
    listEvents(ctx.db, workspaceId, filter, { limit: PAGE_ROWS, cursor }),
    listEventNames(ctx.db, workspaceId),
  ]);
  const named = found.rows.flatMap(({ personId }) => personId ?? []);
  const cards = await findPeopleCards(
    ctx.db,
    workspaceId,
    filter.person === undefined ? named : [...named, filter.person],
  );
  const nameOf = (id: string) => cards.get(id)?.name ?? id;
  const rows = found.rows.map(
    (row): ShownEvent => ({
      row,
      did: eventShape(row),
      person: row.personId === null ? null : nameOf(row.personId),
    }),
  );
  return { rows, names, nameOf, nextCursor: found.nextCursor };
}

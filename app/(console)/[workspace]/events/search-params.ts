import type { AddressParams } from "@/core/filter/address";
import { EVENT_LIST } from "@/core/filter/event-fields";
import { type Filter, NO_VALUE } from "@/core/filter/field";
import { type ListAddress, readListAddress } from "@/core/filter/list-address";
import { momentBetween } from "@/core/filter/moment-range";
import type { Instant } from "@/core/time";
import type { EventClause, EventOutcome } from "@/db/queries/event-clauses";
import type { EventFilter } from "@/db/queries/events";

/** The address of the list of events. What it cannot read is left out, so that an old link still opens. */
export const eventsAddress = (params: AddressParams): ListAddress =>
  readListAddress(EVENT_LIST, params);

/** When and by which clock somebody filters: `received less than a day ago`. */
type Reader = { now: Instant; viewerZone: string };

const COLUMNS = { name: "name", key: "key", person: "personId" } as const;

/** The filters of an address as a filter of the query. */
export const eventFilter = (filters: readonly Filter[], reader: Reader): EventFilter => ({
  clauses: filters.flatMap((filter) => clausesOf(filter, reader)),
});

function clausesOf(filter: Filter, { now, viewerZone }: Reader): EventClause[] {
  const { field, op, values } = filter;
  const not = op === "not";
  switch (field) {
    case "name":
    case "key":
    case "person": {
      const named = values.filter((value) => value !== NO_VALUE);
      const orNone = values.includes(NO_VALUE);
      return [{ on: COLUMNS[field], values: named, orNone, not }];
    }
    case "outcome":
      return [{ on: "outcome", outcomes: values as EventOutcome[], not }];
    case "received":
      return [{ on: "receivedAt", ...momentBetween(EVENT_LIST.fields, filter, now, viewerZone) }];
    default:
      return [];
  }
}

import { type OutcomeClass, statusesOf } from "@/core/delivery/message-status";
import type { AddressParams } from "@/core/filter/address";
import { type Filter, NO_VALUE } from "@/core/filter/field";
import { type ListAddress, readListAddress } from "@/core/filter/list-address";
import { MESSAGE_LIST } from "@/core/filter/message-fields";
import { momentBetween } from "@/core/filter/moment-range";
import type { Instant } from "@/core/time";
import type { MessageClause } from "@/db/queries/message-clauses";
import type { MessageFilter } from "@/db/queries/messages";

/** The address of the list of messages. What it cannot read is left out, so that an old link still opens. */
export const messagesAddress = (params: AddressParams): ListAddress =>
  readListAddress(MESSAGE_LIST, params);

/** When and by which clock somebody filters: `planned less than a day ago`. */
type Reader = { now: Instant; viewerZone: string };

const COLUMNS = {
  reason: "code",
  channel: "channel",
  workflow: "workflow",
  stage: "stage",
  person: "personId",
} as const;

/** The filters of an address as a filter of the query. */
export const messageFilter = (filters: readonly Filter[], reader: Reader): MessageFilter => ({
  clauses: filters.flatMap((filter) => clausesOf(filter, reader)),
});

function clausesOf(filter: Filter, { now, viewerZone }: Reader): MessageClause[] {
  const { field, op, values } = filter;
  const not = op === "not";
  switch (field) {
    case "reason":
    case "channel":
    case "workflow":
    case "stage":
    case "person": {
      const named = values.filter((value) => value !== NO_VALUE);
      const orNone = values.includes(NO_VALUE);
      return [{ on: COLUMNS[field], values: named, orNone, not }];
    }
    case "outcome": {
      const statuses = (values as OutcomeClass[]).flatMap(statusesOf);
      return [{ on: "status", values: statuses, orNone: false, not }];
    }
    case "case":
      return [{ on: "case", refs: values, not }];
    case "planned":
      return [{ on: "plannedAt", ...momentBetween(MESSAGE_LIST.fields, filter, now, viewerZone) }];
    default:
      return [];
  }
}

import type { AddressParams } from "@/core/filter/address";
import { type Filter, NO_VALUE } from "@/core/filter/field";
import { type ListAddress, readListAddress } from "@/core/filter/list-address";
import { momentBetween } from "@/core/filter/moment-range";
import { PERSON_LIST, type PersonField, type PersonProblem } from "@/core/filter/person-fields";
import type { Instant } from "@/core/time";
import type { PersonClause } from "@/db/queries/person-clauses";

/** The address of the list of people. What it cannot read is left out, so that an old link still opens. */
export const peopleAddress = (params: AddressParams): ListAddress =>
  readListAddress(PERSON_LIST, params);

/** The moment and the clock of whoever filters: `added less than two days ago`. */
type Reader = { now: Instant; viewerZone: string };

/** The filters of an address as clauses of the query. */
export const personClauses = (filters: readonly Filter[], reader: Reader): PersonClause[] =>
  filters.flatMap((filter) => clausesOf(filter, reader));

function clausesOf(filter: Filter, { now, viewerZone }: Reader): PersonClause[] {
  const { op, values } = filter;
  const not = op === "not";
  const field = filter.field as PersonField;
  switch (field) {
    case "problem":
      return [{ on: "problem", problems: values as PersonProblem[], not, now: new Date(now) }];
    case "language":
    case "team":
    case "manager": {
      const named = values.filter((value) => value !== NO_VALUE);
      return [{ on: field, values: named, orNone: values.includes(NO_VALUE), not }];
    }
    case "added":
      return [{ on: "added", ...momentBetween(PERSON_LIST.fields, filter, now, viewerZone) }];
    case "q":
      return values.map((text) => ({ on: "words", text, isCommon: false }));
  }
}

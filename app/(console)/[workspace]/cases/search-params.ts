import { CLASS_OF, MESSAGE_STATUSES } from "@/core/delivery/message-status";
import type { AddressParams } from "@/core/filter/address";
import { CASE_LIST, type CaseFlag, ME, MINE } from "@/core/filter/case-fields";
import { type Filter, NO_VALUE } from "@/core/filter/field";
import { type ListAddress, readListAddress } from "@/core/filter/list-address";
import { momentBetween } from "@/core/filter/moment-range";
import type { Instant } from "@/core/time";
import type { CaseClause } from "@/db/queries/case-clauses";
import type { CaseListFilter } from "@/db/queries/cases";
import type { Me } from "@/db/queries/operator-person";

/** The address of the case list. What it cannot read is left out, so that an old link still opens. */
export const casesAddress = (params: AddressParams): ListAddress =>
  readListAddress(CASE_LIST, params);

/** Who filters, when, and by which clock: `owner is me`, `due before tomorrow`. */
export type Reader = { now: Instant; viewerZone: string; me: Me };

const COLUMNS = {
  state: "status",
  stage: "stage",
  workflow: "workflow",
  person: "personId",
  waiting: "waitingFor",
  priority: "priority",
} as const;
const MOMENTS = { due: "dueAt", next: "nextActionAt", opened: "openedAt" } as const;

/** The filters of an address as a filter of the query, but for numbers (`wholeCaseFilter`). */
export const caseFilter = (filters: readonly Filter[], reader: Reader): CaseListFilter => ({
  clauses: filters.flatMap((filter) => clausesOf(filter, reader)),
});

function clausesOf(filter: Filter, reader: Reader): CaseClause[] {
  const { field, op, values } = filter;
  const not = op === "not";
  const named = { values: values.filter((value) => value !== NO_VALUE), not };
  const orNone = values.includes(NO_VALUE);
  switch (field) {
    case "state":
    case "stage":
    case "workflow":
    case "person":
    case "waiting":
    case "priority":
      return [{ on: COLUMNS[field], ...named, orNone }];
    case "owner":
      return ownerClauses(filter, reader.me);
    case "team": {
      const mine = values.includes(MINE) ? reader.me.teams : [];
      const teams = [...named.values.filter((value) => value !== MINE), ...mine];
      return [{ on: "ownerTeam", values: teams, not, orNone }];
    }
    case "due":
    case "next":
    case "opened":
      return [momentClause(MOMENTS[field], filter, reader)];
    case "version":
    case "level":
      return [{ on: field, op, values: values.map(Number) }];
    case "is":
      return [{ on: "flags", flags: values as CaseFlag[], not, now: new Date(reader.now) }];
    case "outcome": {
      const statuses = MESSAGE_STATUSES.filter((status) => values.includes(CLASS_OF[status]));
      return [{ on: "lastMessage", field: "status", values: statuses, not }];
    }
    case "reason":
      return [{ on: "lastMessage", field: "code", values, not }];
    case "q":
      return values.map((text) => ({ on: "words", text }));
    default:
      return [];
  }
}

/** `mine` is the reader or their teams; beside it no other owner adds anything but `me`. */
function ownerClauses({ op, values }: Filter, me: Me): CaseClause[] {
  const not = op === "not";
  if (values.includes(MINE)) return [{ on: "mine", ...me, not }];
  const ids = values.flatMap((value) => (value === ME ? (me.personId ?? []) : value));
  const named = ids.filter((value) => value !== NO_VALUE);
  if (!values.includes(NO_VALUE))
    return [{ on: "ownerPersonId", values: named, not, orNone: false }];
  // Owned by nobody: neither a person nor a team.
  return [
    { on: "ownerPersonId", values: named, not, orNone: true },
    ...(named.length === 0 && !not
      ? [{ on: "ownerTeam", values: [], not, orNone: true } as const]
      : []),
  ];
}

function momentClause(
  on: (typeof MOMENTS)[keyof typeof MOMENTS],
  filter: Filter,
  { now, viewerZone }: Reader,
): CaseClause {
  if (filter.op === "is" || filter.op === "not") return { on, isSet: filter.op === "not" };
  return { on, ...momentBetween(CASE_LIST.fields, filter, now, viewerZone) };
}

import { CASE_LIST } from "@/core/filter/case-fields";
import { type Filter, NO_VALUE } from "@/core/filter/field";
import { readListAddress, viewHref, viewQuery } from "@/core/filter/list-address";
import type { StormOf } from "@/db/queries/needy-clauses";

/** The cases of a storm, as filters of the list. */
export function stormFilters({ workflow, level, ownerPersonId, ownerTeam }: StormOf): Filter[] {
  const is = (field: string, value: string): Filter => ({ field, op: "is", values: [value] });
  return [
    is("state", "open"),
    { field: "is", op: "not", values: ["acknowledged", "held", "problem"] },
    is("workflow", workflow),
    is("level", String(level)),
    // An owner is a person or a team; none at all is neither.
    ownerTeam === null ? is("owner", ownerPersonId ?? NO_VALUE) : is("team", ownerTeam),
  ];
}

export function stormHref(slug: string, storm: StormOf): string {
  const usual = readListAddress(CASE_LIST, {});
  const query = viewQuery(CASE_LIST, { ...usual, filters: stormFilters(storm) });
  return viewHref(`/${slug}/cases`, usual, query);
}

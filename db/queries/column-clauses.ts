import { and, gt, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/** One of these values, or (`orNone`) none at all. */
export type OneOf = { values: readonly string[]; orNone: boolean; not: boolean };

export function oneOf(column: PgColumn, { values, orNone, not }: OneOf): SQL {
  const isOne = values.length > 0 ? inArray(column, [...values]) : sql`false`;
  return negatedIf(not, orNone ? or(isOne, isNull(column)) : isOne);
}

/** What is neither true nor false (a null) is not the thing, so `not` lets it through. */
export function negatedIf(negated: boolean, condition: SQL | undefined): SQL {
  const known = condition ?? sql`false`;
  return negated ? sql`(${known}) is not true` : known;
}

export type Between = { before?: Date; after?: Date };

export const between = (column: PgColumn, { before, after }: Between): SQL =>
  and(before && lt(column, before), after && gt(column, after)) ?? sql`true`;

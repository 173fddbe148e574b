/** What stands on the right of each operator. */
export const OP_VALUE = {
  is: "scalar",
  is_not: "scalar",
  over: "number",
  at_least: "number",
  under: "number",
  at_most: "number",
  contains: "text",
  not_contains: "text",
  starts_with: "text",
  ends_with: "text",
  has_item: "scalar",
  one_of: "list",
  none_of: "list",
  yes: "none",
  no: "none",
  known: "none",
  unknown: "none",
  given: "none",
  not_given: "none",
  empty: "none",
  before: "date",
  from: "date",
  past: "none",
  ahead: "none",
  less_ahead: "span",
  more_ago: "span",
} as const satisfies Record<string, keyof RowValues>;

type RowValues = {
  none: null;
  scalar: string | number;
  number: number;
  text: string;
  list: readonly (string | number)[];
  /** A bare date or an RFC 3339 moment. */
  date: string;
  /** Milliseconds, whole seconds. */
  span: number;
};

export type RowOp = keyof typeof OP_VALUE;
export const ROW_OPS = Object.keys(OP_VALUE) as RowOp[];

/**
 * One line of a condition. `known` is there and not null, `unknown` the opposite; `given` and
 * `not_given` do not look at the value; `empty` is null. `less_ahead` is nearer than that or past,
 * `more_ago` at least that long ago.
 */
export type Row = {
  [O in RowOp]: {
    /** Dotted: `data.amount`, `data.items.0.price`, `messages.s1.opened`. */
    readonly path: string;
    readonly op: O;
    readonly value: RowValues[(typeof OP_VALUE)[O]];
  };
}[RowOp];

export type Join = "and" | "or";

/** Rows in brackets, inside a group that joins the other way. */
export type InnerGroup = { readonly join: Join; readonly rows: readonly Row[] };

/** A whole condition; without items it is always true. */
export type Group = { readonly join: Join; readonly items: readonly (Row | InnerGroup)[] };

/** Lines of one condition, those of inner groups included. */
export const ROWS_MAX = 40;
/** Values of one `one_of`. */
export const ROW_LIST_MAX = 100;

export const isInnerGroup = (item: Row | InnerGroup): item is InnerGroup => "rows" in item;

/** Lines of a condition, inner ones included. */
export const rowsIn = ({ items }: Group): Row[] =>
  items.flatMap((item) => (isInnerGroup(item) ? item.rows : [item]));

/**
 * The one form of several that mean the same: no empty inner group, none of one row, none that joins
 * as the group around it, and `and` where there is nothing to join.
 */
export function normalGroup(group: Group): Group {
  const items = group.items.flatMap((item): (Row | InnerGroup)[] => {
    if (!isInnerGroup(item)) return [item];
    return item.rows.length < 2 || item.join === group.join ? [...item.rows] : [item];
  });
  const [only, ...others] = items;
  if (only === undefined) return { join: "and", items: [] };
  if (others.length > 0) return { join: group.join, items };
  return isInnerGroup(only)
    ? { join: only.join, items: [...only.rows] }
    : { join: "and", items: [only] };
}

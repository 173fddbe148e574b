import { parseDate } from "@/core/calendar/civil";

export const FILTERS_MAX = 20;
export const FILTER_VALUES_MAX = 50;
export const FILTER_TEXT_MAX = 200;

export const FILTER_OPS = ["is", "not", "lt", "gt"] as const;
export type FilterOp = (typeof FILTER_OPS)[number];

/** The value that stands for "has none" in fields that may be empty. */
export const NO_VALUE = "none";

/**
 * What a list can be filtered by. `choice`: one of some words, keys or ids. `moment`: before or
 * after a date or a time away from now. `number`: a whole number. `words`: free text.
 */
export type FilterField = {
  /** In the address and in typed text. */
  name: string;
  kind: "choice" | "moment" | "number" | "words";
  /** The only values a choice has; without them any key or id is one. */
  choices?: readonly string[];
  /** May have no value at all, which `none` asks for. */
  optional?: boolean;
  /** Asked for one value at most, and never for all others. */
  single?: boolean;
  /** Comes with a link; its values together are one, and nobody picks them. */
  given?: boolean;
  /** What `<2d` means: less than two days ahead (a due date), or less than two days ago. */
  toward?: "ahead" | "ago";
  /** Older names of the field, so that old links still open. */
  formerly?: readonly string[];
};

/** One chip: the field has one of these values, or (`not`) none of them. Chips add up. */
export type Filter = { field: string; op: FilterOp; values: readonly string[] };

const OPS: Record<FilterField["kind"], readonly FilterOp[]> = {
  choice: ["is", "not"],
  moment: ["lt", "gt", "is", "not"],
  number: ["is", "not", "lt", "gt"],
  words: ["is"],
};

/** Operators a field understands, the usual one first. */
export const opsOf = (field: FilterField): readonly FilterOp[] =>
  field.single || field.given ? ["is"] : OPS[field.kind];

/** `lt` and `gt` compare with one value. */
export const valuesMaxOf = (op: FilterOp): number =>
  op === "lt" || op === "gt" ? 1 : FILTER_VALUES_MAX;

/** `now`, a time away from now (`2d`, `-12h`, `1w`) or a date of the years that have four figures. */
const AWAY = /^(?:now|-?\d{1,4}[hdw])$/;
const isMomentValue = (value: string): boolean =>
  AWAY.test(value) || (/^[12]\d{3}-/.test(value) && parseDate(value) !== null);

const NUMBER = /^\d{1,9}$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const CONTROL = /[\u0000-\u001f\u007f]/;

/** Whether the field can be compared with this value in this way. */
export function isFilterValue(field: FilterField, op: FilterOp, value: string): boolean {
  if (!opsOf(field).includes(op)) return false;
  if (value === "" || value.length > FILTER_TEXT_MAX || CONTROL.test(value)) return false;
  if (value === NO_VALUE && field.optional && (op === "is" || op === "not")) return true;
  switch (field.kind) {
    case "choice":
      return field.choices === undefined || field.choices.includes(value);
    case "moment":
      return (op === "lt" || op === "gt") && isMomentValue(value);
    case "number":
      return NUMBER.test(value);
    case "words":
      return value.trim() === value;
  }
}

/** The filter with what it can be read as, or null when nothing of it can. */
export function checkedFilter(
  field: FilterField,
  op: FilterOp,
  values: readonly string[],
): Filter | null {
  const good = [...new Set(values)].filter((value) => isFilterValue(field, op, value));
  const kept = good.slice(0, field.kind === "words" || field.single ? 1 : valuesMaxOf(op));
  return kept.length === 0 ? null : { field: field.name, op, values: kept };
}

import { dateText, parseDate } from "@/core/calendar/civil";
import { endOfDay } from "@/core/calendar/zone";
import { DAY_MS, HOUR_MS, type Instant } from "@/core/time";
import type { Filter, FilterField } from "./field";

const UNIT_MS = { h: HOUR_MS, d: DAY_MS, w: 7 * DAY_MS } as const;

/** Milliseconds of `2d`; null for a date. */
function awayMs(value: string): number | null {
  if (value === "now") return 0;
  const unit = value.at(-1) as keyof typeof UNIT_MS;
  return unit in UNIT_MS ? Number(value.slice(0, -1)) * UNIT_MS[unit] : null;
}

const startOfDay = (date: string, zone: string): Instant =>
  endOfDay(dateText((parseDate(date) ?? 0) - 1), zone) + 1;

type MomentRange = { before?: Instant; after?: Instant };

/**
 * The moments a filter on a `moment` field lets through. A date is a day in `zone`; a time away is
 * counted the way the field looks: `due < 2d` ends in two days, `opened < 2d` began two days ago.
 */
export function momentRange(
  { op, values: [value = ""] }: Filter,
  field: FilterField,
  now: Instant,
  zone: string,
): MomentRange {
  const away = awayMs(value);
  if (away === null) {
    return op === "lt" ? { before: startOfDay(value, zone) } : { after: endOfDay(value, zone) };
  }
  if (field.toward === "ago") {
    return op === "lt" ? { after: now - away } : { before: now - away };
  }
  return op === "lt" ? { before: now + away } : { after: now + away };
}

/**
 * The same of the filter's own field among the list's, as moments a query compares with. A field
 * the list does not have lets everything through.
 */
export function momentBetween(
  fields: readonly FilterField[],
  filter: Filter,
  now: Instant,
  zone: string,
): { before?: Date; after?: Date } {
  const field = fields.find(({ name }) => name === filter.field);
  const { before, after } = field ? momentRange(filter, field, now, zone) : {};
  return {
    ...(before === undefined ? {} : { before: new Date(before) }),
    ...(after === undefined ? {} : { after: new Date(after) }),
  };
}

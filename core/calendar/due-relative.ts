import { z } from "zod";
import { addBusinessDays, rollToBusinessDay } from "@/core/calendar/business-days";
import { addDuration, Duration, durationMs, OffsetText } from "@/core/calendar/duration";
import { atLocalTime } from "@/core/calendar/local-time";
import type { ResolvedCalendar } from "@/core/calendar/work-calendar";
import type { Instant } from "@/core/time";

const BUSINESS_DAYS_MAX = 1_000;

/** A distance from a moment: "-P2D", { businessDays: -2 }, or { fraction: 0.5 } of the way from opened to due. */
export const Offset = z.union(
  [
    OffsetText,
    z.strictObject({ businessDays: z.int().min(-BUSINESS_DAYS_MAX).max(BUSINESS_DAYS_MAX) }),
    z.strictObject({ fraction: z.number().min(0).max(1) }),
  ],
  { error: 'Not an offset: write "-P2D", { "businessDays": -2 } or { "fraction": 0.5 }' },
);
export type Offset = z.infer<typeof Offset>;

/** How long to wait: "P3D" or { businessDays: 3 }. */
export const WaitLength = z.union(
  [Duration, z.strictObject({ businessDays: z.int().min(1).max(BUSINESS_DAYS_MAX) })],
  { error: 'Not a length of time: write "P3D" or { "businessDays": 3 }' },
);
export type WaitLength = z.infer<typeof WaitLength>;

/** `any`: every day will do. `business`: moved to a business day, keeping the wall time. */
export const DayChoice = z.enum(["any", "business"]);
export type DayChoice = z.infer<typeof DayChoice>;

type Placement = {
  /** "HH:MM" in `zone`. */
  at?: string | undefined;
  zone: string;
  days?: DayChoice | undefined;
  calendar: ResolvedCalendar;
};

export type MomentRule = Placement & {
  anchor: Instant;
  offset: Offset;
  openedAt: Instant;
  /** Read only for a fraction. */
  dueAt: Instant | null;
};

/**
 * When a step is due that counts from an anchor. The offset is added in `zone`, then the wall time
 * set on that local date, then, for business days, an offset before the anchor rolls earlier and
 * any other later. Null when a fraction has no due moment, or the calendar has no business day.
 */
export function momentFor(rule: MomentRule): Instant | null {
  const { offset, at, zone, days, calendar } = rule;
  const moved = moveBy(rule);
  if (moved === null) return null;
  const timed = at === undefined ? moved : atLocalTime(moved, at, zone, "same_day");
  if (days !== "business") return timed;
  return rollToBusinessDay(timed, zone, calendar, isBefore(offset) ? "earlier" : "later");
}

export type WaitRule = Placement & { from: Instant; for: WaitLength };

/**
 * When a wait ends: the length after `from`, then the next `at` on the clock, then later to a
 * business day. Null when the calendar has no business day.
 */
export function waitUntil(rule: WaitRule): Instant | null {
  const { from, at, zone, days, calendar } = rule;
  const over = addLength(from, rule.for, zone, calendar);
  if (over === null) return null;
  const timed = at === undefined ? over : atLocalTime(over, at, zone, "next");
  return days === "business" ? rollToBusinessDay(timed, zone, calendar, "later") : timed;
}

/** The end of a length of time without a wall time: `due.after`, `repeat.every`. Null as above. */
export function addLength(
  from: Instant,
  length: WaitLength,
  zone: string,
  calendar: ResolvedCalendar,
): Instant | null {
  return typeof length === "string"
    ? addDuration(from, length, zone)
    : addBusinessDays(from, length.businessDays, zone, calendar);
}

function moveBy({ anchor, offset, openedAt, dueAt, zone, calendar }: MomentRule): Instant | null {
  if (typeof offset === "string") return addDuration(anchor, offset, zone);
  if ("businessDays" in offset) return addBusinessDays(anchor, offset.businessDays, zone, calendar);
  if (dueAt === null) return null;
  return Math.round(openedAt + offset.fraction * (dueAt - openedAt));
}

function isBefore(offset: Offset): boolean {
  if (typeof offset === "string") return durationMs(offset) < 0;
  return "businessDays" in offset && offset.businessDays < 0;
}

import { z } from "zod";
import { addMonths, type CivilMs } from "@/core/calendar/civil";
import { fromCivil, toCivil } from "@/core/calendar/zone-offset";
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from "@/core/time";

/** ISO 8601 text: "PT4H", "P3D", "P1W". An offset carries a sign: "-P2D". */
export type DurationText = string;

export type DurationUnit = "year" | "month" | "week" | "day" | "hour" | "minute" | "second";

const SHAPE =
  "P(?=\\d|T\\d)(\\d{1,9}Y)?(\\d{1,9}M)?(\\d{1,9}W)?(\\d{1,9}D)?(?:T(?=\\d)(\\d{1,9}H)?(\\d{1,9}M)?(\\d{1,9}S)?)?";
const DURATION = new RegExp(`^${SHAPE}$`);
const SIGNED = new RegExp(`^[+-]?${SHAPE}$`);
const YEAR_MS = 365.25 * DAY_MS;
const UNITS = [
  { unit: "year", ms: YEAR_MS },
  { unit: "month", ms: YEAR_MS / 12 },
  { unit: "week", ms: 7 * DAY_MS },
  { unit: "day", ms: DAY_MS },
  { unit: "hour", ms: HOUR_MS },
  { unit: "minute", ms: MINUTE_MS },
  { unit: "second", ms: SECOND_MS },
] as const satisfies { unit: DurationUnit; ms: number }[];

const DURATION_YEARS_MAX = 10;
const DURATION_MAX_MS = DURATION_YEARS_MAX * YEAR_MS;
const PARSED_MAX = 1_000;

type Parsed = {
  parts: { n: number; unit: DurationUnit }[];
  /** Signed: months and days are counted on the local calendar, ms on the clock. */
  months: number;
  days: number;
  ms: number;
  approximateMs: number;
};

const parsed = new Map<string, Parsed>();

/** A positive length of time, at most ten years. */
export const Duration = z
  .string()
  .regex(DURATION, { error: 'Not a duration: write "PT4H", "P3D" or "P1W"', abort: true })
  .refine((text) => durationMs(text) > 0, {
    error: 'A duration must be longer than zero, such as "PT4H"',
  })
  .refine((text) => durationMs(text) <= DURATION_MAX_MS, {
    error: `A duration can be ${DURATION_YEARS_MAX} years at most, such as "P1M"`,
  })
  .meta({ description: "ISO 8601 duration", examples: ["PT4H", "P3D", "P1W"] });

/** A signed distance from a moment: "-P2D" is two days before, "P0D" the same day. Ten years at most. */
export const OffsetText = z
  .string()
  .regex(SIGNED, {
    error: 'Not an offset: write "-P2D" for before or "P3D" for after',
    abort: true,
  })
  .refine((text) => Math.abs(durationMs(text)) <= DURATION_MAX_MS, {
    error: `An offset can be ${DURATION_YEARS_MAX} years at most, such as "-P2D"`,
  })
  .meta({ description: "ISO 8601 duration with a sign", examples: ["-P2D", "P3D", "PT1H"] });

/**
 * The moment that much later. Years, months, weeks and days are counted on the local calendar and
 * keep the wall time (a skipped one moves to the next valid minute); hours and less are exact.
 * Takes text that `Duration` accepted; throws a RangeError otherwise.
 */
export function addDuration(at: Instant, text: DurationText, zone: string): Instant {
  const { months, days, ms } = parse(text);
  if (months === 0 && days === 0) return at + ms;
  const start = toCivil(at, zone);
  const moved: CivilMs = (months === 0 ? start : addMonths(start, months)) + days * DAY_MS;
  return fromCivil(moved, zone) + ms;
}

/** Signed length in ms with days of 24 h and years of 365.25 days: for ordering and limits, never for a clock. */
export const durationMs = (text: DurationText): number => parse(text).approximateMs;

/** The parts for a sentence, largest unit first, without sign: "P1DT4H" → 1 day, 4 hours. */
export function describeDuration(text: DurationText): { n: number; unit: DurationUnit }[] {
  return parse(text).parts.map((part) => ({ ...part }));
}

function parse(text: DurationText): Parsed {
  const known = parsed.get(text);
  if (known) return known;
  const match = SIGNED.exec(text);
  if (!match) throw new RangeError(`Not a duration: ${text.slice(0, 40)}`);
  const sign = text.startsWith("-") ? -1 : 1;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] =
    UNITS.map((_, i) => Number.parseInt(match[i + 1] ?? "0", 10));
  const values = [years, months, weeks, days, hours, minutes, seconds];
  const total = UNITS.reduce((sum, { ms }, i) => sum + (values[i] ?? 0) * ms, 0);
  // Adding 0 turns the -0 of a negated zero into 0.
  const result: Parsed = {
    parts: UNITS.map(({ unit }, i) => ({ n: values[i] ?? 0, unit })).filter(({ n }) => n > 0),
    months: sign * (years * 12 + months) + 0,
    days: sign * (weeks * 7 + days) + 0,
    ms: sign * (hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS) + 0,
    approximateMs: sign * total + 0,
  };
  if (parsed.size >= PARSED_MAX) parsed.clear();
  parsed.set(text, result);
  return result;
}

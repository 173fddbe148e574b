import { Temporal } from "temporal-polyfill";
import { type CivilMs, dayOf } from "@/core/calendar/civil";
import { DAY_MS, HOUR_MS, type Instant, SECOND_MS } from "@/core/time";

/** No zone changes its offset twice within a week and ends where it began, so equal ends mean one offset. */
const WEEK_MS = 7 * DAY_MS;
/** More than the IANA names in use; each zone keeps about ten years of weeks. */
const ZONES_MAX = 700;
const WEEKS_MAX = 520;
/** Wider than any offset east or west (+14 h, −12 h). */
const EAST_MS = 15 * HOUR_MS;
const WEST_MS = 13 * HOUR_MS;

type Switch = { at: Instant; before: number; after: number };

const zones = new Map<string, Map<number, number | Switch>>();

/** Local clock minus UTC at that moment, in ms. Throws a RangeError for a zone `isZone` refuses. */
export function offsetAt(at: Instant, zone: string): number {
  const weeks = weeksOf(zone);
  const week = Math.floor(at / WEEK_MS);
  let entry = weeks.get(week);
  if (entry === undefined) {
    entry = readWeek(week * WEEK_MS, zone);
    if (weeks.size >= WEEKS_MAX) weeks.clear();
    weeks.set(week, entry);
  }
  if (typeof entry === "number") return entry;
  return at < entry.at ? entry.before : entry.after;
}

export const toCivil = (at: Instant, zone: string): CivilMs => at + offsetAt(at, zone);

/**
 * The moment a local clock first shows this reading. A reading the zone skips gives the first
 * moment after the gap; one it shows twice gives the first of both.
 */
export function fromCivil(civil: CivilMs, zone: string): Instant {
  const before = offsetAt(civil - EAST_MS, zone);
  const after = offsetAt(civil + WEST_MS, zone);
  const early = civil - before;
  if (before === after || offsetAt(early, zone) === before) return early;
  const late = civil - after;
  if (offsetAt(late, zone) === after) return late;
  return findSwitch(late, early, (at) => offsetAt(at, zone) === before);
}

/** False for a day the zone left out, as Samoa did with 30 December 2011. */
export const dayExists = (day: number, zone: string): boolean =>
  dayOf(toCivil(fromCivil(day * DAY_MS, zone), zone)) === day;

function weeksOf(zone: string): Map<number, number | Switch> {
  let weeks = zones.get(zone);
  if (!weeks) {
    if (zones.size >= ZONES_MAX) zones.clear();
    weeks = new Map();
    zones.set(zone, weeks);
  }
  return weeks;
}

function readWeek(from: Instant, zone: string): number | Switch {
  const before = readOffset(from, zone);
  const after = readOffset(from + WEEK_MS, zone);
  if (before === after) return before;
  const at = findSwitch(from, from + WEEK_MS, (probe) => readOffset(probe, zone) === before);
  return { at, before, after };
}

/** The first whole second in (from, to] at which `isBefore` no longer holds. */
function findSwitch(from: Instant, to: Instant, isBefore: (at: Instant) => boolean): Instant {
  let low = Math.floor(from / SECOND_MS);
  let high = Math.ceil(to / SECOND_MS);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isBefore(middle * SECOND_MS)) low = middle;
    else high = middle;
  }
  return high * SECOND_MS;
}

const readOffset = (at: Instant, zone: string): number =>
  Math.round(
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds /
      1_000_000,
  );

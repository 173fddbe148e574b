import { civilAt, dayOf, minuteOfDay, parseDate, weekdayOf } from "@/core/calendar/civil";
import { type Interval, intervalOn, type LocalWindow } from "@/core/calendar/local-window";
import { fromCivil, toCivil } from "@/core/calendar/zone-offset";
import type { Instant } from "@/core/time";
import { dayTurns } from "./day-turns";
import type { Layer } from "./rota";
import { ruleTurns } from "./rule-turns";
import type { Turns } from "./turns";

/** A layer ready to be asked, in the zone of its rota. */
type Cover = {
  /** Null: this layer leaves the moment to those below it. */
  personAt(at: Instant): string | null;
  /** Every moment between these two at which `personAt` may change. */
  changesBetween(from: Instant, until: Instant): Instant[];
};

const ready = new WeakMap<Layer, { zone: string; cover: Cover }>();

/** Kept with the layer: who is on call is asked for every case that climbs. */
export function coverOf(layer: Layer, zone: string): Cover {
  const known = ready.get(layer);
  if (known?.zone === zone) return known.cover;
  const cover = makeCover(layer, zone);
  ready.set(layer, { zone, cover });
  return cover;
}

function makeCover({ people, startsOn, endsOn, handoverAt, hours, ...rest }: Layer, zone: string) {
  const first = parseDate(startsOn) ?? 0;
  const minute = minuteOfDay(handoverAt);
  const start = fromCivil(civilAt(first, minute), zone);
  const last = endsOn === undefined ? null : parseDate(endsOn);
  const end = last === null ? Number.POSITIVE_INFINITY : fromCivil(civilAt(last, minute), zone);
  const { rotation } = rest;
  const turns: Turns =
    "rrule" in rotation
      ? ruleTurns(rotation.rrule, civilAt(first, minute), zone)
      : dayTurns(first, minute, rotation.every * (rotation.unit === "week" ? 7 : 1), zone);
  return {
    personAt(at: Instant) {
      if (at < start || at >= end) return null;
      if (hours && !windowsBetween(hours, zone, at, at).some(holds(at))) return null;
      const turn = turns.turnAt(at);
      return turn === null ? null : (people[turn % people.length] ?? null);
    },
    changesBetween(from: Instant, until: Instant) {
      const [after, before] = [Math.max(from, start), Math.min(until, end)];
      if (before <= after) return [start, end].filter((at) => from < at && at < until);
      const edges = (hours ? windowsBetween(hours, zone, after, before) : []).flatMap((window) => [
        window.start,
        window.end,
      ]);
      return [start, end, ...edges, ...turns.handoversBetween(after, before)].filter(
        (at) => from < at && at < until,
      );
    },
  };
}

const holds =
  (at: Instant) =>
  ({ start, end }: Interval): boolean =>
    start <= at && at < end;

/** The windows that hold a moment from `from` to `until`, and some around: one may begin the day before. */
function windowsBetween(
  hours: readonly LocalWindow[],
  zone: string,
  from: Instant,
  until: Instant,
): Interval[] {
  const intervals: Interval[] = [];
  const last = dayOf(toCivil(until, zone));
  for (let day = dayOf(toCivil(from, zone)) - 1; day <= last; day++) {
    const weekday = weekdayOf(day);
    for (const window of hours) {
      if (window.days.includes(weekday)) intervals.push(intervalOn(day, window, zone));
    }
  }
  return intervals;
}

import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import type { Layer, RotaFacts } from "./rota";

/**
 * Who is on call, worked out the slow way, with nothing of the product's: the latest reading the
 * clock on the wall has shown by a moment tells which hand-overs have come. For tests.
 */
export function slowOnDuty(rota: RotaFacts, at: number): string | null {
  const over = rota.overrides.filter(({ from, until }) => from <= at && at < until).at(-1);
  if (over) return over.personId;
  const shown = latestReading(at, rota.timeZone);
  const covering = rota.layers.map((layer) => slowTurn(layer, shown)).filter((id) => id !== null);
  return covering.at(-1) ?? null;
}

/** Each reading once: where the clock goes back, the time it shows again has come already. */
function latestReading(at: number, zone: string): number {
  const now = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const reading = (zoned: Temporal.ZonedDateTime) =>
    zoned.epochMilliseconds + zoned.offsetNanoseconds / 1_000_000;
  const change = now.add({ nanoseconds: 1 }).getTimeZoneTransition("previous");
  return change
    ? Math.max(reading(now), reading(change.subtract({ milliseconds: 1 })))
    : reading(now);
}

/** The moments from `from` to `until` at which the clocks of a zone change. */
export function clockChanges(zone: string, from: number, until: number): number[] {
  const changes: number[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  for (;;) {
    const next = at.getTimeZoneTransition("next");
    if (!next || next.epochMilliseconds > until) return changes;
    changes.push(next.epochMilliseconds);
    at = next;
  }
}

const DAY = 86_400_000;
const WEEK = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const dateOf = (text: string) => Date.parse(`${text}T00:00Z`);
const timeOf = (text: string) => {
  const [hour = 0, minute = 0] = text.split(":").map(Number);
  return (hour * 60 + minute) * 60_000;
};

function slowTurn(layer: Layer, shown: number): string | null {
  const start = dateOf(layer.startsOn) + timeOf(layer.handoverAt);
  if (shown < start) return null;
  if (layer.endsOn && shown >= dateOf(layer.endsOn) + timeOf(layer.handoverAt)) return null;
  if (layer.hours && !layer.hours.some((window) => isOpen(window, shown))) return null;
  const { rotation, people } = layer;
  const turn =
    "rrule" in rotation
      ? readingsOf(rotation.rrule, start).filter((reading) => reading <= shown).length
      : Math.floor((shown - start) / (rotation.every * (rotation.unit === "week" ? 7 : 1) * DAY));
  return people[turn % people.length] ?? null;
}

function isOpen({ days, from, to }: NonNullable<Layer["hours"]>[number], shown: number): boolean {
  const today = Math.floor(shown / DAY);
  return [today - 1, today].some((day) => {
    const opens = day * DAY + timeOf(from);
    const closes = day * DAY + timeOf(to) + (timeOf(to) > timeOf(from) ? 0 : DAY);
    const weekday = WEEK[new Date(day * DAY).getUTCDay()];
    return days.some((name) => name === weekday) && opens <= shown && shown < closes;
  });
}

const known = new Map<string, number[]>();
const UNTIL = Date.UTC(2029, 1, 1);

/** The occurrences after the start, by ical.js. */
function readingsOf(rrule: string, start: number): number[] {
  const name = `${start} ${rrule}`;
  const kept = known.get(name);
  if (kept) return kept;
  const readings: number[] = [];
  const dtstart = ICAL.Time.fromDateTimeString(new Date(start).toISOString().slice(0, 19));
  const iterator = ICAL.Recur.fromString(rrule).iterator(dtstart);
  for (let next = iterator.next(); next; next = iterator.next()) {
    const { year, month, day, hour, minute } = next;
    const reading = Date.UTC(year, month - 1, day, hour, minute);
    if (reading > UNTIL) break;
    if (reading > start) readings.push(reading);
  }
  known.set(name, readings);
  return readings;
}

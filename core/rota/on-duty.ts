import { dayOf, parseDate } from "@/core/calendar/civil";
import { atLocalTime } from "@/core/calendar/local-time";
import { localDate } from "@/core/calendar/zone";
import type { Instant } from "@/core/time";
import type { Layer, RotaFacts } from "./rota";

/** Who is on duty at a moment; null: nobody. */
export function onDuty(rota: RotaFacts, at: Instant): string | null {
  const override = rota.overrides.findLast(({ from, until }) => from <= at && at < until);
  if (override) return override.personId;
  for (const layer of rota.layers.toReversed()) {
    const personId = inTurn(layer, rota.timeZone, at);
    if (personId !== null) return personId;
  }
  return null;
}

function inTurn(
  { people, startsOn, handoverAt, rotation }: Layer,
  zone: string,
  at: Instant,
): string | null {
  if ("rrule" in rotation) return null;
  const today = parseDate(localDate(at, zone));
  const first = parseDate(startsOn);
  if (today === null || first === null) return null;
  const day = at < atLocalTime(at, handoverAt, zone, "same_day") ? today - 1 : today;
  const turnDays = rotation.every * (rotation.unit === "week" ? 7 : 1);
  const turn = Math.floor((day - first) / turnDays);
  const n = people.length;
  return people[((turn % n) + n) % n] ?? null;
}

import { dayOf } from "@/core/calendar/civil";
import { fromCivil, toCivil } from "@/core/calendar/zone-offset";
import type { Shift } from "@/core/rota/shifts";
import { DAY_MS, type Instant } from "@/core/time";

export type Bar = { from: Instant; until: Instant; override: boolean };
export type Lane = { personId: string; bars: Bar[] };

/** One lane for each person, in the order they first come; what follows by the same person is one bar. */
export function lanesOf(shifts: readonly Shift[]): Lane[] {
  const lanes = new Map<string, Bar[]>();
  for (const { personId, from, until, override } of shifts) {
    if (personId === null) continue;
    const bars = lanes.get(personId) ?? [];
    lanes.set(personId, bars);
    const last = bars.at(-1);
    if (last && last.until === from && last.override === override) last.until = until;
    else bars.push({ from, until, override });
  }
  return [...lanes].map(([personId, bars]) => ({ personId, bars }));
}

/** When nobody is on call, each gap once. */
export function gapsOf(shifts: readonly Shift[]): { from: Instant; until: Instant }[] {
  const gaps: { from: Instant; until: Instant }[] = [];
  for (const { personId, from, until } of shifts) {
    if (personId !== null) continue;
    const last = gaps.at(-1);
    if (last?.until === from) last.until = until;
    else gaps.push({ from, until });
  }
  return gaps;
}

/** The local midnights every so many days after that of `from`, and before `until`. */
export function midnightsBetween(
  from: Instant,
  until: Instant,
  zone: string,
  days: number,
): Instant[] {
  const found: Instant[] = [];
  for (let day = dayOf(toCivil(from, zone)) + days; ; day += days) {
    const at = fromCivil(day * DAY_MS, zone);
    if (at >= until) return found;
    if (at > from) found.push(at);
  }
}

/** The local midnight that began the day of `at`. */
export const dayBegan = (at: Instant, zone: string): Instant =>
  fromCivil(dayOf(toCivil(at, zone)) * DAY_MS, zone);

/** The local midnight `days` after the one that began the day of `at`. */
export const daysOn = (at: Instant, days: number, zone: string): Instant =>
  fromCivil((dayOf(toCivil(at, zone)) + days) * DAY_MS, zone);

import { atLocalTime } from "@/core/calendar/local-time";
import { personOnDuty } from "@/core/case/availability";
import type { RotaFacts } from "@/core/case/facts";
import { DAY_MS, HOUR_MS, type Instant } from "@/core/time";

export type Shift = { personId: string; from: Instant; until: Instant };

/** Days looked through for handovers: the longest shift is a year. */
const DAYS_MAX = 1_500;

/**
 * Who is on call from `at` on, shift by shift, as the engine would answer at each handover. The first
 * one began before `at`. Somebody who follows themself has one long shift, cut after `DAYS_MAX` days.
 */
export function shiftsOf(rota: RotaFacts, at: Instant, count: number): Shift[] {
  if (rota.people.length === 0) return [];
  const shifts: Shift[] = [];
  let from = startOf(rota, at);
  let personId = personOnDuty(rota, at);
  for (let day = 0; day < DAYS_MAX && shifts.length < count; day++) {
    const handover = handoverOf(rota, at, day);
    if (handover <= at) continue;
    const next = personOnDuty(rota, handover);
    if (next === personId) continue;
    shifts.push({ personId, from, until: handover });
    from = handover;
    personId = next;
  }
  if (shifts.length === 0) shifts.push({ personId, from, until: handoverOf(rota, at, DAYS_MAX) });
  return shifts;
}

function startOf(rota: RotaFacts, at: Instant): Instant {
  const now = personOnDuty(rota, at);
  let start = at;
  for (let day = 0; day > -rota.shiftDays - 1; day--) {
    const handover = handoverOf(rota, at, day);
    if (handover > at) continue;
    if (personOnDuty(rota, handover) !== now) break;
    start = handover;
  }
  return start;
}

/** The hour of handover on the `day`-th local date from that of `at`. Noon is far from every clock change. */
function handoverOf(rota: RotaFacts, at: Instant, day: number): Instant {
  const noon = atLocalTime(at, "12:00", rota.timeZone, "same_day");
  const near = noon + day * DAY_MS + HOUR_MS;
  return atLocalTime(near, rota.handoverAt, rota.timeZone, "same_day");
}

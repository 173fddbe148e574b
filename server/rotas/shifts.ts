import { atLocalTime } from "@/core/calendar/local-time";
import { onDuty } from "@/core/rota/on-duty";
import type { RotaFacts } from "@/core/rota/rota";
import { DAY_MS, HOUR_MS, type Instant } from "@/core/time";

export type Shift = { personId: string | null; from: Instant; until: Instant };

/** Days looked through for handovers: the longest shift is a year. */
const DAYS_MAX = 1_500;

/**
 * Who is on call from `at` on, shift by shift, as the engine would answer at each handover. The first
 * one began before `at`. Somebody who follows themself has one long shift, cut after `DAYS_MAX` days.
 */
export function shiftsOf(rota: RotaFacts, at: Instant, count: number): Shift[] {
  const shifts: Shift[] = [];
  let from = startOf(rota, at);
  let personId = onDuty(rota, at);
  for (let day = 0; day < DAYS_MAX && shifts.length < count; day++) {
    const handover = handoverOf(rota, at, day);
    if (handover <= at) continue;
    const next = onDuty(rota, handover);
    if (next === personId) continue;
    shifts.push({ personId, from, until: handover });
    from = handover;
    personId = next;
  }
  if (shifts.length === 0) shifts.push({ personId, from, until: handoverOf(rota, at, DAYS_MAX) });
  return shifts;
}

function startOf(rota: RotaFacts, at: Instant): Instant {
  const now = onDuty(rota, at);
  let start = at;
  for (let day = 0; day > -DAYS_MAX; day--) {
    const handover = handoverOf(rota, at, day);
    if (handover > at) continue;
    if (onDuty(rota, handover) !== now) break;
    start = handover;
  }
  return start;
}

/** The hour of handover on the `day`-th local date from that of `at`. Noon is far from every clock change. */
function handoverOf(rota: RotaFacts, at: Instant, day: number): Instant {
  const noon = atLocalTime(at, "12:00", rota.timeZone, "same_day");
  const near = noon + day * DAY_MS + HOUR_MS;
  return atLocalTime(near, rota.layers[0]?.handoverAt ?? "09:00", rota.timeZone, "same_day");
}

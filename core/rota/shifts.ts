import { assert } from "@/core/assert";
import { DAY_MS, type Instant } from "@/core/time";
import { coverOf } from "./cover";
import { type Duty, dutyAt } from "./on-duty";
import type { RotaFacts } from "./rota";

/** One person's duty from `from` up to, not including, `until`. Without a person it is a gap. */
export type Shift = Duty & { from: Instant; until: Instant };

/** The longest span that is worked out at once. */
const SPAN_DAYS_MAX = 6 * 366;
/** How far back and on a shift is followed to find where it begins and ends. */
export const SHIFT_LOOK_MS = 370 * DAY_MS;
const FIRST_LOOK_MS = 32 * DAY_MS;

/** Every moment of [from, until) in order, each in one shift; what follows unchanged is one shift. */
export function shiftsBetween(rota: RotaFacts, from: Instant, until: Instant): Shift[] {
  assert(until - from <= SPAN_DAYS_MAX * DAY_MS, "shifts of a bounded span");
  const shifts: Shift[] = [];
  let last: Shift | undefined;
  for (const at of until > from ? [from, ...changesBetween(rota, from, until)] : []) {
    const duty = dutyAt(rota, at);
    if (last && isSame(last, duty)) continue;
    if (last) last.until = at;
    last = { ...duty, from: at, until };
    shifts.push(last);
  }
  return shifts;
}

/**
 * The shift of a moment and those after it, gaps included, `count` of them where there are so many. One that
 * reaches further than `SHIFT_LOOK_MS` from `at` is cut there.
 */
export function shiftsFrom(rota: RotaFacts, at: Instant, count: number): Shift[] {
  let [back, on] = [FIRST_LOOK_MS, FIRST_LOOK_MS];
  for (;;) {
    const shifts = shiftsBetween(rota, at - back, at + on);
    const now = shifts.findIndex(({ until }) => at < until);
    const isCut = shifts[now]?.from === at - back && back < SHIFT_LOOK_MS;
    const isShort = shifts.length - now <= count && on < SHIFT_LOOK_MS;
    if (!isCut && !isShort) return shifts.slice(now, now + count);
    if (isCut) back = SHIFT_LOOK_MS;
    if (isShort) on = SHIFT_LOOK_MS;
  }
}

const isSame = (a: Duty, b: Duty): boolean =>
  a.personId === b.personId && a.layer === b.layer && a.override === b.override;

/** Every moment between these two, without them, at which duty may change; ascending. */
function changesBetween(rota: RotaFacts, from: Instant, until: Instant): Instant[] {
  const byLayers = rota.layers.flatMap((layer) =>
    coverOf(layer, rota.timeZone).changesBetween(from, until),
  );
  const byOverrides = rota.overrides.flatMap((override) => [override.from, override.until]);
  const within = [...byLayers, ...byOverrides].filter((at) => from < at && at < until);
  return [...new Set(within)].sort((a, b) => a - b);
}

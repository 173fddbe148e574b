import { type CivilDay, civilAt, dayOf } from "@/core/calendar/civil";
import { fromCivil, toCivil } from "@/core/calendar/zone-offset";
import type { Instant } from "@/core/time";
import type { Turns } from "./turns";

/** Turns of so many days, each handed over at the same local time, from the day `first` on. */
export function dayTurns(first: CivilDay, minute: number, days: number, zone: string): Turns {
  const beginOf = (turn: number) => fromCivil(civilAt(first + turn * days, minute), zone);
  const turnAt = (at: Instant) => {
    let turn = Math.floor((dayOf(toCivil(at, zone)) - first) / days);
    // The day is only near: its hand-over may be still to come, or moved by a clock change.
    while (beginOf(turn) > at) turn--;
    while (beginOf(turn + 1) <= at) turn++;
    return turn;
  };
  return {
    turnAt,
    handoversBetween(from, until) {
      const moments: Instant[] = [];
      for (let turn = turnAt(from) + 1; beginOf(turn) < until; turn++) moments.push(beginOf(turn));
      return moments;
    },
  };
}

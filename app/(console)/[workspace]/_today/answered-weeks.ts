import "server-only";
import { atLocalTime } from "@/core/calendar/local-time";
import { localParts } from "@/core/calendar/zone";
import type { WorkspaceId } from "@/core/ids";
import { DAY_MS, HOUR_MS, type Instant } from "@/core/time";
import { countAnsweredByDay } from "@/db/queries/today";
import { ctx } from "@/server/boot";

const DAYS = 7;
/** Noon of each day: an hour more or less at a change of clocks stays within it. */
const NOON_MS = 12 * HOUR_MS;

export type AnsweredDay = { at: Instant; opened: number; answered: number };
export type AnsweredWeek = {
  workflow: string;
  name: string;
  days: AnsweredDay[];
  opened: number;
  answered: number;
};

/** For each live workflow with new cases: how many opened on each of the last 7 days and were answered by now. */
export async function answeredWeeks(
  workspaceId: WorkspaceId,
  { now, zone, byId }: { now: Instant; zone: string; byId: boolean },
): Promise<AnsweredWeek[]> {
  const today = atLocalTime(now, "00:00", zone, "same_day");
  const noons = Array.from({ length: DAYS }, (_, i) => today + NOON_MS - (DAYS - 1 - i) * DAY_MS);
  const since = atLocalTime(noons[0] ?? today, "00:00", zone, "same_day");
  const rows = await countAnsweredByDay(ctx.db, workspaceId, { since, zone, byId });
  const names = new Map(rows.map(({ workflow, name }) => [workflow, name]));
  return [...names]
    .map(([workflow, name]) => {
      const days = noons.map((at) => {
        const { date } = localParts(at, zone);
        const row = rows.find((each) => each.workflow === workflow && each.day === date);
        return { at, opened: row?.opened ?? 0, answered: row?.answered ?? 0 };
      });
      const sum = (of: "opened" | "answered") => days.reduce((n, day) => n + day[of], 0);
      return { workflow, name, days, opened: sum("opened"), answered: sum("answered") };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

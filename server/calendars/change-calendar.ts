import { z } from "zod";
import { WorkCalendar } from "@/core/calendar/work-calendar";
import { CalendarInput } from "@/core/contracts/teams";
import { AppError } from "@/core/errors";
import { findKeyed } from "@/db/queries/keyed";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { saveCalendar } from "./save-calendar";

const { country, region, extra, except } = WorkCalendar.shape.holidays.unwrap().shape;

/** Absent fields stay. */
export const CalendarChange = z
  .strictObject({
    timeZone: WorkCalendar.shape.timeZone,
    hours: WorkCalendar.shape.hours,
    country: country.unwrap(),
    region: region.nullable(),
    extra: extra.unwrap(),
    except: except.unwrap(),
  })
  .partial();
export type CalendarChange = z.infer<typeof CalendarChange>;

/** Changes some fields of a calendar; cases are planned again at once. Throws `not_found`, and `invalid` as saving does. */
export async function changeCalendar(
  ctx: Ctx,
  who: Who,
  key: string,
  change: CalendarChange,
): Promise<void> {
  const row = await findKeyed(ctx.db, who.workspaceId, "calendars", key);
  if (!row) throw new AppError("not_found", `There is no calendar ${key}.`);
  const { timeZone = row.calendar.timeZone, hours = row.calendar.hours, ...days } = change;
  const given = Object.entries(days).filter(([, value]) => value !== undefined);
  const holidays = { ...row.calendar.holidays, ...Object.fromEntries(given) };
  // Another country has other regions.
  if (change.country !== undefined && change.region === undefined) delete holidays.region;
  await saveCalendar(ctx, who, key, CalendarInput.parse({ timeZone, hours, holidays }));
}

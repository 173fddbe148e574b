import { DEFAULT_CALENDAR } from "@/core/calendar/business-days";
import { CalendarInput } from "@/core/contracts/teams";
import { AppError } from "@/core/errors";
import { findKeyed } from "@/db/queries/keyed";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { saveCalendar } from "./save-calendar";

/** Makes a calendar: Monday to Friday, 9 to 17, in this zone, no holidays. Throws `conflict` for a key that is taken. */
export async function createCalendar(
  ctx: Ctx,
  who: Who,
  input: { key: string; timeZone: string },
): Promise<void> {
  const { key, timeZone } = input;
  if (await findKeyed(ctx.db, who.workspaceId, "calendars", key)) {
    throw new AppError("conflict", `There is a calendar ${key} already.`);
  }
  const { hours } = DEFAULT_CALENDAR;
  await saveCalendar(ctx, who, key, CalendarInput.parse({ timeZone, hours }));
}

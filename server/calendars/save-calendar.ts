import type { CalendarInput } from "@/core/contracts/teams";
import { AppError } from "@/core/errors";
import { writeCalendar } from "@/db/queries/keyed-writes";
import { hasPublicHolidays } from "@/server/calendar/public-holidays";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changeFacts, sameKeyAs } from "@/server/workspaces/change-facts";

/**
 * Makes or replaces a calendar; cases are planned again at once. Throws `invalid` for a country or
 * region whose public holidays are not known.
 */
export async function saveCalendar(
  ctx: Ctx,
  who: Who,
  key: string,
  input: CalendarInput,
): Promise<{ created: boolean }> {
  sameKeyAs(key, input.key);
  const { timeZone, hours } = input;
  const { country, extra, except } = input.holidays;
  const region = input.holidays.region ?? undefined;
  if (country !== null && !hasPublicHolidays(country, region)) {
    const path = hasPublicHolidays(country) ? "holidays.region" : "holidays.country";
    const errors = [{ path, message: "no public holidays are known for it" }];
    throw new AppError("invalid", "The public holidays are not known.", { errors });
  }
  const { workspaceId } = who;
  const holidays = { country, extra, except, ...(region !== undefined && { region }) };
  const calendar = { timeZone, hours, holidays };
  const change = { action: "calendar.saved" as const, target: key };
  const created = await changeFacts(
    ctx,
    who,
    change,
    (tx) => writeCalendar(tx, { workspaceId, key, calendar }),
    (isNew) => (isNew ? null : "calendar"),
  );
  return { created };
}

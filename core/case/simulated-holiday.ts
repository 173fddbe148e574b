import type { ResolvedCalendar } from "@/core/calendar/work-calendar";
import type { CaseFacts } from "./facts";

/** The same facts with one more public holiday ("YYYY-MM-DD"), in every calendar. */
export function withHoliday(facts: CaseFacts, date: string): CaseFacts {
  const known = new Map<ResolvedCalendar, ResolvedCalendar>();
  const freed = (calendar: ResolvedCalendar): ResolvedCalendar => {
    const found = known.get(calendar);
    if (found) return found;
    const next = { ...calendar, holidayDates: new Set([...calendar.holidayDates, date]) };
    known.set(calendar, next);
    return next;
  };
  const { workspace, calendarOf } = facts;
  const teams = [...workspace.teams].map(
    ([key, team]) => [key, { ...team, calendar: team.calendar && freed(team.calendar) }] as const,
  );
  return {
    ...facts,
    calendarOf: (person) => freed(calendarOf(person)),
    workspace: { ...workspace, calendar: freed(workspace.calendar), teams: new Map(teams) },
  };
}

import { WEEKDAYS, type Weekday } from "@/core/calendar/civil";

export type Span = { from: string; to: string };
export type DayHours = Record<Weekday, Span[]>;
type Window = Span & { days: Weekday[] };

/** Working hours by weekday, in order, from windows that name several days. */
export function byDay(hours: readonly Window[]): DayHours {
  const spans = (day: Weekday) =>
    hours
      .filter(({ days }) => days.includes(day))
      .map(({ from, to }) => ({ from, to }))
      .sort((a, b) => a.from.localeCompare(b.from));
  return Object.fromEntries(WEEKDAYS.map((day) => [day, spans(day)])) as DayHours;
}

/** The other way round: days with the same span share a window. Midnight at the end of a day that begins at 00:00 is 24:00. */
export function toWindows(week: DayHours): Window[] {
  const windows = new Map<string, Window>();
  for (const day of WEEKDAYS) {
    for (const { from, to } of week[day]) {
      const end = from === "00:00" && to === "00:00" ? "24:00" : to;
      const known = windows.get(`${from}-${end}`);
      if (!known) windows.set(`${from}-${end}`, { days: [day], from, to: end });
      else if (!known.days.includes(day)) known.days.push(day);
    }
  }
  return [...windows.values()];
}

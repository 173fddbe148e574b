/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** 1 is Monday. */
export const weekdayText = (weekday: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }).format(
    MONDAY + (weekday - 1) * DAY_MS,
  );

export const hourText = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

const HOUR_MS = 3_600_000;
const EVENING_HOUR = 18;
const MORNING_HOUR = 9;
/** Less than this before the evening, it is no choice of its own. */
const EVENING_AHEAD_MS = HOUR_MS / 2;

export type SnoozeTime = { key: "hour" | "evening" | "tomorrow" | "week"; at: number };

/** The usual moments to be reminded at, in the browser's zone; `now` in epoch milliseconds. */
export function snoozeTimes(now: number): SnoozeTime[] {
  const day = (ahead: number, hour: number): number => {
    const at = new Date(now);
    return new Date(at.getFullYear(), at.getMonth(), at.getDate() + ahead, hour).getTime();
  };
  const evening = day(0, EVENING_HOUR);
  const weekday = new Date(now).getDay();
  // From a Sunday, the Monday that is not already "tomorrow".
  const toMonday = weekday === 0 ? 8 : 8 - weekday;
  return [
    { key: "hour", at: now + HOUR_MS },
    ...(evening - now >= EVENING_AHEAD_MS ? [{ key: "evening" as const, at: evening }] : []),
    { key: "tomorrow", at: day(1, MORNING_HOUR) },
    { key: "week", at: day(toMonday, MORNING_HOUR) },
  ];
}

/** A moment as `<input type="datetime-local">` writes it. */
export function localText(at: number): string {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

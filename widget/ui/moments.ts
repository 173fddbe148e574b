const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** From here on, calendar days are counted and no longer hours. */
const HOURS_MAX = 12;
const WEEKDAYS_MAX = 6;
/** From here on the date says more. */
const DAYS_MAX = 350;
const TIME: Intl.DateTimeFormatOptions = { hour: "numeric", minute: "2-digit" };
const DAY: Intl.DateTimeFormatOptions = { day: "numeric", month: "short" };
const DATE: Intl.DateTimeFormatOptions = { ...DAY, year: "numeric" };

/** Whole days of the browser's calendar from one moment to another. */
function daysBetween(from: number, to: number): number {
  const start = (at: number): number => {
    const date = new Date(at);
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  };
  return Math.round((start(to) - start(from)) / DAY_MS);
}

export type Moments = {
  /** "in 3 days", "tomorrow", "20 minutes ago"; a year away or more "13 Dec 2030". */
  distance(at: number, now: number): string;
  /** "09:00" of today, "tomorrow 09:00", "Mon 09:00", "12 Mar". */
  short(at: number, now: number): string;
  /** "09:00" of today, "Mon 09:00" or "12 Mar, 09:00" of another day. */
  clock(at: number, now: number): string;
  /** Everything of it, for a tooltip. */
  full(at: number): string;
};

/** Moments in words, in the browser's zone. */
export function momentsIn(locale: string): Moments {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const formats = new Map<string, Intl.DateTimeFormat>();
  const format = (at: number, options: Intl.DateTimeFormatOptions): string => {
    const key = Object.keys(options).join();
    const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
    formats.set(key, known);
    return known.format(at);
  };
  return {
    clock(at, now) {
      const days = Math.abs(daysBetween(now, at));
      if (days === 0) return format(at, TIME);
      return format(at, { ...(days <= WEEKDAYS_MAX ? { weekday: "short" } : DAY), ...TIME });
    },
    full: (at) => format(at, { dateStyle: "full", timeStyle: "short" }),
    distance(at, now) {
      const span = at - now;
      if (Math.abs(span) < HOUR_MS) return relative.format(Math.round(span / MINUTE_MS), "minute");
      if (Math.abs(span) < HOURS_MAX * HOUR_MS)
        return relative.format(Math.round(span / HOUR_MS), "hour");
      const days = daysBetween(now, at);
      if (Math.abs(days) < 14) return relative.format(days, "day");
      if (Math.abs(days) < 60) return relative.format(Math.round(days / 7), "week");
      if (Math.abs(days) < DAYS_MAX) return relative.format(Math.round(days / 30.4), "month");
      return format(at, DATE);
    },
    short(at, now) {
      const days = daysBetween(now, at);
      if (days === 0) return format(at, TIME);
      if (Math.abs(days) === 1) return `${relative.format(days, "day")} ${format(at, TIME)}`;
      if (Math.abs(days) <= WEEKDAYS_MAX) return format(at, { weekday: "short", ...TIME });
      const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
      return format(at, isThisYear ? DAY : DATE);
    },
  };
}

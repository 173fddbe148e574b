import { minuteOfDay, WEEKDAYS, type Weekday } from "./civil";
import type { TimeSpan } from "./local-window";
import type { QuietHours } from "./windows";

/** Each day's hours in which a person may be written to; none on a day without. */
export type ContactHours = Record<Weekday, TimeSpan[]>;

const DAY_MINUTES = 24 * 60;
const MONDAY_TO_FRIDAY = WEEKDAYS.slice(0, 5);

/** The choices that are one click; null: at any time. */
export const CONTACT_PRESETS = {
  any: null,
  weekdays_8_20: { days: MONDAY_TO_FRIDAY, from: "08:00", to: "20:00" },
  weekdays_9_17: { days: MONDAY_TO_FRIDAY, from: "09:00", to: "17:00" },
  daily_8_20: { days: WEEKDAYS, from: "08:00", to: "20:00" },
  daily_7_22: { days: WEEKDAYS, from: "07:00", to: "22:00" },
} as const satisfies Record<string, (TimeSpan & { days: readonly Weekday[] }) | null>;
export type ContactPreset = keyof typeof CONTACT_PRESETS;
const PRESETS = Object.keys(CONTACT_PRESETS) as ContactPreset[];

/** The hours that quiet ones leave, where no clock is changed. */
export function contactHoursOf(quiet: QuietHours | null): ContactHours {
  const isQuiet = new Map(WEEKDAYS.map((day) => [day, new Uint8Array(DAY_MINUTES)]));
  for (const { days, from, to } of quiet ?? []) {
    const start = minuteOfDay(from);
    const end = minuteOfDay(to);
    for (const day of days) {
      isQuiet.get(day)?.fill(1, start, end > start ? end : DAY_MINUTES);
      if (end <= start) isQuiet.get(dayAfter(day))?.fill(1, 0, end);
    }
  }
  return byDay((day) => spansOf(isQuiet.get(day) ?? new Uint8Array(DAY_MINUTES)));
}

/** The hours in which not to write, as they are kept: null where every hour is a contact hour. */
export function quietHoursOf(contact: ContactHours): QuietHours | null {
  const windows = WEEKDAYS.flatMap((day) =>
    gapsOf(contact[day]).map((span) => ({ day, key: `${span.from} ${span.to}`, span })),
  );
  if (windows.length === 0) return null;
  return [...Map.groupBy(windows, ({ key }) => key).values()].map((same) => ({
    days: same.map(({ day }) => day),
    from: same[0]?.span.from ?? "00:00",
    to: same[0]?.span.to ?? "24:00",
  }));
}

export function presetHours(preset: ContactPreset): ContactHours {
  const hours = CONTACT_PRESETS[preset];
  if (hours === null) return contactHoursOf(null);
  const { days, from, to } = hours;
  return byDay((day) => (days.some((one) => one === day) ? [{ from, to }] : []));
}

/** The one-click choice these hours are; null: they are somebody's own. */
export function presetOf(contact: ContactHours): ContactPreset | null {
  const text = JSON.stringify(contact);
  return PRESETS.find((preset) => JSON.stringify(presetHours(preset)) === text) ?? null;
}

const byDay = (hoursOf: (day: Weekday) => TimeSpan[]): ContactHours => ({
  mon: hoursOf("mon"),
  tue: hoursOf("tue"),
  wed: hoursOf("wed"),
  thu: hoursOf("thu"),
  fri: hoursOf("fri"),
  sat: hoursOf("sat"),
  sun: hoursOf("sun"),
});

const dayAfter = (day: Weekday): Weekday =>
  WEEKDAYS[(WEEKDAYS.indexOf(day) + 1) % WEEKDAYS.length] ?? "mon";

/** What lies before, between and behind the spans of a day. */
function gapsOf(spans: readonly TimeSpan[]): TimeSpan[] {
  const minutes = new Uint8Array(DAY_MINUTES);
  for (const { from, to } of spans) minutes.fill(1, minuteOfDay(from), minuteOfDay(to));
  return spansOf(minutes);
}

/** The stretches of zeros. */
function spansOf(minutes: Uint8Array): TimeSpan[] {
  const spans: TimeSpan[] = [];
  for (let from = minutes.indexOf(0); from >= 0; ) {
    const next = minutes.indexOf(1, from);
    const to = next < 0 ? DAY_MINUTES : next;
    spans.push({ from: timeOf(from), to: timeOf(to) });
    from = to < DAY_MINUTES ? minutes.indexOf(0, to) : -1;
  }
  return spans;
}

const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

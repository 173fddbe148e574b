import { minuteOfDay, WEEKDAYS, type Weekday } from "@/core/calendar/civil";
import {
  CONTACT_PRESETS,
  type ContactHours,
  type ContactPreset,
  presetHours,
  quietHoursOf,
} from "@/core/calendar/contact-hours";
import { LocalTime } from "@/core/calendar/local-time";
import { endOfDay } from "@/core/calendar/zone";
import { PreferenceChange } from "@/core/contracts/preference-change";
import { SWITCHED } from "@/core/delivery/switched";
import { DAY_MS, toRfc3339 } from "@/core/time";
import type { Reader } from "../link";
import { fieldOf } from "../read-form";
import { PAUSE_DAYS_MAX } from "./pause-part";

/** What is wrong with what was chosen, in a code that has words. */
export type Problem = "pause" | "hours" | "hours_order" | "zone" | "topic";

/** What a form of the page asks for, in order; or what is wrong with it. Null: it is none of the page's forms. */
export type Asked = { undone: boolean; changes: PreferenceChange[] } | { problem: Problem } | null;

/** Channels that the form showed and somebody may have ticked otherwise meanwhile are taken as they are ticked. */
export function readChange(form: FormData, reader: Reader): Asked {
  const topic = fieldOf(form, "topic");
  switch (fieldOf(form, "do")) {
    case "frequency": {
      const digestAt = fieldOf(form, "digestAt");
      const frequency = fieldOf(form, "frequency");
      return asked({ topic, frequency, ...(digestAt && { digestAt }) });
    }
    case "channels": {
      const ticked = form.getAll("on").map(String);
      const shown = SWITCHED.filter((channel) => form.getAll("shown").includes(channel));
      return asked(...shown.map((channel) => ({ topic, channel, on: ticked.includes(channel) })));
    }
    case "pause":
      return readPause(form, reader);
    case "resume":
      return asked({ pausedUntil: null });
    case "stop":
      return asked({ stop: "optional" });
    case "hours": {
      const preset = fieldOf(form, "preset");
      // The person's own, which the list shows as chosen: nothing else was.
      if (preset === "") return asked();
      if (!isPreset(preset)) return null;
      return asked({ quietHours: quietHoursOf(presetHours(preset)) });
    }
    case "days":
      return readDays(form);
    case "zone": {
      const timeZone = fieldOf(form, "zone") || null;
      const read = asked({ timeZone });
      return read ?? { problem: "zone" };
    }
    case "language":
      return asked({ locale: fieldOf(form, "language") || null });
    case "first":
      return asked({ preferredChannel: fieldOf(form, "first") || null });
    case "undo":
      return readUndo(fieldOf(form, "undo"));
    default:
      return null;
  }
}

function asked(...given: readonly unknown[]): Asked {
  const read = given.map((one) => PreferenceChange.safeParse(one));
  const changes = read.flatMap(({ data }) => (data ? [data] : []));
  return changes.length < read.length ? null : { undone: false, changes };
}

const isPreset = (text: string): text is ContactPreset => Object.hasOwn(CONTACT_PRESETS, text);

const WEEK_DAYS = 7;

function readPause(form: FormData, { now, zone }: Reader): Asked {
  const span = fieldOf(form, "for");
  if (span === "day") return asked({ pausedUntil: toRfc3339(now + DAY_MS) });
  if (span === "week") return asked({ pausedUntil: toRfc3339(now + WEEK_DAYS * DAY_MS) });
  const day = fieldOf(form, "until");
  try {
    const until = endOfDay(day, zone);
    // The end of a last day a year ahead may lie a day further.
    const isAhead = until > now && until <= now + (PAUSE_DAYS_MAX + 1) * DAY_MS;
    return isAhead ? asked({ pausedUntil: toRfc3339(until) }) : { problem: "pause" };
  } catch {
    return { problem: "pause" };
  }
}

/** A day without times has no contact hours; an end at midnight is that of the day. */
function readDays(form: FormData): Asked {
  const copied = WEEKDAYS.find((day) => day === fieldOf(form, "copy"));
  const contact: Partial<ContactHours> = {};
  for (const day of WEEKDAYS) {
    const span = readDay(form, copied ?? day);
    if (span === "wrong") return { problem: "hours_order" };
    contact[day] = span === null ? [] : [span];
  }
  const hours = contact as ContactHours;
  if (WEEKDAYS.every((day) => hours[day].length === 0)) return { problem: "hours" };
  return asked({ quietHours: quietHoursOf(hours) });
}

function readDay(form: FormData, day: Weekday): { from: string; to: string } | null | "wrong" {
  const from = fieldOf(form, `from.${day}`).slice(0, 5);
  const to = fieldOf(form, `to.${day}`).slice(0, 5);
  if (from === "" && to === "") return null;
  if (!LocalTime.safeParse(from).success || !LocalTime.safeParse(to).success) return "wrong";
  const end = to === "00:00" ? "24:00" : to;
  return minuteOfDay(end) > minuteOfDay(from) ? { from, to: end } : "wrong";
}

function readUndo(text: string): Asked {
  try {
    const read = asked(JSON.parse(text));
    return read && "changes" in read ? { ...read, undone: true } : null;
  } catch {
    return null;
  }
}

import { de, en } from "chrono-node";
import { atLocalTime } from "@/core/calendar/local-time";
import { parseMoment } from "@/core/calendar/zone";
import { offsetAt } from "@/core/calendar/zone-offset";
import { languageOf } from "@/core/sentence/locale";
import { type Instant, MINUTE_MS } from "@/core/time";

const WHEN_CHARS_MAX = 64;
const MORNING = "09:00";
const WEEKDAY = /\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*/i;
const BARE_HOUR = new RegExp(`${WEEKDAY.source} (\\d{1,2})$`, "i");

/**
 * A moment as somebody says it: “thu 9”, “in 2 hours”, “do 9”, “morgen um 8”, on the clock of `zone`.
 * Read in the reader's language first, then in the other one. A day without a time is its morning.
 * Null for words that are not wholly understood.
 */
export function parseWhen(
  text: string,
  { now, zone, locale }: { now: Instant; zone: string; locale: string },
): Instant | null {
  const said = text
    .trim()
    .replace(/\s+/g, " ")
    .replace(/^(until|till|bis) /i, "");
  if (said === "" || said.length > WHEN_CHARS_MAX) return null;
  const parsers = languageOf(locale) === "de" ? [de, en.GB] : [en.GB, de];
  for (const parser of parsers) {
    const reference = { instant: new Date(now), timezone: offsetAt(now, zone) / MINUTE_MS };
    const words =
      parser === de ? said : said.replace(BARE_HOUR, (day) => day.replace(/(\d+)$/, "at $1:00"));
    const [found, more] = parser.parse(words, reference, { forwardDate: true });
    if (!found || more || found.text.length !== words.length) continue;
    const { start } = found;
    if (start.tags().has("result/relativeDateAndTime")) return start.date().getTime();
    const day = [start.get("year"), two(start.get("month")), two(start.get("day"))].join("-");
    const timed = start.isCertain("hour");
    const time = timed ? `${two(start.get("hour"))}:${two(start.get("minute"))}` : MORNING;
    const noon = parseMoment(`${day}T12:00`, zone);
    return noon === null ? null : atLocalTime(noon, time, zone, "same_day");
  }
  return null;
}

const two = (n: number | null): string => String(n ?? 0).padStart(2, "0");

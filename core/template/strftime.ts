import { Lru } from "@/core/template/lru";
import type { TemplateMoment } from "@/core/template/moment";

const FORMATS_MAX = 200;
const formats = new Lru<string, Intl.DateTimeFormat>(FORMATS_MAX);

type Parts = Record<string, string>;

function partsOf(
  at: number,
  locale: string,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): Parts {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  const format = formats.through(
    key,
    () => new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }),
  );
  const parts: Parts = {};
  for (const part of format.formatToParts(at)) parts[part.type] = part.value;
  return parts;
}

const NUMERIC = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
} as const satisfies Intl.DateTimeFormatOptions;

const DIRECTIVE = /%([-^0]?)([A-Za-z%])/g;

/**
 * Format by a strftime pattern (`%A %-d %B %Y, %H:%M`), names in `locale`, clock in `zone`.
 * Knows Y y m d e H I M S p P A a B b j u Z z F T D s and %%, with the flags `-` (no padding) and
 * `^` (capitals); anything else stays as written.
 */
export function strftime(moment: TemplateMoment, pattern: string, locale: string, zone: string) {
  const shownIn = moment.civil ? "UTC" : zone;
  const { at } = moment;
  const n = partsOf(at, "en-US", shownIn, NUMERIC);
  const number = (name: string) => n[name] ?? "";
  const name = (part: string, options: Intl.DateTimeFormatOptions) =>
    partsOf(at, locale, shownIn, options)[part] ?? "";
  const hour12 = ((Number(number("hour")) + 11) % 12) + 1;
  const offset = () => {
    const text = partsOf(at, "en-US", shownIn, { timeZoneName: "longOffset" }).timeZoneName ?? "";
    return text === "GMT" ? "+0000" : text.replace("GMT", "").replace(":", "");
  };
  const dayOfYear = () => {
    const day = Date.UTC(
      Number(number("year")),
      Number(number("month")) - 1,
      Number(number("day")),
    );
    return String((day - Date.UTC(Number(number("year")), 0, 0)) / 86_400_000).padStart(3, "0");
  };
  const isoWeekday = () => {
    const day = Date.UTC(
      Number(number("year")),
      Number(number("month")) - 1,
      Number(number("day")),
    );
    return String(new Date(day).getUTCDay() || 7);
  };
  const meridiem = Number(number("hour")) < 12 ? "AM" : "PM";
  const directives: Record<string, () => string> = {
    Y: () => number("year"),
    y: () => number("year").slice(-2),
    m: () => number("month"),
    d: () => number("day"),
    e: () => String(Number(number("day"))),
    H: () => number("hour"),
    I: () => String(hour12).padStart(2, "0"),
    M: () => number("minute"),
    S: () => number("second"),
    p: () => meridiem,
    P: () => meridiem.toLowerCase(),
    A: () => name("weekday", { weekday: "long" }),
    a: () => name("weekday", { weekday: "short" }),
    B: () => name("month", { month: "long", day: "numeric" }),
    b: () => name("month", { month: "short", day: "numeric" }),
    j: dayOfYear,
    u: isoWeekday,
    Z: () => name("timeZoneName", { timeZoneName: "short" }),
    z: offset,
    F: () => `${number("year")}-${number("month")}-${number("day")}`,
    T: () => `${number("hour")}:${number("minute")}:${number("second")}`,
    D: () => `${number("month")}/${number("day")}/${number("year").slice(-2)}`,
    s: () => String(Math.floor(at / 1000)),
    "%": () => "%",
  };
  return pattern.replace(DIRECTIVE, (whole, flag: string, letter: string) => {
    const text = Object.hasOwn(directives, letter) ? directives[letter]?.() : undefined;
    if (text === undefined) return whole;
    if (flag === "-") return text.replace(/^0+(?=\d)/, "");
    return flag === "^" ? text.toLocaleUpperCase(locale) : text;
  });
}

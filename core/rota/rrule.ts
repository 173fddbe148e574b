import { RRuleTemporal } from "rrule-temporal";
import { type CivilMs, parseDate, WEEKDAYS } from "@/core/calendar/civil";
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from "@/core/time";

/** A rota is handed over by the hour at most: more is a mistake, and work without end. */
const HANDOVERS_A_DAY_MAX = 24;
const FREQUENCIES = ["HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"];
const DAYS = WEEKDAYS.map((day) => day.slice(0, 2).toUpperCase());
const DAY = new RegExp(`^([+-]?\\d{1,2})?(${DAYS.join("|")})$`);
const UNTIL = /^(\d{4})(\d{2})(\d{2})(?:T([01]\d|2[0-3])([0-5]\d)([0-5]\d)(Z?))?$/;
const NUMBER = /^[+-]?\d{1,6}$/;

/** The numbers a part takes: from, to, and whether counted from the end too. */
const NUMBERS: Readonly<Record<string, readonly [from: number, to: number, fromEnd?: "from end"]>> =
  {
    INTERVAL: [1, 1_000],
    COUNT: [1, 100_000],
    BYMONTH: [1, 12],
    BYWEEKNO: [1, 53, "from end"],
    BYYEARDAY: [1, 366, "from end"],
    BYMONTHDAY: [1, 31, "from end"],
    BYHOUR: [0, 23],
    BYMINUTE: [0, 59],
    BYSECOND: [0, 59],
    BYSETPOS: [1, 366, "from end"],
  };
const SINGLE = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"];
const PARTS = ["FREQ", "UNTIL", "WKST", "BYDAY", ...Object.keys(NUMBERS)];

/** What RFC 5545 does not let stand together with a frequency. */
const NOT_WITH: Readonly<Record<string, readonly string[]>> = {
  BYWEEKNO: ["HOURLY", "DAILY", "WEEKLY", "MONTHLY"],
  BYYEARDAY: ["DAILY", "WEEKLY", "MONTHLY"],
  BYMONTHDAY: ["WEEKLY"],
};

type Parts = ReadonlyMap<string, readonly string[]>;

/** The last moment of a rule: on the local clock, or in UTC. */
type Until = { civil: CivilMs } | { at: Instant };

export type Rule = {
  /** The rule without COUNT and UNTIL, which are the caller's to heed. */
  endless: string;
  count: number | null;
  until: Until | null;
};

/** Why a text is no rule that a rota can turn by, said behind the field's name; null where it is one. */
export function ruleProblem(text: string): string | null {
  const read = partsOf(text);
  if (typeof read === "string") return read;
  return (
    valueProblem(read) ??
    pairProblem(read) ??
    (handoversADay(read) > HANDOVERS_A_DAY_MAX
      ? `hands over more than ${HANDOVERS_A_DAY_MAX} times a day`
      : null)
  );
}

/** Reads a rule that `ruleProblem` found nothing wrong with. */
export function readRule(text: string): Rule {
  const parts = partsOf(text);
  if (typeof parts === "string") throw new RangeError(`The rule ${parts}: ${text}`);
  const [count] = parts.get("COUNT") ?? [];
  const [until] = parts.get("UNTIL") ?? [];
  return {
    endless: [...parts]
      .filter(([name]) => name !== "COUNT" && name !== "UNTIL")
      .map(([name, values]) => `${name}=${values.join(",")}`)
      .join(";"),
    count: count === undefined ? null : Number(count),
    until: until === undefined ? null : untilOf(until),
  };
}

/**
 * What the local clock reads at the occurrences of a rule within [from, until), in order. It counts
 * by the clock on the wall, so that no clock change moves a hand-over to another hour.
 */
export function occurrencesBetween(
  { endless }: Rule,
  start: CivilMs,
  from: CivilMs,
  until: CivilMs,
): CivilMs[] {
  if (until <= Math.max(from, start)) return [];
  const dtstart = new Date(start).toISOString().replace(/[-:]|\.\d+/g, "");
  const rule = new RRuleTemporal({ rruleString: `DTSTART:${dtstart}\nRRULE:${endless}` });
  return rule
    .between(new Date(Math.max(from, start)), new Date(until - 1), true)
    .map(({ epochMilliseconds }) => epochMilliseconds);
}

function partsOf(text: string): Parts | string {
  const parts = new Map<string, string[]>();
  for (const part of text.toUpperCase().split(";")) {
    const [name = "", value = "", more] = part.split("=");
    if (value === "" || more !== undefined) return NO_RULE;
    if (!PARTS.includes(name)) return `knows no part ${name}`;
    if (parts.has(name)) return `says ${name} twice`;
    parts.set(name, value.split(","));
  }
  return parts;
}

const NO_RULE = 'is no repeat rule: write parts such as "FREQ=WEEKLY;BYDAY=MO"';

function valueProblem(parts: Parts): string | null {
  if (!parts.has("FREQ")) return `needs one of ${FREQUENCIES.join(", ")} for FREQ`;
  for (const [name, values] of parts) {
    const wrong = values.find((value) => !isValue(name, value));
    if (wrong !== undefined) return `takes no ${wrong || "empty value"} for ${name}`;
    if (values.length > 1 && SINGLE.includes(name)) return `takes one value for ${name}`;
  }
  return null;
}

function isValue(name: string, value: string): boolean {
  if (name === "FREQ") return FREQUENCIES.includes(value);
  if (name === "WKST") return DAYS.includes(value);
  if (name === "UNTIL") return untilOf(value) !== null;
  if (name === "BYDAY") {
    const [found, nth] = DAY.exec(value) ?? [];
    return found !== undefined && (nth === undefined || isWithin(nth, [1, 53, "from end"]));
  }
  const range = NUMBERS[name];
  return range !== undefined && isWithin(value, range);
}

function isWithin(
  text: string,
  [from, to, fromEnd]: readonly [number, number, "from end"?],
): boolean {
  if (!NUMBER.test(text)) return false;
  const n = fromEnd ? Math.abs(Number(text)) : Number(text);
  return from <= n && n <= to;
}

function pairProblem(parts: Parts): string | null {
  const [freq = ""] = parts.get("FREQ") ?? [];
  const apart = (name: string, other: string) => `takes no ${name} together with ${other}`;
  for (const [name, frequencies] of Object.entries(NOT_WITH)) {
    if (parts.has(name) && frequencies.includes(freq)) return apart(name, freq);
  }
  if (parts.has("COUNT") && parts.has("UNTIL")) return apart("COUNT", "UNTIL");
  const nth = parts.get("BYDAY")?.find((day) => /\d/.test(day));
  if (nth !== undefined && freq !== "MONTHLY" && freq !== "YEARLY") return apart(nth, freq);
  if (nth !== undefined && parts.has("BYWEEKNO")) return apart(nth, "BYWEEKNO");
  const others = [...parts.keys()].filter((name) => name.startsWith("BY") && name !== "BYSETPOS");
  if (parts.has("BYSETPOS") && others.length === 0) return "needs another BY part for BYSETPOS";
  return null;
}

function handoversADay(parts: Parts): number {
  const [freq, interval] = [parts.get("FREQ")?.[0], Number(parts.get("INTERVAL")?.[0] ?? 1)];
  const hours = freq === "HOURLY" ? Math.ceil(24 / interval) : 1;
  const times = (name: string, without: number) => parts.get(name)?.length ?? without;
  return times("BYHOUR", hours) * times("BYMINUTE", 1) * times("BYSECOND", 1);
}

/** A bare date is that whole day. */
function untilOf(text: string): Until | null {
  const [found, year, month, date, hour, minute, second, utc] = UNTIL.exec(text) ?? [];
  const day = found === undefined ? null : parseDate(`${year}-${month}-${date}`);
  if (day === null) return null;
  if (hour === undefined) return { civil: (day + 1) * DAY_MS - 1 };
  const time = Number(hour) * HOUR_MS + Number(minute) * MINUTE_MS + Number(second) * SECOND_MS;
  return utc ? { at: day * DAY_MS + time } : { civil: day * DAY_MS + time };
}

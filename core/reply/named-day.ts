import { type CivilDay, dateText, parseDate, WEEKDAYS, weekdayOf } from "@/core/calendar/civil";

const MONTHS =
  "jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|maerz|mrz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sep(?:t|tember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?";
const MONTH_STARTS = [
  "jan",
  "feb",
  "ma",
  "apr",
  "ma",
  "jun",
  "jul",
  "aug",
  "sep",
  "o",
  "nov",
  "de",
];
const DAYS =
  "mon(?:day|tag)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so";
const DAY_OF: Record<string, number> = {
  mo: 0,
  tu: 1,
  di: 1,
  we: 2,
  mi: 2,
  th: 3,
  do: 3,
  fr: 4,
  sa: 5,
  su: 6,
  so: 6,
};
const NUMBERS: Record<string, number> = {
  a: 1,
  one: 1,
  ein: 1,
  einem: 1,
  einer: 1,
  two: 2,
  zwei: 2,
  three: 3,
  drei: 3,
  four: 4,
  vier: 4,
  five: 5,
  fuenf: 5,
  six: 6,
  sechs: 6,
  seven: 7,
  sieben: 7,
  ten: 10,
  zehn: 10,
};
const NEXT = "next|coming|kommende[nrms]?|naechste[nrms]?";
const THIS = "this|diese[nrms]?";
const N = `\\d{1,2}|${Object.keys(NUMBERS).join("|")}`;

const TOMORROW =
  /^(?:tomorrow(?: (?:morning|noon|afternoon|evening))?|morgen(?: (?:frueh|vormittag|mittag|nachmittag|abend))?)$/;
const AFTER = /^(?:(?:the )?day after tomorrow|uebermorgen)$/;
const WEEKDAY = new RegExp(`^(?:(?:${THIS}|${NEXT}) )?(${DAYS})\\.?$`);
const WEEK = new RegExp(`^(?:${NEXT}) (?:week|woche)$`);
const WEEK_END = new RegExp(
  `^(?:(?:the )?end of|ende) (?:the |der )?(?:(${NEXT}|${THIS}) )?(?:week|woche)$`,
);
const MONTH = new RegExp(`^(?:${NEXT}) (?:month|monat)s?$`);
const MONTH_END = new RegExp(
  `^(?:(?:the )?end of|ende) (?:the |des )?(?:(${NEXT}|${THIS}) )?(?:month|monats?)$|^monatsende$`,
);
const IN = new RegExp(`^in (${N}) (days?|tagen?|weeks?|wochen?)$`);
const DAY_MONTH = new RegExp(
  `^(?:the )?(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)? ?(${MONTHS})\\.?,?(?: (\\d{4}))?$`,
);
const MONTH_DAY = new RegExp(
  `^(${MONTHS})\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?$`,
);
const DAY = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)$|^(\d{1,2})\.$/;
const DOTTED = /^(\d{1,2})\. ?(\d{1,2})\.?(?: ?(\d{4}|\d{2}))?$/;
const SLASHED = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?$/;

/** A part of a grammar: words that may name a day. `namedDay` decides whether they do. */
export const DAY_WORDS = [
  "tomorrow(?: morning| noon| afternoon| evening)?",
  "morgen(?: frueh| vormittag| mittag| nachmittag| abend)?",
  "(?:the )?day after tomorrow",
  "uebermorgen",
  `(?:(?:${THIS}|${NEXT}) )?(?:${DAYS})\\.?`,
  `(?:${NEXT}) (?:week|woche|month|monats?)`,
  `(?:(?:the )?end of|ende) (?:the |der |des )?(?:(?:${NEXT}|${THIS}) )?(?:week|woche|month|monats?)`,
  "monatsende",
  `in (?:${N}) (?:days?|tagen?|weeks?|wochen?)`,
  `(?:the )?\\d{1,2}(?:st|nd|rd|th|\\.)?(?: of)? ?(?:${MONTHS})\\.?,?(?: \\d{4})?`,
  `(?:${MONTHS})\\.? (?:the )?\\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?`,
  "(?:the )?\\d{1,2}(?:st|nd|rd|th)",
  "\\d{1,2}\\. ?\\d{1,2}\\.?(?: ?\\d{4}| ?\\d{2})?",
  "\\d{1,2}\\.",
  "\\d{1,2}\\/\\d{1,2}(?:\\/(?:\\d{4}|\\d{2}))?",
  "\\d{4}-\\d{2}-\\d{2}",
].join("|");

/**
 * The day after `today` (both "YYYY-MM-DD") that plain words name, in English or German; null for
 * words that name none, and for a date that could be read as two (5/4). Weekdays are the coming one,
 * “next week” is its Monday, the end of a week its Friday.
 */
export function namedDay(words: string, today: string): string | null {
  const now = parseDate(today);
  if (now === null) return null;
  const day = dayNamed(words.trim(), now);
  return day === null || day <= now ? null : dateText(day);
}

function dayNamed(words: string, now: CivilDay): CivilDay | null {
  if (TOMORROW.test(words)) return now + 1;
  if (AFTER.test(words)) return now + 2;
  const weekday = WEEKDAY.exec(words)?.[1];
  if (weekday !== undefined) return coming(now + 1, DAY_OF[weekday.slice(0, 2)] ?? 0);
  if (WEEK.test(words)) return coming(now + 2, 0);
  const weekEnd = WEEK_END.exec(words);
  if (weekEnd) return endOfWeek(now, isNext(weekEnd[1]));
  const [year, month] = [yearOf(now), monthOf(now)];
  if (MONTH.test(words)) return dayIn(year, month + 1, 1);
  const monthEnd = MONTH_END.exec(words);
  if (monthEnd) return dayIn(year, month + (isNext(monthEnd[1]) ? 2 : 1), 0);
  const inSome = IN.exec(words);
  if (inSome) return now + countOf(inSome[1]) * (/^w/.test(inSome[2] ?? "") ? 7 : 1);
  const dayMonth = DAY_MONTH.exec(words);
  if (dayMonth) return forward(now, dayMonth[1], monthNamed(dayMonth[2]), dayMonth[3]);
  const monthDay = MONTH_DAY.exec(words);
  if (monthDay) return forward(now, monthDay[2], monthNamed(monthDay[1]), monthDay[3]);
  const dayOnly = DAY.exec(words);
  if (dayOnly) return dayOfMonth(now, Number(dayOnly[1] ?? dayOnly[2]));
  const dotted = DOTTED.exec(words);
  if (dotted) return forward(now, dotted[1], Number(dotted[2]) - 1, dotted[3]);
  const slashed = SLASHED.exec(words);
  if (slashed) return slashedDay(now, Number(slashed[1]), Number(slashed[2]), slashed[3]);
  return parseDate(words);
}

const isNext = (word: string | undefined): boolean =>
  word !== undefined && new RegExp(`^(?:${NEXT})$`).test(word);
const countOf = (word = "1"): number => NUMBERS[word] ?? Number(word);
const yearOf = (day: CivilDay): number => Number(dateText(day).slice(0, 4));
const monthOf = (day: CivilDay): number => Number(dateText(day).slice(5, 7)) - 1;

function monthNamed(word = ""): number {
  if (/^ma[iy]/.test(word)) return 4;
  if (/^mrz/.test(word)) return 2;
  return MONTH_STARTS.findIndex((start) => word.startsWith(start));
}

/** The first such weekday (0 is Monday) from a day on. */
function coming(from: CivilDay, weekday: number): CivilDay {
  const name = WEEKDAYS[weekday];
  let day = from;
  while (weekdayOf(day) !== name) day += 1;
  return day;
}

/** Its Friday; on a weekend nobody knows which week is meant. */
function endOfWeek(now: CivilDay, next: boolean): CivilDay | null {
  if (next) return coming(coming(now + 1, 0), 4);
  return ["sat", "sun"].includes(weekdayOf(now)) ? null : coming(now, 4);
}

/** A day of a month counted from January = 0, which may be past December; day 0 is the one before. */
function dayIn(year: number, month: number, day: number): CivilDay | null {
  const text = new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
  return parseDate(text);
}

/** A date as written, which must exist; without a year the next one. */
function forward(now: CivilDay, dayText = "", month = -1, yearText?: string): CivilDay | null {
  const written = (year: number) =>
    parseDate(`${year}-${String(month + 1).padStart(2, "0")}-${dayText.padStart(2, "0")}`);
  if (yearText !== undefined) return written(Number(yearText.padStart(4, "20")));
  const year = yearOf(now);
  const day = written(year);
  return day !== null && day > now ? day : written(year + 1);
}

function dayOfMonth(now: CivilDay, day: number): CivilDay | null {
  const [year, month] = [yearOf(now), monthOf(now)];
  for (const ahead of [0, 1, 2]) {
    const found = dayIn(year, month + ahead, day);
    if (found !== null && found > now && Number(dateText(found).slice(8)) === day) return found;
  }
  return null;
}

function slashedDay(now: CivilDay, a: number, b: number, year?: string): CivilDay | null {
  if (a > 12) return forward(now, String(a), b - 1, year);
  if (b > 12 || a === b) return forward(now, String(b), a - 1, year);
  return null;
}

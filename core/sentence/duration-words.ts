import type { Offset } from "@/core/calendar/due-relative";
import { describeDuration, durationMs } from "@/core/calendar/duration";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "@/core/time";
import { isRecord } from "./param-text";
import { joinList, render } from "./render";

/** `dative` is for German, after “nach”, “vor” and “innerhalb von”; elsewhere it changes nothing. */
export type Form = "plain" | "dative";

type Part = { n: number; unit: string };

const MEASURED = [
  { unit: "day", ms: DAY_MS },
  { unit: "hour", ms: HOUR_MS },
  { unit: "minute", ms: MINUTE_MS },
  { unit: "second", ms: SECOND_MS },
] as const;
const MEASURED_PARTS_MAX = 2;

/**
 * A length in words: “3 days”, “2 business days”, “4 hours”. Takes ISO 8601 text,
 * `{ businessDays }`, or a measured time in ms, of which the two largest units are named.
 * Null for anything else.
 */
export function lengthWords(length: unknown, locale: string, form: Form = "plain"): string | null {
  const parts = partsOf(length);
  return parts && wordsOf(parts, locale, form);
}

/** As `lengthWords`, counted on working hours: “4 business hours”. */
export function workingWords(length: string, locale: string, form: Form = "plain"): string {
  const parts = partsOf(length) ?? [];
  const [first] = parts;
  if (parts.length === 1 && first?.unit === "hour") {
    return wordsOf([{ n: first.n, unit: "business_hour" }], locale, form);
  }
  return render("word.working_time", locale, { length: wordsOf(parts, locale, form) });
}

/** “Every day”, “Every 2 business days”: opens a sentence. */
export function everyWords(length: unknown, locale: string): string {
  const parts = partsOf(length) ?? [];
  const [first] = parts;
  const single = parts.length === 1 && first?.n === 1 ? first.unit : "no";
  return render("word.every", locale, { single, length: wordsOf(parts, locale, "plain") });
}

export type OffsetSlots = {
  direction: "before" | "after" | "at" | "fraction";
  length: string;
  percent: string;
};

/** How far from its anchor a moment lies: “2 days” and `before`, nothing and `at`. Null when it is no offset. */
export function offsetSlots(offset: unknown, locale: string): OffsetSlots | null {
  if (isRecord(offset) && typeof offset.fraction === "number") {
    const percent = `${Math.round(offset.fraction * 100)} %`;
    return { direction: "fraction", length: "", percent };
  }
  const parts = partsOf(offset);
  if (!parts) return null;
  const sign = signOf(offset as Offset);
  const direction = sign === 0 ? "at" : sign < 0 ? "before" : "after";
  return { direction, length: sign === 0 ? "" : wordsOf(parts, locale, "plain"), percent: "" };
}

function signOf(offset: Offset): number {
  if (typeof offset === "string") return Math.sign(durationMs(offset));
  return "businessDays" in offset ? Math.sign(offset.businessDays) : 0;
}

function wordsOf(parts: Part[], locale: string, form: Form): string {
  const shown = parts.length > 0 ? parts : [{ n: 0, unit: "second" }];
  const words = shown.map(({ n, unit }) => render("word.unit", locale, { n, unit, form }));
  return joinList(words, locale, "unit");
}

function partsOf(length: unknown): Part[] | null {
  if (typeof length === "number") return Number.isFinite(length) ? measured(length) : null;
  if (isRecord(length) && Number.isInteger(length.businessDays)) {
    return [{ n: Math.abs(Number(length.businessDays)), unit: "business_day" }];
  }
  if (typeof length !== "string") return null;
  try {
    return describeDuration(length);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function measured(lengthMs: number): Part[] {
  let rest = Math.abs(lengthMs);
  const parts: Part[] = [];
  for (const { unit, ms } of MEASURED) {
    const n = Math.floor(rest / ms);
    rest -= n * ms;
    if (n > 0) parts.push({ n, unit });
    else if (parts.length > 0) break;
    if (parts.length === MEASURED_PARTS_MAX) break;
  }
  return parts;
}

import type { Offset } from "@/core/calendar/due-relative";
import { describeDuration } from "@/core/calendar/duration";

/** `iso`: a length no single number says, such as P1DT4H, kept as it is written. */
export type LengthUnit = "minute" | "hour" | "day" | "week" | "month" | "business_day" | "iso";
export type LengthDraft = { n: string; unit: LengthUnit };

export const UNITS: readonly LengthUnit[] = ["minute", "hour", "day", "week", "business_day"];

const LETTERS = {
  minute: ["PT", "M"],
  hour: ["PT", "H"],
  day: ["P", "D"],
  week: ["P", "W"],
  month: ["P", "M"],
} as const;

/** A length as a number and a unit, without its sign. */
export function lengthDraft(value: Exclude<Offset, { fraction: number }>): LengthDraft {
  if (typeof value !== "string") {
    return { n: String(Math.abs(value.businessDays)), unit: "business_day" };
  }
  const text = value.replace(/^[+-]/, "");
  const parts = describeDuration(text);
  const [part] = parts;
  if (!part) return { n: "0", unit: "day" };
  const known = parts.length === 1 && Object.hasOwn(LETTERS, part.unit);
  return known ? { n: String(part.n), unit: part.unit as LengthUnit } : { n: text, unit: "iso" };
}

/** The length a draft means, not yet checked against any limit; null where it is no whole number. */
export function lengthOf({ n, unit }: LengthDraft): string | { businessDays: number } | null {
  const text = n.trim();
  if (unit === "iso") return text === "" ? null : text;
  if (!/^\d{1,6}$/.test(text)) return null;
  if (unit === "business_day") return { businessDays: Number(text) };
  const [before, after] = LETTERS[unit];
  return `${before}${Number(text)}${after}`;
}

import type { Instant } from "@/core/time";

/**
 * A moment as a template was given it: `at` in epoch milliseconds. A bare date and a time without
 * an offset are civil: `at` then reads them as UTC, and they must be shown in UTC, not in a zone.
 */
export type TemplateMoment = { at: Instant; civil: boolean; dateOnly: boolean };

const BARE_DATE = /^\d{4}-\d{2}-\d{2}$/;
const CIVIL = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;
const ABSOLUTE = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/i;
const AT_MAX = 8_640_000_000_000_000;

/** Read epoch milliseconds, RFC 3339 text, a bare date, a civil date-time or "now"; null for anything else. */
export function readMoment(value: unknown, now: Instant): TemplateMoment | null {
  if (value instanceof Date) return readMoment(value.getTime(), now);
  if (typeof value === "number") {
    return Math.abs(value) <= AT_MAX ? { at: value, civil: false, dateOnly: false } : null;
  }
  if (typeof value !== "string") return null;
  const text = value.trim();
  if (text === "now") return { at: now, civil: false, dateOnly: false };
  const dateOnly = BARE_DATE.test(text);
  const civil = dateOnly || CIVIL.test(text);
  if (!civil && !ABSOLUTE.test(text)) return null;
  const iso = text.replace(" ", "T");
  const at = Date.parse(civil ? `${iso}${dateOnly ? "T00:00" : ""}Z` : iso);
  return Number.isNaN(at) ? null : { at, civil, dateOnly };
}

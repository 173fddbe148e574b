import { storableText, wholeCharacters } from "@/core/text";

const AWAY = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOTFOUND",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "57P01",
  "57P02",
  "57P03",
  "53300",
]);

/** Serialization failure and deadlock: PostgreSQL chose this one to give way. */
const RETRYABLE = new Set(["40001", "40P01"]);

const CAUSES_MAX = 5;

function codes(error: unknown): string[] {
  const found: string[] = [];
  let current = error;
  for (let i = 0; i < CAUSES_MAX && current instanceof Error; i++) {
    if ("code" in current && typeof current.code === "string") found.push(current.code);
    current = current.cause;
  }
  return found;
}

/** Whether the database could not be reached, rather than refused what it was asked. */
export const isDatabaseAway = (error: unknown): boolean => codes(error).some((c) => AWAY.has(c));

export const isRetryable = (error: unknown): boolean => codes(error).some((c) => RETRYABLE.has(c));

/** Classes of SQLSTATE, and codes of the driver, that speak of the database's state. */
const STATE = /^(?:08|40|53|55|57|58|CONNECT|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND)/;

/** Whether it is the database's state (away, full, a deadlock) and not the fault of what was written. */
export const isDatabaseState = (error: unknown): boolean => codes(error).some((c) => STATE.test(c));

const MESSAGE_CHARS_MAX = 500;

/** The database's own words, where the error only says which statement failed, and with which values. */
export function messageOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const text = cause instanceof Error ? cause.message : String(cause);
  return wholeCharacters(storableText(text), MESSAGE_CHARS_MAX);
}

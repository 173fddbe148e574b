import { z } from "zod";

/** A moment inside the house: milliseconds since 1970-01-01T00:00:00Z. Text outside, `timestamptz` in the database. */
export type Instant = number;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** RFC 3339 in UTC, as the API writes every moment. */
export const toRfc3339 = (at: Instant): string => new Date(at).toISOString();

/** A moment as it crosses HTTP: any RFC 3339 text with an offset. */
export const InstantText = z.iso.datetime({ offset: true });

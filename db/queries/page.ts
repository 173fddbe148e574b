import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "@/core/errors";

/** Where a list goes on: the sort values of the last row the reader has. */
export type Page = { limit: number; cursor?: string | undefined };
export type PageOf<T> = { rows: T[]; nextCursor: string | null };

const broken = () =>
  new AppError("invalid", "This cursor is not one of ours.", {
    errors: [{ path: "cursor", message: "not a cursor: use nextCursor of the page before" }],
  });

const encode = (values: string[]): string =>
  Buffer.from(JSON.stringify(values)).toString("base64url");

/** Reads a cursor back. Throws `invalid` for text this list did not make. */
export function decodeCursor<S extends z.ZodType>(cursor: string, schema: S): z.output<S> {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw broken();
  }
}

const IdCursor = z.tuple([z.uuid()]);
const MomentCursor = z.tuple([z.string().regex(/^\d{1,18}$/), z.string().max(256)]);

/** `id < …` for lists by UUIDv7, newest first unless said otherwise; nothing on the first page. */
export function afterId(column: SQL, page: Page, desc = true): SQL | undefined {
  if (page.cursor === undefined) return undefined;
  const [id] = decodeCursor(page.cursor, IdCursor);
  return desc ? sql`${column} < ${id}::uuid` : sql`${column} > ${id}::uuid`;
}

/** Microseconds of a moment as text: a cursor must not lose what PostgreSQL keeps. */
export const microsOf = (column: SQL): SQL<string> =>
  sql<string>`(extract(epoch from ${column}) * 1000000)::bigint::text`;

/** `(moment, key) < (…)` for lists by a moment; nothing on the first page. */
export function afterMoment(moment: SQL, key: SQL, page: Page): SQL | undefined {
  if (page.cursor === undefined) return undefined;
  const [micros, last] = decodeCursor(page.cursor, MomentCursor);
  return sql`((extract(epoch from ${moment}) * 1000000)::bigint, ${key}) < (${micros}::bigint, ${last}::text)`;
}

/** Cuts the row that was read beyond the limit, which only says that there is more. */
export function pageOf<T>(rows: T[], limit: number, cursorOf: (row: T) => string[]): PageOf<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { rows: shown, nextCursor: more ? encode(cursorOf(last)) : null };
}

/** `%text%` for ILIKE, with the signs of the pattern taken as letters. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

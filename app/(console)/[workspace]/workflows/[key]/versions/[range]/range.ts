import { z } from "zod";

const VERSION_MAX = 1_000_000;

const Side = z.union([z.literal("draft"), z.coerce.number().int().min(1).max(VERSION_MAX)]);
export type Side = z.infer<typeof Side>;

/** The two documents that `3...4` or `4...draft` names; null for anything else. */
export function rangeOf(text: string): { a: Side; b: Side } | null {
  const [first, second, ...rest] = decodeURIComponent(text).split("...");
  const [a, b] = [Side.safeParse(first), Side.safeParse(second)];
  return a.success && b.success && rest.length === 0 ? { a: a.data, b: b.data } : null;
}

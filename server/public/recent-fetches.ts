import { BURST_MS } from "@/core/delivery/classify-open";
import type { Instant } from "@/core/time";

/** Messages whose links were fetched last; the oldest are forgotten. */
const MESSAGES_KEPT_MAX = 10_000;
const LINKS_KEPT_MAX = 300;

type Fetches = Map<string, Instant>;

/** Kept on the process: a bundler may load this module once for every page. */
const kept = globalThis as typeof globalThis & { __followthroughFetches?: Map<string, Fetches> };

/**
 * Notes that a link of a message was fetched, and gives how many others of it were within `BURST_MS`.
 * Of this process only and never stored: opening a page writes nothing. What several processes see of
 * one filter is caught by the hidden link.
 */
export function noteFetch(messageId: string, link: string, now: Instant): number {
  kept.__followthroughFetches ??= new Map();
  const all = kept.__followthroughFetches;
  const fetches: Fetches = all.get(messageId) ?? new Map();
  all.delete(messageId);
  all.set(messageId, fetches);
  const oldest = all.size > MESSAGES_KEPT_MAX ? all.keys().next().value : undefined;
  if (oldest !== undefined) all.delete(oldest);
  const others = recent(fetches, now).filter((name) => name !== link).length;
  if (fetches.size < LINKS_KEPT_MAX || fetches.has(link)) fetches.set(link, now);
  return others;
}

/** How many links of a message were fetched within `BURST_MS`. */
export const countFetched = (messageId: string, now: Instant): number =>
  recent(kept.__followthroughFetches?.get(messageId) ?? new Map(), now).length;

const recent = (fetches: Fetches, now: Instant): string[] =>
  [...fetches].flatMap(([name, at]) => (Math.abs(now - at) < BURST_MS ? [name] : []));

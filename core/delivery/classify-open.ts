import { type Instant, MINUTE_MS, SECOND_MS } from "@/core/time";
import { isFilterNetwork } from "./filter-networks";

/** Who stands behind a fetched pixel or a followed link. */
export type HitClass = "human" | "proxy" | "scanner" | "unknown";

export type Hit = {
  method: string;
  userAgent: string;
  /** Whether a list of known robots holds this user agent. */
  knownRobot: boolean;
  /** The request asked for a part of the answer only. */
  ranged: boolean;
  /** The client said that nobody has asked for the page yet. */
  prefetched: boolean;
  ip: string | null;
  at: Instant;
  /** When the message was delivered, or else handed over. */
  sentAt: Instant;
  /** Other links of the same message that were followed within `BURST_MS`. */
  otherLinks: number;
  /** Whether this visitor followed the link that no human sees. */
  trapped: boolean;
};

/** Nobody reads this fast; mail filters do. */
export const TOO_EARLY_MS = 5 * SECOND_MS;
/** Google's proxy fetches on opening; only within this time after sending it may be a filter's look. */
export const PROXY_SETTLED_MS = 30 * SECOND_MS;
export const BURST_MS = SECOND_MS;
/** Links of a message fetched within `BURST_MS` from which on it was no reader, whatever else was fetched. */
export const BURST_LINKS = 2;
/** A visitor who followed the hidden link counts as a filter this long: a reader may sit behind the same gateway. */
export const TRAPPED_MS = 10 * MINUTE_MS;

const GOOGLE_PROXY = /GoogleImageProxy/i;
const OTHER_PROXY = /YahooMailProxy|ProtonMail|DuckDuckGo-Email/i;
const FILTER = /barracuda|mimecast|proofpoint|safelinks|bitdefender|symantec|trend ?micro|sophos/i;
/** Apple's own network. Its relays elsewhere stay unknown, which counts alike. */
const APPLE = /^17\./;
const BARE = "Mozilla/5.0";

/**
 * Classifies one fetch of a pixel or a link. The first signal that applies decides: a filter's
 * before a proxy's, since a proxied fetch is still a person's mail program, seldom early.
 */
export function classifyOpen(hit: Hit): HitClass {
  const agent = hit.userAgent.trim();
  const sinceSent = hit.at - hit.sentAt;
  if (hit.method !== "GET" || hit.ranged) return "scanner";
  if (hit.trapped || hit.otherLinks > 0) return "scanner";
  if (hit.ip !== null && isFilterNetwork(hit.ip)) return "scanner";
  if (GOOGLE_PROXY.test(agent)) return sinceSent >= PROXY_SETTLED_MS ? "human" : "proxy";
  if (FILTER.test(agent) || sinceSent < TOO_EARLY_MS) return "scanner";
  if (OTHER_PROXY.test(agent)) return "proxy";
  if (agent === BARE) return hit.ip !== null && APPLE.test(hit.ip) ? "proxy" : "unknown";
  if (hit.knownRobot) return "scanner";
  if (agent === "" || hit.prefetched) return "unknown";
  return "human";
}

/** How much a class says: what is known better replaces what was known. */
export const HIT_RANK = {
  scanner: 0,
  unknown: 1,
  proxy: 2,
  human: 3,
} as const satisfies Record<HitClass, number>;

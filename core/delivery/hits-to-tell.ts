import type { Instant } from "@/core/time";
import { MINUTE_MS } from "@/core/time";
import { HIT_RANK, type HitClass, TRAPPED_MS } from "./classify-open";

/** Nothing that comes later takes a hit back after this; the minute is for what stands in a line. */
export const HIT_SETTLED_MS = TRAPPED_MS + MINUTE_MS;

/** A visit as it is kept. `pressed`: it took a press or words, which no filter gives. */
export type KeptHit = {
  type: "opened" | "clicked" | "replied";
  by: HitClass;
  pressed: boolean;
  at: Instant;
};

/** What is known of a message, and what of it was told. `openedBy` null: nobody may be told of opens. */
export type HitsKnown = {
  openedBy: HitClass | null;
  openedTold: HitClass | null;
  clickedTold: boolean;
};

export type HitsToTell = {
  opened: { by: Exclude<HitClass, "scanner">; at: Instant } | null;
  /** When; only a human's counts. */
  clicked: Instant | null;
  /** When there may be more to tell; null when there is not. */
  againAt: Instant | null;
};

/**
 * What may be told of the visits to a message at `now`: only those that cannot turn out to be a
 * filter's any more. A proxy's and a press are final at once.
 */
export function hitsToTell(hits: readonly KeptHit[], known: HitsKnown, now: Instant): HitsToTell {
  const worth = hits.filter((hit) => isWorth(hit, known));
  const settled = worth.filter((hit) => isFinal(hit) || hit.at + HIT_SETTLED_MS <= now);
  const opened = bestOpen(settled, known);
  const clicks = known.clickedTold ? [] : settled.filter(isClick);
  const openedTold = opened?.by ?? known.openedTold;
  const left = { ...known, openedTold, clickedTold: known.clickedTold || clicks.length > 0 };
  const waiting = worth.filter((hit) => !settled.includes(hit) && isWorth(hit, left));
  return {
    opened,
    clicked: earliest(clicks.map(({ at }) => at)),
    againAt: earliest(waiting.map(({ at }) => at + HIT_SETTLED_MS)),
  };
}

const earliest = (moments: readonly Instant[]): Instant | null =>
  moments.length === 0 ? null : Math.min(...moments);

const rankOf = (by: HitClass | null): number => (by === null ? HIT_RANK.scanner : HIT_RANK[by]);

const isClick = ({ type, by }: KeptHit): boolean => type === "clicked" && by === "human";
const isFinal = ({ by, pressed }: KeptHit): boolean => pressed || by === "proxy";

/** The open that a visit proves: a human's click or reply is one. */
const openOf = ({ type, by }: KeptHit): HitClass =>
  type === "opened" || by === "human" ? by : "scanner";

/** Whether it would tell more than was told. */
const isWorth = (hit: KeptHit, known: HitsKnown): boolean =>
  (isClick(hit) && !known.clickedTold) || bestOpen([hit], known) !== null;

/** The earliest of the best class: better than what was told, and no better than what the message says. */
function bestOpen(hits: readonly KeptHit[], { openedBy, openedTold }: HitsKnown) {
  let found: HitsToTell["opened"] = null;
  for (const hit of hits) {
    const by = openOf(hit);
    if (openedBy === null || by === "scanner" || rankOf(by) > rankOf(openedBy)) continue;
    const more = rankOf(by) - rankOf(found?.by ?? openedTold);
    if (more > 0 || (more === 0 && found !== null && hit.at < found.at)) found = { by, at: hit.at };
  }
  return found;
}

import { assert } from "@/core/assert";
import { Z95 } from "./normal";
import type { Observed } from "./risk-set";

/** From `from` up to, not including, `to`: events per unit of time waited. */
export type Hazard = {
  from: number;
  to: number;
  events: number;
  exposure: number;
  /** Null: nobody waited here. */
  hazard: number | null;
  low: number;
  high: number;
};

/**
 * How readily the event happens in each interval between ascending `edges`, to those who still wait for
 * it: events / time waited (`exposure`, in the unit of the durations), the piecewise-constant hazard.
 * Score limits for a Poisson rate, Wilson's for events in time (Barker, The American Statistician 56,
 * 2002): (d + z²/2 ± z√(d + z²/4)) / exposure.
 */
export function hazardByInterval(
  observed: readonly Observed[],
  edges: readonly number[],
  { z = Z95 }: { z?: number } = {},
): Hazard[] {
  return edges.slice(1).map((to, i) => {
    const from = edges[i] ?? 0;
    assert(from < to, "edges ascend");
    let events = 0;
    let exposure = 0;
    for (const row of observed) {
      const { x, entered = 0, competing = 0 } = row;
      if (entered > 0 && entered >= x) continue;
      const waited = Math.min(x, to) - Math.max(entered, from);
      if (waited > 0) exposure += waited * (row.events + row.censored + competing);
      if (x >= from && x < to) events += row.events;
    }
    return { from, to, ...rateOf(events, exposure, z) };
  });
}

function rateOf(events: number, exposure: number, z: number) {
  if (!(exposure > 0)) return { events, exposure, hazard: null, low: 0, high: Infinity };
  const centre = events + (z * z) / 2;
  const half = z * Math.sqrt(events + (z * z) / 4);
  return {
    events,
    exposure,
    hazard: events / exposure,
    low: events === 0 ? 0 : (centre - half) / exposure,
    high: (centre + half) / exposure,
  };
}

/** A peak of fewer events may be chance. */
const PEAK_EVENTS_MIN = 20;

/** An interval tells something if this many events would have come at the hazard it is held against. */
const EVENTS_EXPECTED_MIN = 5;

/** What is flat: hardly anything of the peak. */
const FLAT_SHARE = 0.1;

/** From `from` on, all intervals together; `peak` is the largest hazard before. */
export type Flattened = Hazard & { peak: number };

/**
 * The first interval from which on the hazard stays below `share` of its peak: whoever has not answered
 * by then hardly will, and another wait buys nothing. Two things must hold: each interval from there
 * that had enough exposure lies below, and so does the upper limit of all of them together, so that a
 * few silent cases are not taken for a rule. Null: it has not flattened, or nobody can tell yet.
 */
export function flattenedAfter(
  hazards: readonly Hazard[],
  { share = FLAT_SHARE, z = Z95 }: { share?: number; z?: number } = {},
): Flattened | null {
  const [top] = hazards
    .filter(({ events }) => events >= PEAK_EVENTS_MIN)
    .toSorted((a, b) => (b.hazard ?? 0) - (a.hazard ?? 0));
  if (!top?.hazard) return null;
  const peak = top.hazard;
  const line = peak * share;
  for (let i = hazards.indexOf(top) + 1; i < hazards.length; i++) {
    const rest = hazards.slice(i);
    const telling = rest.filter(({ exposure }) => exposure * line >= EVENTS_EXPECTED_MIN);
    if (telling[0] !== rest[0]) continue;
    const together = pooled(rest, z);
    if (together.high < line && telling.every(({ hazard }) => (hazard ?? 0) < line)) {
      return { ...together, peak };
    }
  }
  return null;
}

function pooled(hazards: readonly Hazard[], z: number): Hazard {
  const total = (what: "events" | "exposure") => hazards.reduce((n, each) => n + each[what], 0);
  return {
    from: hazards[0]?.from ?? 0,
    to: hazards.at(-1)?.to ?? 0,
    ...rateOf(total("events"), total("exposure"), z),
  };
}

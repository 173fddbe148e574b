import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HELPER_ITEMS_MAX } from "@/core/template/bundle-content";
import { type Instant, MINUTE_MS, SECOND_MS } from "@/core/time";
import { bundlesOf } from "./bundle";
import { afterTelling, gapHolds, type HelperGap, helperGapMs, keepsGap } from "./helper-gap";

const NOW = Date.parse("2026-03-03T12:00:00Z");
const GAP_MS = 5 * MINUTE_MS;
const NOTHING_YET: HelperGap = { gapMs: GAP_MS, escalatedAt: null, closedAt: null, joins: false };
const escalation = { audience: "escalation" } as const;
const ending = { audience: "involved" } as const;

describe("the gap after a message to a helper", () => {
  test("is five minutes until somebody sets it, and can be none", () => {
    expect(helperGapMs(null)).toBe(GAP_MS);
    expect(helperGapMs({ perDay: 3 })).toBe(GAP_MS);
    expect(helperGapMs({ helpers: { gapMinutes: 0 } })).toBe(0);
  });

  test("is kept where a message interrupts, and for nobody but helpers", () => {
    const keeps = (channel: "email" | "sms" | "push" | "in_app" | "webhook") =>
      keepsGap({ channel, request: escalation });
    expect(["email", "sms", "push"].map((channel) => keeps(channel as "email"))).toEqual(
      Array(3).fill(true),
    );
    expect(keeps("in_app") || keeps("webhook")).toBe(false);
    expect(keepsGap({ channel: "email", request: { audience: "person" } })).toBe(false);
    expect(keepsGap({ channel: "email", request: { ...escalation, ghost: true } })).toBe(false);
  });

  test("never holds the first message, and holds the next to its end", () => {
    expect(gapHolds(NOTHING_YET, escalation, NOW)).toBeNull();
    const told = afterTelling(NOTHING_YET, escalation, NOW);
    expect(gapHolds(told, escalation, NOW + 1)).toBe(NOW + GAP_MS);
    expect(gapHolds(told, escalation, NOW + GAP_MS)).toBeNull();
  });

  test("a note that a case is over waits for the one before it only, and keeps no escalation waiting", () => {
    const noted = afterTelling(NOTHING_YET, ending, NOW);
    expect(gapHolds(noted, escalation, NOW + 1)).toBeNull();
    expect(gapHolds(noted, ending, NOW + 1)).toBe(NOW + GAP_MS);
    const told = afterTelling(NOTHING_YET, escalation, NOW);
    expect(gapHolds(told, ending, NOW + 1)).toBeNull();
  });
});

type Arrival = { id: string; at: Instant; isEnding: boolean; overAfter: number | null };
/** `isEscalation`: what passed the gap by itself was one; what joined it interrupted nobody. */
type Sent = { at: Instant; ids: string[]; isEscalation: boolean };

/** What delivery does round by round, in the least code. */
function run(arrivals: readonly Arrival[], stepMs: number) {
  const waiting = new Map<string, Arrival & { until: Instant; isCollected: boolean }>();
  const sent: Sent[] = [];
  const dropped: string[] = [];
  let gap = NOTHING_YET;
  const todo = arrivals.toSorted((a, b) => a.at - b.at);
  for (let now = NOW; todo.length > 0 || waiting.size > 0; now += stepMs) {
    for (let next = todo[0]; next && next.at <= now; next = todo[0]) {
      todo.shift();
      waiting.set(next.id, { ...next, until: next.at, isCollected: false });
    }
    const due = [...waiting.values()].filter(({ until }) => until <= now);
    for (const one of due) one.isCollected ||= due.length > 1;
    const leaving = [];
    let listed = false;
    for (const one of due) {
      if (one.overAfter !== null && one.at + one.overAfter < now) {
        waiting.delete(one.id);
        dropped.push(one.id);
        continue;
      }
      const request = one.isEnding ? ending : escalation;
      const joins = one.isCollected && listed;
      const until = gapHolds({ ...gap, joins }, request, now);
      if (until !== null) {
        Object.assign(one, { until, isCollected: true });
        continue;
      }
      gap = afterTelling(gap, request, now);
      listed ||= one.isCollected;
      leaving.push({ ...one, joins });
      waiting.delete(one.id);
    }
    const members = leaving.map(({ id, at, isEnding }) => ({
      ...{ id, caseId: id, caseSubject: id, priority: "normal", dueAt: null, plannedAt: at },
      isOver: isEnding,
      content: {
        ...{ locale: "en", subject: id, preheader: null, title: null, body: id, actions: [] },
      },
    }));
    const settings = { locale: "en", zone: "UTC", now };
    for (const { carrier, others } of bundlesOf(members, settings, {
      itemsMax: HELPER_ITEMS_MAX,
    })) {
      const ids = [carrier, ...others].map(({ id }) => id);
      const isEscalation = leaving.some(
        ({ id, joins, isEnding }) => ids.includes(id) && !joins && !isEnding,
      );
      sent.push({ at: now, ids, isEscalation });
    }
  }
  return { sent, dropped };
}

const arrival = fc.record({
  afterMs: fc.integer({ min: 0, max: 30 * MINUTE_MS }),
  isEnding: fc.boolean(),
  overAfter: fc.option(fc.integer({ min: 0, max: 10 * MINUTE_MS })),
});

test("whatever arrives when, a gap sees one escalating message and one about endings, and nothing is lost or told twice", () => {
  fc.assert(
    fc.property(
      fc.array(arrival, { maxLength: 120 }),
      fc.constantFrom(SECOND_MS, 17 * SECOND_MS, MINUTE_MS),
      (given, stepMs) => {
        const arrivals = given.map(({ afterMs, ...one }, n) => ({
          ...{ id: `m${n}`, at: NOW + afterMs },
          ...one,
        }));
        const { sent, dropped } = run(arrivals, stepMs);
        const told = [...sent.flatMap(({ ids }) => ids), ...dropped];
        expect(told.toSorted()).toEqual(arrivals.map(({ id }) => id).toSorted());
        for (const [place, { at }] of sent.entries()) {
          const within = sent.slice(place).filter((other) => other.at < at + GAP_MS);
          expect(within.filter((one) => one.isEscalation).length).toBeLessThanOrEqual(1);
          expect(within.filter((one) => !one.isEscalation).length).toBeLessThanOrEqual(1);
        }
      },
    ),
    {
      numRuns: 60,
      // An escalation joins a note of an ending that leaves anyway.
      examples: [
        [
          [
            { afterMs: 601_001, isEnding: true, overAfter: null },
            { afterMs: 302_001, isEnding: false, overAfter: null },
            { afterMs: 601_001, isEnding: false, overAfter: null },
          ],
          SECOND_MS,
        ],
      ],
    },
  );
});

test("two hundred in a minute are the first one and a list of all others", () => {
  const arrivals = Array.from({ length: 200 }, (_, n) => ({
    ...{ id: `m${n}`, at: NOW + n * 300, isEnding: false, overAfter: null },
  }));
  const { sent } = run(arrivals, 100);
  expect(sent.map(({ ids }) => ids.length)).toEqual([1, 199]);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MINUTE_MS, SECOND_MS } from "@/core/time";
import { HIT_RANK, type HitClass, TRAPPED_MS } from "./classify-open";
import { HIT_SETTLED_MS, type HitsKnown, hitsToTell, type KeptHit } from "./hits-to-tell";

const NEW: HitsKnown = { openedBy: "human", openedTold: null, clickedTold: false };
const hit = (over: Partial<KeptHit> = {}): KeptHit => ({
  type: "opened",
  by: "human",
  pressed: false,
  at: 0,
  ...over,
});
const click = (over: Partial<KeptHit> = {}) => hit({ type: "clicked", ...over });

describe("a visit", () => {
  test("of a human is told when no hidden link can take it back any more, and not before", () => {
    expect(HIT_SETTLED_MS).toBeGreaterThan(TRAPPED_MS);
    const hits = [hit(), click({ at: SECOND_MS })];
    expect(hitsToTell(hits, NEW, HIT_SETTLED_MS - 1)).toEqual({
      opened: null,
      clicked: null,
      againAt: HIT_SETTLED_MS,
    });
    const first = hitsToTell(hits, NEW, HIT_SETTLED_MS);
    expect(first).toEqual({
      opened: { by: "human", at: 0 },
      clicked: null,
      againAt: HIT_SETTLED_MS + SECOND_MS,
    });
    const told = { ...NEW, openedTold: "human" as const };
    expect(hitsToTell(hits, told, HIT_SETTLED_MS + SECOND_MS)).toEqual({
      opened: null,
      clicked: SECOND_MS,
      againAt: null,
    });
  });

  test("of a proxy is told at once, and the human's after it when that is sure", () => {
    const hits = [hit({ by: "proxy" }), hit({ at: MINUTE_MS })];
    const at = HIT_SETTLED_MS + MINUTE_MS;
    expect(hitsToTell(hits, NEW, MINUTE_MS)).toEqual({
      opened: { by: "proxy", at: 0 },
      clicked: null,
      againAt: at,
    });
    const told = { ...NEW, openedTold: "proxy" as const };
    expect(hitsToTell(hits, told, at)).toMatchObject({
      opened: { by: "human", at: MINUTE_MS },
      againAt: null,
    });
  });

  test("with a press is told at once, as click and open, whatever else waits", () => {
    const hits = [click(), click({ pressed: true, at: 5 })];
    expect(hitsToTell(hits, NEW, 5)).toEqual({
      opened: { by: "human", at: 5 },
      clicked: 5,
      againAt: null,
    });
  });

  test("tells no open where opens are not looked at", () => {
    const unseen = { ...NEW, openedBy: null };
    const hits = [click({ pressed: true })];
    expect(hitsToTell(hits, unseen, 0)).toEqual({ opened: null, clicked: 0, againAt: null });
  });

  test("of a scanner tells nothing and waits for nothing", () => {
    const known = { ...NEW, openedBy: "scanner" as const };
    const hits = [hit({ by: "scanner" }), click({ by: "scanner" })];
    expect(hitsToTell(hits, known, HIT_SETTLED_MS)).toMatchObject({ opened: null, againAt: null });
  });
});

test("however visits come and are taken back in time, a filter's is never told, and a human's is", () => {
  const visits = fc.array(
    fc.record({
      type: fc.constantFrom<KeptHit["type"]>("opened", "clicked"),
      by: fc.constantFrom<HitClass>("human", "proxy", "unknown"),
      pressed: fc.boolean(),
      at: fc.integer({ min: 0, max: 3 * HIT_SETTLED_MS }),
      /** When the hidden link shows who it was. */
      takenBackAfter: fc.option(fc.integer({ min: 0, max: TRAPPED_MS - 1 })),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(visits, (all) => {
      const isTaken = (one: (typeof all)[number]) =>
        one.takenBackAfter !== null && !one.pressed && one.by !== "proxy";
      const at = (now: number): KeptHit[] =>
        all
          .filter((one) => one.at <= now)
          .map(({ takenBackAfter, ...one }) => {
            const isBack = isTaken({ ...one, takenBackAfter });
            return isBack && one.at + (takenBackAfter ?? 0) <= now
              ? { ...one, by: "scanner" as const }
              : one;
          });
      const good = all.filter((one) => !isTaken(one));
      const known = { openedBy: "human" as const, openedTold: null as HitClass | null };
      let clickedTold = false;
      let next: number | null = null;
      const moments = all.map((one) => one.at).toSorted((a, b) => a - b);
      while (moments.length > 0 || next !== null) {
        const first = moments[0] ?? Number.POSITIVE_INFINITY;
        const now = Math.min(first, next ?? Number.POSITIVE_INFINITY);
        if (now === first) moments.shift();
        const told = hitsToTell(at(now), { ...known, clickedTold }, now);
        if (told.clicked !== null)
          expect(good.some((g) => g.type === "clicked" && g.by === "human")).toBe(true);
        if (told.opened) expect(good.map((g) => g.by)).toContain(told.opened.by);
        clickedTold ||= told.clicked !== null;
        known.openedTold = told.opened?.by ?? known.openedTold;
        next = told.againAt;
        if (next !== null) expect(next).toBeGreaterThan(now);
      }
      expect(clickedTold).toBe(good.some((g) => g.type === "clicked" && g.by === "human"));
      const opens = good.filter((g) => g.type === "opened" || g.by === "human");
      const best = Math.max(0, ...opens.map((g) => HIT_RANK[g.by]));
      expect(known.openedTold === null ? 0 : HIT_RANK[known.openedTold]).toBe(best);
    }),
  );
});

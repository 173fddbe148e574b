import fc from "fast-check";
import { expect, it } from "vitest";
import { HOUR_MS, MINUTE_MS } from "@/core/time";
import { type Duty, dutyAt, onDuty } from "./on-duty";
import { RANDOM_FROM, RANDOM_UNTIL, randomRota } from "./random-rota";
import { SHIFT_LOOK_MS, shiftsBetween, shiftsFrom } from "./shifts";
import { clockChanges, slowOnDuty } from "./slow-rota";

const moment = fc.integer({ min: RANDOM_FROM, max: RANDOM_UNTIL - 1 });
const RUNS = { numRuns: 25 };
const isSame = (a: Duty, b: Duty | undefined) =>
  a.personId === b?.personId && a.layer === b.layer && a.override === b.override;

it("five years are shifts without a hole or an overlap, each one person's or a shown gap", () => {
  fc.assert(
    fc.property(randomRota, (rota) => {
      const shifts = shiftsBetween(rota, RANDOM_FROM, RANDOM_UNTIL);
      const edges = [RANDOM_FROM, ...shifts.map(({ until }) => until)];
      expect(shifts.filter(({ from }, i) => from !== edges[i])).toEqual([]);
      expect(edges.at(-1)).toBe(RANDOM_UNTIL);
      expect(shifts.filter(({ from, until }) => until <= from)).toEqual([]);
      expect(shifts.filter((shift, i) => isSame(shift, shifts[i + 1]))).toEqual([]);
    }),
    RUNS,
  );
});

it("the person of a shift is who is on duty at both its ends and at every moment in between", () => {
  fc.assert(
    fc.property(randomRota, fc.array(moment, { minLength: 20, maxLength: 20 }), (rota, moments) => {
      const shifts = shiftsBetween(rota, RANDOM_FROM, RANDOM_UNTIL);
      const shiftAt = (at: number) => shifts.find(({ from, until }) => from <= at && at < until);
      for (const at of moments) expect(onDuty(rota, at)).toBe(shiftAt(at)?.personId);
      const wrong = shifts.filter(
        (shift) =>
          !isSame(dutyAt(rota, shift.from), shift) || !isSame(dutyAt(rota, shift.until - 1), shift),
      );
      expect(wrong).toEqual([]);
    }),
    RUNS,
  );
});

it("who is on duty is whom an independent reckoning names, also around every change", () => {
  fc.assert(
    fc.property(randomRota, fc.array(moment, { minLength: 20, maxLength: 20 }), (rota, moments) => {
      const shifts = shiftsBetween(rota, RANDOM_FROM, RANDOM_UNTIL);
      const step = Math.ceil(shifts.length / 20);
      const edges = shifts
        .filter((_, i) => i % step === 0)
        .flatMap(({ from }) => [from - 1, from, from + 1]);
      for (const at of [...moments, ...edges]) {
        expect(onDuty(rota, at), new Date(at).toISOString()).toBe(slowOnDuty(rota, at));
      }
    }),
    RUNS,
  );
});

it("around every clock change of the five years it is whom that reckoning names, at every minute", () => {
  fc.assert(
    fc.property(randomRota, fc.nat(14), (rota, minute) => {
      for (const change of clockChanges(rota.timeZone, RANDOM_FROM, RANDOM_UNTIL)) {
        for (let at = change - 4 * HOUR_MS; at < change + 4 * HOUR_MS; at += 15 * MINUTE_MS) {
          const moments = [at - 1, at, at + minute * MINUTE_MS];
          expect(moments.map((each) => onDuty(rota, each))).toEqual(
            moments.map((each) => slowOnDuty(rota, each)),
          );
        }
      }
    }),
    { numRuns: 4 },
  );
});

it("an override wins whatever lies beneath, the last over those before", () => {
  fc.assert(
    fc.property(
      randomRota,
      moment,
      fc.option(fc.constantFrom("ana", "zoe")),
      (rota, at, personId) => {
        const overrides = [...rota.overrides, { personId, from: at, until: at + 1 }];
        expect(dutyAt({ ...rota, overrides }, at)).toEqual({
          personId,
          layer: null,
          override: true,
        });
        expect(dutyAt({ ...rota, overrides }, at + 1)).toEqual(dutyAt(rota, at + 1));
        expect(dutyAt({ ...rota, overrides }, at - 1)).toEqual(dutyAt(rota, at - 1));
      },
    ),
    RUNS,
  );
});

it("the shift of a moment and the next ones are those of the years", () => {
  const inTheMiddle = fc.integer({ min: Date.UTC(2025, 2, 1), max: Date.UTC(2027, 10, 1) });
  fc.assert(
    fc.property(randomRota, inTheMiddle, (rota, at) => {
      const all = shiftsBetween(rota, RANDOM_FROM, RANDOM_UNTIL);
      const now = all.findIndex(({ until }) => at < until);
      const within = all
        .slice(now, now + 3)
        .filter(({ from, until }) => from > at - SHIFT_LOOK_MS && until < at + SHIFT_LOOK_MS);
      expect(shiftsFrom(rota, at, 3)).toEqual(expect.arrayContaining(within));
    }),
    RUNS,
  );
});

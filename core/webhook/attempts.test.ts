import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "@/core/time";
import { FAILING_MAX_MS, hasFailedLongEnough, RETRY_DELAYS_MS, verdictOf } from "./attempts";

const NOW = Date.UTC(2030, 0, 1);
const answered = (status: number | null, retryAfterMs: number | null = null) => ({
  status,
  retryAfterMs,
});

test("any 2xx is taken, and nothing else is", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 599 }),
      fc.integer({ min: 1, max: 12 }),
      (status, tries) => {
        const { kind } = verdictOf(answered(status), { tries, now: NOW, jitter: 0 });
        expect(kind === "delivered").toBe(status >= 200 && status < 300);
      },
    ),
  );
});

test("what fails is tried ten times, for three days and four hours, and then no more", () => {
  let at = NOW;
  for (let tries = 1; tries <= RETRY_DELAYS_MS.length; tries++) {
    const verdict = verdictOf(answered(500), { tries, now: at, jitter: 0 });
    if (verdict.kind !== "again") throw new Error(`gave up after ${tries}`);
    at = verdict.at;
  }
  expect(RETRY_DELAYS_MS).toHaveLength(9);
  expect(at - NOW).toBeGreaterThan(3 * DAY_MS);
  expect(at - NOW).toBeLessThan(3 * DAY_MS + 4 * HOUR_MS);
  const last = verdictOf(answered(null), { tries: 10, now: at, jitter: 1 });
  expect(last).toEqual({ kind: "failed", gone: false });
});

test("a wait that the receiver asks for is never cut short, and never makes an attempt come sooner", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 6 * HOUR_MS }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (tries, retryAfterMs, jitter) => {
        const verdict = verdictOf(answered(429, retryAfterMs), { tries, now: NOW, jitter });
        if (verdict.kind !== "again") throw new Error("gave up");
        const waited = verdict.at - NOW;
        const own = RETRY_DELAYS_MS[tries - 1] ?? 0;
        expect(waited).toBeGreaterThanOrEqual(Math.max(own, retryAfterMs));
        expect(waited).toBeLessThanOrEqual(Math.max(Math.ceil(own * 1.1), retryAfterMs));
      },
    ),
  );
});

test("410 ends it at the first attempt", () => {
  const verdict = verdictOf(answered(410, 60_000), { tries: 1, now: NOW, jitter: 0 });
  expect(verdict).toEqual({ kind: "failed", gone: true });
});

test("an endpoint has its three days, to the millisecond", () => {
  expect(hasFailedLongEnough(NOW, NOW + FAILING_MAX_MS - 1)).toBe(false);
  expect(hasFailedLongEnough(NOW, NOW + FAILING_MAX_MS)).toBe(true);
});

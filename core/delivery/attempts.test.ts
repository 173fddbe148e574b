import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/core/time";
import { ATTEMPTS_MAX, type AttemptInput, outcomeOfAttempt, retryDelayMs } from "./attempts";

const NOW = Date.parse("2026-03-03T12:00:00Z");
const outcome = (result: AttemptInput["result"], over: Partial<AttemptInput> = {}) =>
  outcomeOfAttempt({
    result,
    attempts: 1,
    dueSince: NOW,
    now: NOW,
    whenUnknown: "give_up",
    jitter: 0,
    ...over,
  });
const outage = { ok: false, retry: true, reason: "away" } as const;

test("waits grow threefold from a minute, and are never shorter than the provider asks", () => {
  expect([1, 2, 3, 4, 5].map((n) => retryDelayMs(n, 0) / MINUTE_MS)).toEqual([1, 3, 9, 27, 81]);
  expect(retryDelayMs(1, 0, HOUR_MS)).toBe(HOUR_MS);
  expect(retryDelayMs(1, 1)).toBe(1.2 * MINUTE_MS);
});

test("an outage is retried as a job, the sixth time it fails", () => {
  expect(outcome(outage)).toMatchObject({ status: "held", retryAt: NOW + MINUTE_MS, counts: true });
  expect(outcome(outage, { attempts: ATTEMPTS_MAX })).toMatchObject({
    status: "failed",
    code: "fail.provider",
    retryAt: null,
  });
});

test("a message that may have been accepted is not sent again, unless that is wished", () => {
  const lost = { ...outage, maybeSent: true };
  expect(outcome(lost)).toMatchObject({ status: "unknown", code: "fail.unknown", retryAt: null });
  expect(outcome(lost, { whenUnknown: "retry" })).toMatchObject({ status: "held" });
});

test("a rate limit is waited out without counting, but not forever", () => {
  const limited = { ...outage, rateLimited: true, retryAfterMs: 7_000 };
  const first = outcome(limited, { attempts: ATTEMPTS_MAX });
  expect(first).toMatchObject({ status: "held", deliverAt: NOW + 7_000, counts: false });
  const late = outcome(limited, { dueSince: NOW - 4 * DAY_MS });
  expect(late).toMatchObject({ status: "failed", code: "fail.rate" });
});

test("every result leaves a message at an end, in the queue, or with a job: never nowhere", () => {
  const result = fc.oneof(
    fc.record({ notStarted: fc.constant(true as const), afterMs: fc.nat(10_000) }),
    fc.record({ ok: fc.constant(true as const), providerMessageId: fc.string() }),
    fc.record(
      {
        ok: fc.constant(false as const),
        retry: fc.boolean(),
        reason: fc.string(),
        rateLimited: fc.boolean(),
        maybeSent: fc.boolean(),
        retryAfterMs: fc.nat(DAY_MS),
      },
      { requiredKeys: ["ok", "retry", "reason"] },
    ),
  );
  const input = fc.record({
    attempts: fc.integer({ min: 1, max: 8 }),
    dueSince: fc.integer({ min: NOW - 5 * DAY_MS, max: NOW }),
    whenUnknown: fc.constantFrom("give_up", "retry"),
    jitter: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(result, input, (given, over) => {
      const { status, deliverAt, retryAt } = outcome(given, over);
      const waits = status === "held" || status === "planned";
      const places = Number(deliverAt !== null) + Number(retryAt !== null);
      return places === Number(waits) && (deliverAt ?? retryAt ?? NOW) >= NOW;
    }),
  );
});

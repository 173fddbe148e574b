import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Channel } from "@/core/template/channel";
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from "@/core/time";
import {
  byUrgency,
  type CountedMessage,
  cappedUntil,
  FrequencyLimits,
  hasLimits,
  WEEK_MS,
} from "./caps";
import { changedLimits } from "./change-limits";
import { decide } from "./decide";
import type { GateInput } from "./gate-input";

const NOW = Date.parse("2026-03-03T12:00:00Z");
const got = (...hoursAgo: number[]): CountedMessage[] =>
  hoursAgo.map((hours) => ({ at: NOW - hours * HOUR_MS, channel: "email" as const }));
const until = (limits: FrequencyLimits, counted: CountedMessage[], channel: Channel = "email") =>
  cappedUntil({ limits, counted }, channel, NOW)?.until ?? null;

describe("limits", () => {
  test("with room for one more, nothing waits", () => {
    expect(until({ perDay: 2 }, got(1))).toBeNull();
    expect(until({ perDay: 1 }, got(24))).toBeNull();
    expect(until({}, got(1, 2, 3))).toBeNull();
  });

  test("a full day ends when the oldest that is too many leaves it", () => {
    expect(until({ perDay: 2 }, got(1, 5))).toBe(NOW + 19 * HOUR_MS);
    expect(until({ perDay: 2 }, got(5, 1, 3))).toBe(NOW + 21 * HOUR_MS);
  });

  test("of several limits the one that holds longest decides", () => {
    const limits = { perDay: 1, perWeek: 2, gapMinutes: 30 };
    expect(until(limits, got(1, 100))).toBe(NOW - 100 * HOUR_MS + WEEK_MS);
    expect(until({ gapMinutes: 90 }, got(1))).toBe(NOW + 30 * MINUTE_MS);
  });

  test("a channel's own limit counts only that channel, and in-app only its own", () => {
    const sms: CountedMessage = { at: NOW - HOUR_MS, channel: "sms" };
    const inApp: CountedMessage = { at: NOW - HOUR_MS, channel: "in_app" };
    const limits = { channels: { sms: { perDay: 1 } } };
    expect(until(limits, [sms], "email")).toBeNull();
    expect(until(limits, [sms], "sms")).toBe(NOW + 23 * HOUR_MS);
    expect(until({ perDay: 1 }, [inApp])).toBeNull();
    expect(until({ perDay: 1 }, got(1), "in_app")).toBeNull();
    const own = { channels: { in_app: { perDay: 1 } } };
    expect(until(own, [inApp], "in_app")).toBe(NOW + 23 * HOUR_MS);
  });

  test("empty limits limit nothing", () => {
    expect(hasLimits({})).toBe(false);
    expect(hasLimits({ channels: { email: {} } })).toBe(false);
    expect(hasLimits({ channels: { email: { perWeek: 3 } } })).toBe(true);
  });

  test("zero, fractions, unknown names and more than can be meant are refused", () => {
    for (const bad of [
      { perDay: 0 },
      { perDay: 1.5 },
      { perWeek: 501 },
      { gapMinutes: 20_000 },
      { perMonth: 3 },
      { channels: { webhook: { perDay: 1 } } },
    ]) {
      expect(FrequencyLimits.safeParse(bad).success, JSON.stringify(bad)).toBe(false);
    }
  });
});

describe("the gate", () => {
  type Over = {
    dueAt?: Instant;
    audience?: "person" | "owner";
    ending?: boolean;
    required?: boolean;
  };
  const look = ({ dueAt, audience = "person", ending = false, required = false }: Over) => {
    const verdict = decide(
      inputOf(
        { id: "m", dueAt: dueAt ?? null, priority: "normal", plannedAt: NOW, channel: "email" },
        { now: NOW, limits: { perDay: 1 }, counted: got(1), joins: false },
        { audience, ...(ending && { ending }) },
        required,
      ),
    );
    return verdict.kind === "send" ? "send" : verdict;
  };

  test("over the limit a message is held until there is room", () => {
    expect(look({})).toMatchObject({ code: "held.cap", until: NOW + 23 * HOUR_MS });
    expect(look({})).toMatchObject({ params: { n: 1, cap: 1 }, evidence: { gate: "cap" } });
  });

  test("due within a day, or overdue, it leaves at once; due later, a day before at the latest", () => {
    expect(look({ dueAt: NOW + DAY_MS })).toBe("send");
    expect(look({ dueAt: NOW - DAY_MS })).toBe("send");
    expect(look({ dueAt: NOW + DAY_MS + HOUR_MS })).toMatchObject({
      until: NOW + HOUR_MS,
      params: { isDue: true },
    });
  });

  test("duty, endings and required topics are never held", () => {
    expect(look({ audience: "owner" })).toBe("send");
    expect(look({ ending: true })).toBe("send");
    expect(look({ required: true })).toBe("send");
  });
});

type Waiting = {
  id: string;
  dueAt: Instant | null;
  priority: string;
  plannedAt: Instant;
  channel: Channel;
};
type Round = { now: Instant; limits: FrequencyLimits; counted: CountedMessage[]; joins: boolean };

function inputOf(
  { id, channel, plannedAt, dueAt }: Waiting,
  { now, ...caps }: Round,
  request: GateInput["message"]["request"] = { audience: "person" },
  required = false,
): GateInput {
  return {
    now,
    message: {
      ...{ id, step: "s", visit: 0, personId: "ana", channel, template: "t", plannedAt },
      request,
    },
    case: {
      ...{ status: "open", outcome: null, closedAt: null, closedBy: null },
      ...{ snoozedUntil: null, firstResponseAt: null, dueAt },
      ...{ acknowledgedAt: null, acknowledgedBy: null },
    },
    person: {
      ...{ erased: false, zone: "UTC", ownZone: "UTC", location: null },
      ...{ pausedUntil: null, quietHours: [] },
    },
    topic: { key: "t", required, defaultChannels: [] },
    preference: null,
    isLastReminder: false,
    consent: null,
    addresses: [{ address: "a", verified: true, suppressed: null }],
    caps,
    helper: null,
    siblings: [],
  };
}

const someLimits = fc.record(
  {
    perDay: fc.integer({ min: 1, max: 3 }),
    perWeek: fc.integer({ min: 1, max: 6 }),
    gapMinutes: fc.integer({ min: 1, max: 600 }),
    channels: fc.record({ sms: fc.record({ perDay: fc.integer({ min: 1, max: 2 }) }) }),
  },
  { requiredKeys: [] },
);
const someMessages = fc.array(
  fc.record({
    plannedAt: fc.integer({ min: 0, max: 10 * 24 }).map((hours) => NOW + hours * HOUR_MS),
    dueIn: fc.option(fc.integer({ min: -2 * 24, max: 12 * 24 })),
    priority: fc.constantFrom("low", "normal", "high", "urgent"),
    channel: fc.constantFrom<Channel>("email", "sms", "push"),
  }),
  { maxLength: 25 },
);

test("never more than the limit in any window, none is lost, and the most urgent goes first", () => {
  fc.assert(
    fc.property(someLimits, someMessages, (limits, drawn) => {
      const waiting = drawn.map(({ dueIn, ...one }, i): Waiting & { at: Instant } => ({
        ...one,
        id: `m${String(i).padStart(2, "0")}`,
        at: one.plannedAt,
        dueAt: dueIn === null ? null : NOW + dueIn * HOUR_MS,
      }));
      const counted: CountedMessage[] = [];
      const left = new Set(waiting);
      for (let rounds = 0; left.size > 0; rounds++) {
        expect(rounds).toBeLessThan(1_000);
        const now = Math.min(...[...left].map(({ at }) => at));
        const due = [...left].filter(({ at }) => at <= now).toSorted(byUrgency);
        const held: Waiting[] = [];
        for (const one of due) {
          const verdict = decide(inputOf(one, { now, limits, counted, joins: false }));
          if (verdict.kind === "hold") {
            expect(verdict.until).toBeGreaterThan(now);
            if (one.dueAt !== null)
              expect(verdict.until).toBeLessThanOrEqual(Math.max(one.dueAt - DAY_MS, now));
            one.at = verdict.until;
            held.push(one);
            continue;
          }
          expect(verdict.kind).toBe("send");
          const isDue = one.dueAt !== null && one.dueAt - now <= DAY_MS;
          if (!isDue) expectRoom(counted, limits, one.channel, now);
          const passedOver = held.filter(({ channel }) => channel === one.channel);
          if (!isDue) expect(passedOver.every((other) => byUrgency(other, one) < 0)).toBe(true);
          if (!isDue) expect(passedOver).toEqual([]);
          counted.push({ at: now, channel: one.channel });
          left.delete(one);
        }
      }
      expect(counted).toHaveLength(waiting.length);
    }),
  );
});

function expectRoom(
  counted: readonly CountedMessage[],
  { perDay, perWeek, gapMinutes, channels }: FrequencyLimits,
  channel: Channel,
  now: Instant,
): void {
  const within = (ms: number, of = counted) => of.filter(({ at }) => at > now - ms).length;
  expect(within(DAY_MS)).toBeLessThan(perDay ?? Number.POSITIVE_INFINITY);
  expect(within(WEEK_MS)).toBeLessThan(perWeek ?? Number.POSITIVE_INFINITY);
  if (gapMinutes !== undefined) expect(within(gapMinutes * MINUTE_MS)).toBe(0);
  const own = channels?.sms?.perDay;
  if (channel !== "sms" || own === undefined) return;
  expect(
    within(
      DAY_MS,
      counted.filter((c) => c.channel === "sms"),
    ),
  ).toBeLessThan(own);
}

describe("changing limits", () => {
  test("what is not named stays, null takes away, and with nothing left there are none", () => {
    const some = changedLimits(null, { perDay: 3, channels: { sms: { perWeek: 2 } } });
    expect(some).toEqual({ perDay: 3, channels: { sms: { perWeek: 2 } } });
    const less = changedLimits(some, { channels: { sms: { perWeek: null } } });
    expect(less).toEqual({ perDay: 3 });
    expect(changedLimits(less, { perDay: null })).toBeNull();
    expect(changedLimits(some, {})).toEqual(some);
  });
});

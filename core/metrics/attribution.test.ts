import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "@/core/time";
import { countOf, factsIn, MONDAY, pressOf, rawMessage, sentMessage } from "./testing";

const first = sentMessage(MONDAY);
const reminder = sentMessage(MONDAY + 2 * DAY_MS, { id: "m2", channel: "sms" });

/** The keys of what it was answered after, without the measure. */
const answered = (given: Parameters<typeof factsIn>[0], measure = "answered_after") =>
  Object.keys(factsIn(given).tallies).flatMap((key) =>
    key.startsWith(`${measure}|`) ? [key.slice(measure.length + 1)] : [],
  );

describe("a response", () => {
  it("belongs to the message whose button was pressed, though another came later", () => {
    const at = MONDAY + 3 * DAY_MS;
    const messages = [{ ...first, hits: [pressOf(at - SECOND_MS)] }, reminder];
    const given = { messages, firstResponseAt: at };
    expect(answered(given)).toEqual(["first|email|1"]);
    expect(answered(given, "answered_exactly")).toEqual(["first|email|1"]);
  });

  it("does not belong to a press that only put it off", () => {
    const messages = [{ ...first, hits: [pressOf(MONDAY + HOUR_MS, "later")] }, reminder];
    const given = { messages, firstResponseAt: MONDAY + 2 * DAY_MS + HOUR_MS };
    expect(answered(given)).toEqual(["first|sms|2"]);
    expect(answered(given, "answered_exactly")).toEqual([]);
  });

  it("belongs to the message that was replied to, although the reply was read later", () => {
    const reply = { ...pressOf(MONDAY + HOUR_MS), id: "reply:1", type: "replied" };
    const given = {
      messages: [{ ...first, hits: [reply] }],
      firstResponseAt: MONDAY + 5 * HOUR_MS,
    };
    expect(answered(given, "answered_exactly")).toEqual(["first|email|1"]);
  });

  it("does not belong to what a machine followed or answered", () => {
    const at = MONDAY + HOUR_MS;
    const away = { ...pressOf(at), id: "reply:1", type: "replied", by: "unknown" } as const;
    const given = { messages: [{ ...first, hits: [away] }], firstResponseAt: at };
    expect(answered(given)).toEqual(["first|email|1"]);
    expect(answered(given, "answered_exactly")).toEqual([]);
  });

  it("of a helper belongs to the helper's message only by its own button", () => {
    const at = MONDAY + HOUR_MS;
    const helped = sentMessage(MONDAY + MINUTE_MS, {
      id: "m2",
      personId: "bob",
      request: { audience: "escalation" },
    });
    const pressed = { ...helped, channel: "push", hits: [pressOf(at)] } as const;
    expect(answered({ messages: [first, helped], firstResponseAt: at })).toEqual(["first|email|1"]);
    expect(answered({ messages: [first, pressed], firstResponseAt: at })).toEqual(["first|push|2"]);
  });

  it("otherwise belongs to the last message that was delivered to the person", () => {
    const failed = rawMessage({ id: "m3", status: "failed", plannedAt: MONDAY + HOUR_MS });
    const given = { messages: [first, failed], firstResponseAt: MONDAY + 2 * HOUR_MS };
    expect(answered(given)).toEqual(["first|email|1"]);
  });

  it("belongs to none that left longer ago than its channel's window", () => {
    const later = (ms: number, message = first) =>
      factsIn({ messages: [message], firstResponseAt: MONDAY + ms });
    expect(countOf(later(72 * HOUR_MS), "answered_after")).toBe(1);
    expect(countOf(later(72 * HOUR_MS + 1), "unattributed")).toBe(1);
    const sms = { ...first, channel: "sms" } as const;
    expect(countOf(later(24 * HOUR_MS, sms), "answered_after")).toBe(1);
    expect(countOf(later(24 * HOUR_MS + 1, sms), "unattributed")).toBe(1);
  });

  it("belongs to none once a message of the next stage has left to somebody else", () => {
    const helped = sentMessage(MONDAY + HOUR_MS, {
      id: "m2",
      stage: "second",
      personId: "bob",
      request: { audience: "escalation" },
    });
    const given = { messages: [first, helped], firstResponseAt: MONDAY + 2 * HOUR_MS };
    expect(countOf(factsIn(given), "unattributed")).toBe(1);
  });

  it("to a message that stood in for another is counted as such", () => {
    const instead = { ...first, request: { audience: "person", unless: "opened" } } as const;
    const given = { messages: [instead], firstResponseAt: MONDAY + HOUR_MS };
    expect(answered(given, "answered_fallback")).toEqual(["first|email|1"]);
  });

  it("before any message belongs to none", () => {
    const given = { messages: [first], firstResponseAt: MONDAY - HOUR_MS };
    expect(countOf(factsIn(given), "unattributed")).toBe(1);
  });
});

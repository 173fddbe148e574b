import { describe, expect, it } from "vitest";
import { HOUR_MS, MINUTE_MS } from "@/core/time";
import { durationBucket } from "./duration-bucket";
import { countOf, factsIn, MONDAY, rawTurn, sentMessage } from "./testing";

const measures = [
  "escalated",
  "escalated_by_hand",
  "escalation_failed",
  "escalation_decided",
] as const;
const countsOf = (given: Parameters<typeof factsIn>[0]) => {
  const facts = factsIn(given);
  return measures.filter((measure) => countOf(facts, measure) === 1);
};
const nobody = rawTurn(MONDAY, { told: false });
const byHand = rawTurn(MONDAY, { byHand: true });
const byPlan = rawTurn(MONDAY + HOUR_MS);

describe("an escalation", () => {
  it("by the plan counts, and is decided though the case is open", () => {
    expect(countsOf({ turns: [byPlan] })).toEqual(["escalated", "escalation_decided"]);
  });

  it("by hand counts apart, unless the plan's came too", () => {
    expect(countsOf({ turns: [byHand] })).toEqual(["escalated_by_hand"]);
    expect(countsOf({ turns: [byHand, byPlan] })).toEqual(["escalated", "escalation_decided"]);
  });

  it("to nobody has failed, and is none; to somebody at last it is one", () => {
    expect(countsOf({ turns: [nobody] })).toEqual(["escalation_failed", "escalation_decided"]);
    expect(countsOf({ turns: [nobody, byPlan] })).toEqual(["escalated", "escalation_decided"]);
  });

  it("of a case that is over is decided without one, of an open one it is not", () => {
    expect(countsOf({ status: "resolved", closedAt: MONDAY })).toEqual(["escalation_decided"]);
    expect(countsOf({})).toEqual([]);
  });

  it("is timed from the first message, and its yield from when somebody was told", () => {
    const facts = factsIn({
      status: "resolved",
      closedAt: MONDAY + 3 * HOUR_MS,
      messages: [sentMessage(MONDAY)],
      turns: [byPlan],
    });
    expect(facts.escalatedAt).toBe(MONDAY + HOUR_MS);
    expect(countOf(facts, "escalation_began", `||${durationBucket(3_600)}`)).toBe(1);
    expect(countOf(facts, "escalation_time", `|email|${durationBucket(7_200)}`)).toBe(1);
    expect(countOf(factsIn({ turns: [byPlan] }), "escalation_waiting")).toBe(1);
  });
});

it("an escalation in a holdout counts only where somebody was really told", () => {
  const request = { audience: "escalation" as const };
  const ghost = {
    ...sentMessage(byPlan.at, { id: "m2", request: { ...request, ghost: true } }),
    status: "not_sent" as const,
    code: "skip.holdout",
    sentAt: null,
    deliveredAt: null,
  };
  for (const turns of [[byPlan], [byHand], [nobody]]) {
    const held = {
      holdout: true,
      turns,
      messages: [ghost],
      status: "resolved",
      closedAt: MONDAY,
    } as const;
    expect(countsOf(held)).toEqual([]);
  }
  const facts = factsIn({ holdout: true, turns: [byPlan], messages: [ghost] });
  expect(facts.escalatedAt).toBe(byPlan.at);
  expect(countOf(facts, "escalation_waiting")).toBe(0);
  const told = sentMessage(byPlan.at, { id: "m3", request });
  expect(countsOf({ holdout: true, turns: [byPlan], messages: [told] })).toEqual([
    "escalated",
    "escalation_decided",
  ]);
});

describe("an escalation too early", () => {
  const told = sentMessage(byPlan.at, {
    id: "m2",
    personId: "bob",
    request: { audience: "escalation" },
  });
  const isTooEarly = (
    given: { closedAt: number } & Partial<Parameters<typeof factsIn>[0]>,
  ): number =>
    countOf(
      factsIn({ status: "resolved", closedByHuman: true, turns: [byPlan], ...given }),
      "escalated_too_early",
    );
  const closedAt = byPlan.at + 20 * MINUTE_MS;

  it("is one of which nobody had read before the person answered", () => {
    expect(isTooEarly({ closedAt, messages: [told] })).toBe(1);
    const readAfter = { ...told, clickedAt: closedAt + MINUTE_MS };
    expect(isTooEarly({ closedAt, messages: [readAfter] })).toBe(1);
  });

  it("is none that was read or acknowledged by then", () => {
    const read = { ...told, readAt: byPlan.at + MINUTE_MS };
    expect(isTooEarly({ closedAt, messages: [read] })).toBe(0);
    const turns = [{ ...byPlan, acknowledgedAt: closedAt }];
    expect(isTooEarly({ closedAt, messages: [told], turns })).toBe(0);
  });

  it("is none where the case took longer, or nobody resolved it", () => {
    expect(isTooEarly({ closedAt: byPlan.at + 30 * MINUTE_MS + 1 })).toBe(0);
    expect(isTooEarly({ closedAt, closedByHuman: false })).toBe(0);
    expect(isTooEarly({ closedAt, turns: [{ ...byPlan, byHand: true }] })).toBe(0);
  });
});

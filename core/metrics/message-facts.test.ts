import { describe, expect, it } from "vitest";
import { HOUR_MS } from "@/core/time";
import type { RawHit, RawMessage } from "./raw-case";
import { countOf, factsIn, MONDAY, pressOf, rawMessage, sentMessage } from "./testing";

const countsOf = (message: RawMessage) => {
  const facts = factsIn({ messages: [message] });
  return (measure: string) => countOf(facts, measure, `first|${message.channel}|0`);
};
const tracked = (given: Partial<RawMessage>) =>
  countsOf(sentMessage(MONDAY, { tracked: true, ...given }));
const hit = (type: string, by: RawHit["by"]): RawHit => ({
  id: `${type}:${by}`,
  type,
  by,
  action: null,
  at: MONDAY + HOUR_MS,
});

describe("an email with a pixel", () => {
  it("is opened by a human where one fetched it", () => {
    const n = tracked({ openedBy: "human" });
    expect([n("tracked"), n("opened_human"), n("opened_machine")]).toEqual([1, 1, 0]);
  });

  it("is opened by a machine where only proxies or unknown visitors fetched it", () => {
    expect(tracked({ openedBy: "proxy" })("opened_machine")).toBe(1);
    expect(tracked({ hits: [hit("opened", "unknown")] })("opened_machine")).toBe(1);
  });

  it("is not opened where only filters fetched it or followed its links", () => {
    const hits = [hit("opened", "scanner"), hit("clicked", "scanner"), hit("clicked", "unknown")];
    const n = tracked({ openedBy: "scanner", hits });
    expect([n("tracked"), n("opened_human"), n("opened_machine"), n("clicked")]).toEqual([
      1, 0, 0, 0,
    ]);
  });

  it("is opened by a human once one clicks or replies, whatever fetched it before", () => {
    const filtered = hit("opened", "scanner");
    expect(tracked({ openedBy: "proxy", clickedAt: MONDAY })("opened_human")).toBe(1);
    const n = tracked({ openedBy: "scanner", hits: [filtered, hit("replied", "human")] });
    expect([n("opened_human"), n("opened_machine"), n("replied")]).toEqual([1, 0, 1]);
  });

  it("does not count among those that could be seen to be opened without consent, or when it bounced", () => {
    expect(countsOf(sentMessage(MONDAY, { openedBy: "human" }))("opened_human")).toBe(0);
    expect(tracked({ status: "failed", openedBy: "human" })("tracked")).toBe(0);
  });
});

describe("a message", () => {
  it("that a provider took and that came back is sent and bounced, with its reason", () => {
    const n = countsOf(sentMessage(MONDAY, { status: "failed", code: "fail.bounced" }));
    expect([n("sent"), n("delivered"), n("bounced"), n("failed")]).toEqual([1, 0, 1, 0]);
    expect(n("failed/fail.bounced")).toBe(1);
  });

  it("that no provider took has failed and was not sent", () => {
    const n = countsOf(rawMessage({ status: "failed", code: "fail.config" }));
    expect([n("sent"), n("bounced"), n("failed"), n("failed/fail.config")]).toEqual([0, 0, 1, 1]);
  });

  it("whose fate nobody knows, or that is held or was not sent, counts as just that", () => {
    expect(countsOf(rawMessage({ status: "unknown" }))("unknown")).toBe(1);
    const held = countsOf(rawMessage({ status: "held", code: "held.cap" }));
    expect([held("held"), held("held/held.cap"), held("sent")]).toEqual([1, 1, 0]);
    const unsent = countsOf(rawMessage({ status: "not_sent", code: "skip.no_address" }));
    expect(unsent("not_sent/skip.no_address")).toBe(1);
  });

  it("in the inbox is seen when it was read", () => {
    const inApp = { channel: "in_app", readAt: MONDAY } as const;
    expect(countsOf(sentMessage(MONDAY, inApp))("seen")).toBe(1);
    expect(countsOf(sentMessage(MONDAY, { readAt: MONDAY }))("seen")).toBe(0);
  });

  it("whose button was pressed was clicked", () => {
    expect(countsOf(sentMessage(MONDAY, { hits: [pressOf(MONDAY)] }))("clicked")).toBe(1);
  });

  it("that was complained about costs a person, once", () => {
    const n = countsOf(sentMessage(MONDAY, { hits: [hit("complained", null)], optedOut: true }));
    expect([n("complained"), n("opted_out")]).toEqual([1, 1]);
  });

  it("that would have left but for the holdout is a ghost, and one that was not needed is nothing", () => {
    const request = { audience: "person", ghost: true } as const;
    const ghost = countsOf(rawMessage({ status: "not_sent", code: "skip.holdout", request }));
    expect([ghost("ghost"), ghost("not_sent/skip.holdout")]).toEqual([1, 0]);
    const unneeded = countsOf(rawMessage({ status: "not_sent", code: "skip.responded", request }));
    expect([unneeded("ghost"), unneeded("not_sent/skip.responded")]).toEqual([0, 0]);
  });
});

import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/core/time";
import { durationBucket } from "./duration-bucket";
import { observedFrom, opensOf, percentileOf, ratioOf } from "./kpis";
import { MONDAY } from "./testing";

const events = (seconds: number, n = 1) => ({ x: seconds, events: n, censored: 0 });

describe("a rate", () => {
  it("is told of 20 and more", () => {
    expect(ratioOf(5, 20)).toEqual({ n: 5, of: 20, rate: 0.25 });
    expect(ratioOf(5, 19)).toEqual({ n: 5, of: 19, rate: null });
    expect(ratioOf(0, 0)).toEqual({ n: 0, of: 0, rate: null });
  });
});

describe("opens", () => {
  it("are of those that can be observed, between bounds that allow for all others", () => {
    expect(opensOf({ tracked: 100, human: 30, machine: 40 })).toMatchObject({
      rate: 0.5,
      low: 0.3,
      high: 0.7,
      observability: 0.6,
    });
  });

  it("have no rate where machines leave too few to observe, but bounds still", () => {
    const opens = opensOf({ tracked: 100, human: 10, machine: 85 });
    expect(opens).toMatchObject({ rate: null, low: 0.1, high: 0.95, observability: 0.15 });
  });
});

describe("a percentile", () => {
  it("is none of fewer than 20 events", () => {
    expect(percentileOf([events(60, 19)], 0.5)).toMatchObject({ seconds: null, why: "too_few" });
  });

  it("lies between its limits", () => {
    const observed = Array.from({ length: 99 }, (_, i) => events(i + 1));
    const { seconds, low, high, why } = percentileOf(observed, 0.5);
    expect(seconds).toBe(50);
    expect(why).toBeNull();
    expect(low).toBeGreaterThan(35);
    expect(low).toBeLessThan(50);
    expect(high).toBeGreaterThan(50);
    expect(high).toBeLessThan(65);
  });

  it("that is not reached lies beyond the longest wait", () => {
    const observed = [events(60, 20), { x: 900, events: 0, censored: 30 }];
    expect(percentileOf(observed, 0.5)).toMatchObject({
      seconds: null,
      why: "not_reached",
      beyond: 900,
      high: null,
    });
  });
});

describe("durations from tallies", () => {
  const now = MONDAY + DAY_MS;
  const sums = [
    { measure: "response_time", bucket: 60, n: 2 },
    { measure: "response_time", bucket: 60, n: 1 },
    { measure: "response_ended", bucket: 30, n: 4 },
    { measure: "response_waiting", bucket: (now - MINUTE_MS) / MINUTE_MS, n: 5 },
    { measure: "response_waiting", bucket: (now + HOUR_MS) / MINUTE_MS, n: 1 },
    { measure: "response_time_business", bucket: 10, n: 3 },
    { measure: "resolution_time", bucket: 90, n: 7 },
  ];

  it("count what waits for as long as it has, and what ended as that", () => {
    expect(observedFrom(sums, "response", now)).toEqual([
      { x: 0, events: 0, censored: 1, competing: 0 },
      { x: 30, events: 0, censored: 0, competing: 4 },
      { x: 60, events: 3, censored: 5, competing: 0 },
    ]);
    expect(observedFrom(sums, "resolution", now)).toEqual([
      { x: 90, events: 7, censored: 0, competing: 0 },
    ]);
  });

  it("in working time count what waits by the calendar that is given", () => {
    expect(observedFrom(sums, "response", now, (from, to) => (to - from) / 2)).toEqual([
      { x: 0, events: 0, censored: 1, competing: 0 },
      { x: 10, events: 3, censored: 0, competing: 0 },
      { x: 30, events: 0, censored: 5, competing: 0 },
    ]);
  });

  it("leave out what a correction took away", () => {
    const corrected = [
      { measure: "response_time", bucket: durationBucket(500), n: 1 },
      { measure: "response_time", bucket: durationBucket(500), n: -1 },
    ];
    expect(observedFrom(corrected, "response", now)).toEqual([]);
  });
});

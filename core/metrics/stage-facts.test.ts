import { describe, expect, it } from "vitest";
import { leftVisit, standingVisit } from "@/core/case/trail";
import { DAY_MS, HOUR_MS } from "@/core/time";
import { durationBucket } from "./duration-bucket";
import { factsIn, MONDAY, sentMessage } from "./testing";

/** Stage by stage what a case counts there, without `stage_entered`. */
function stagesOf(given: Parameters<typeof factsIn>[0]) {
  const of: Record<string, string[]> = {};
  for (const key of Object.keys(factsIn(given).tallies)) {
    const [measure = "", stage = ""] = key.split("|");
    if (!measure.startsWith("stage_") || measure === "stage_began") continue;
    of[stage] ??= [];
    if (measure !== "stage_entered") of[stage].push(measure.slice("stage_".length));
  }
  return of;
}

const left = (way: string, since = MONDAY, at = MONDAY + HOUR_MS) =>
  leftVisit({ version: 1, since, at, way });
const standing = (at = MONDAY + DAY_MS) => standingVisit(1, at);
const second = sentMessage(MONDAY + DAY_MS, { id: "m2", stage: "second" });

describe("a case in its stages", () => {
  it("passes the one it has left and is in the one it stands in", () => {
    const given = {
      stage: "second",
      trail: { s1: left("on"), w1: left("no_answer"), s2: standing() },
    };
    expect(stagesOf(given)).toEqual({ first: ["passed", "unanswered"], second: ["here"] });
  });

  it("responds in the stage it stood in, not in the one it is in by now", () => {
    const given = {
      stage: "second",
      trail: { s1: left("on"), w1: left("responded"), s2: standing() },
      messages: [sentMessage(MONDAY), second],
    };
    expect(stagesOf({ ...given, firstResponseAt: MONDAY + HOUR_MS })).toEqual({
      first: ["passed", "responded", "delivered"],
      second: ["here", "delivered"],
    });
    expect(stagesOf({ ...given, firstResponseAt: MONDAY + DAY_MS + HOUR_MS })).toEqual({
      first: ["passed", "unanswered", "delivered"],
      second: ["here", "responded", "delivered"],
    });
  });

  it("responds in the stage that its response brought it out of", () => {
    const given = {
      stage: "second",
      trail: { s1: left("on"), w1: left("responded", MONDAY, MONDAY + DAY_MS), s2: standing() },
      messages: [sentMessage(MONDAY), second],
      firstResponseAt: MONDAY + DAY_MS,
    };
    expect(stagesOf(given).first).toEqual(["passed", "responded", "delivered"]);
  });

  it("that wrote nothing responds where it may have rested", () => {
    const trail = {
      s1: left("on", MONDAY, MONDAY),
      s2: left("responded", MONDAY, MONDAY + DAY_MS),
    };
    const given = { stage: "second", trail, firstResponseAt: MONDAY + DAY_MS };
    expect(stagesOf(given).second).toEqual(["here", "responded"]);
  });

  it("is resolved where it stood, which is a response there too if a human did it", () => {
    const given = {
      status: "resolved",
      closedAt: MONDAY + 2 * DAY_MS,
      closedByHuman: true,
      stage: "resolution",
      trail: { s1: left("on"), s2: left("end:resolved") },
    } as const;
    expect(stagesOf(given)).toEqual({
      first: ["passed", "unanswered"],
      second: ["resolved", "responded"],
    });
  });

  it("ends in its last stage when the plan ran out, and counts no stage for its last words", () => {
    const given = {
      status: "expired",
      closedAt: MONDAY + 9 * DAY_MS,
      stage: "expiry",
      trail: { s1: left("on"), s2: left("on") },
      messages: [
        sentMessage(MONDAY + 9 * DAY_MS, {
          stage: "expiry",
          request: { audience: "person", ending: true },
        }),
      ],
    } as const;
    expect(stagesOf(given)).toEqual({
      first: ["passed", "unanswered"],
      second: ["ended", "unanswered"],
    });
  });

  it("that was reopened at an earlier stage stands there, and has passed the later one", () => {
    const given = {
      stage: "first",
      trail: { s1: standing(MONDAY + 5 * DAY_MS), s2: left("end:resolved") },
    };
    expect(stagesOf(given)).toEqual({ first: ["here"], second: ["passed", "unanswered"] });
  });

  it("that ended twice ended where it did last", () => {
    const given = {
      status: "resolved",
      closedAt: MONDAY + 9 * DAY_MS,
      trail: {
        s1: left("end:resolved", MONDAY + 8 * DAY_MS, MONDAY + 9 * DAY_MS),
        s2: left("end:resolved"),
      },
    } as const;
    expect(stagesOf(given)).toMatchObject({
      first: ["resolved"],
      second: ["passed", "unanswered"],
    });
  });

  it("without a trail was where it wrote from", () => {
    const given = { stage: null, messages: [sentMessage(MONDAY), second] };
    expect(stagesOf(given)).toEqual({
      first: ["passed", "unanswered", "delivered"],
      second: ["here", "delivered"],
    });
  });

  it("says how long after the first message a stage began", () => {
    const facts = factsIn({ messages: [sentMessage(MONDAY), second] });
    expect(facts.tallies).toMatchObject({
      "stage_began|first||0": 1,
      [`stage_began|second||${durationBucket(86_400)}`]: 1,
    });
    expect(facts.stages).toEqual(["first", "second"]);
  });

  it("answered before anything happened is in no stage", () => {
    const given = {
      status: "resolved",
      stage: null,
      trail: {},
      closedAt: MONDAY,
      closedByHuman: true,
      firstResponseAt: MONDAY - HOUR_MS,
    } as const;
    expect(stagesOf(given)).toEqual({});
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_CALENDAR } from "@/core/calendar/business-days";
import { resolveCalendar, WorkCalendar } from "@/core/calendar/work-calendar";
import { workingMsBetween } from "@/core/calendar/working-hours";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/core/time";
import { factsOf } from "./case-facts";
import { durationBucket, secondsOfBucket } from "./duration-bucket";
import { heatOf } from "./heat";
import { CASE_MEASURES, MESSAGE_MEASURES, readTallyKey, tallyKey } from "./measure";
import {
  anyRawCase,
  countOf,
  factsIn,
  MONDAY,
  rawCase,
  rawMessage,
  sentMessage,
  sumsOf,
} from "./testing";

const minutes = (at: number) => at / MINUTE_MS;

describe("a case", () => {
  it("that has just been opened counts as opened and open, and stands in its first stage", () => {
    expect(factsIn({}).tallies).toEqual({
      "opened|||0": 1,
      "open|||0": 1,
      "stage_entered|first||0": 1,
      "stage_here|first||0": 1,
    });
  });

  it("is waited for from the first message to its person that was not refused", () => {
    const facts = factsIn({
      messages: [
        rawMessage({ id: "m0", status: "failed", code: "fail.bounced", sentAt: MONDAY }),
        sentMessage(MONDAY + HOUR_MS, { personId: "bob", request: { audience: "escalation" } }),
        sentMessage(MONDAY + 2 * HOUR_MS, { id: "m2", channel: "sms" }),
      ],
    });
    expect(facts.sentAt).toBe(MONDAY + 2 * HOUR_MS);
    expect(countOf(facts, "reached")).toBe(1);
    expect(countOf(facts, "response_waiting", `|sms|${minutes(MONDAY + 2 * HOUR_MS)}`)).toBe(1);
  });

  it("that was only told of its end was not asked", () => {
    const facts = factsIn({
      status: "resolved",
      closedAt: MONDAY,
      closedByHuman: true,
      messages: [sentMessage(MONDAY, { request: { audience: "person", ending: true } })],
    });
    expect(facts.sentAt).toBeNull();
    expect(countOf(facts, "reached")).toBe(0);
    expect(countOf(facts, "responded")).toBe(0);
    expect(countOf(facts, "responded_unreached")).toBe(1);
    expect(countOf(facts, "delivered")).toBe(1);
  });

  it("takes as long as from there to the first response", () => {
    const facts = factsIn({
      messages: [sentMessage(MONDAY)],
      firstResponseAt: MONDAY + 5 * HOUR_MS,
    });
    expect(facts.responseSeconds).toBe(18_000);
    expect(countOf(facts, "response_time", `|email|${durationBucket(18_000)}`)).toBe(1);
    expect(countOf(facts, "resolution_waiting")).toBe(1);
    expect(countOf(facts, "response_waiting")).toBe(0);
  });

  it("is answered by its resolution by a human, and not by the plan's", () => {
    const closed = { status: "resolved", closedAt: MONDAY + HOUR_MS } as const;
    const byHuman = factsIn({ ...closed, closedByHuman: true, messages: [sentMessage(MONDAY)] });
    expect(byHuman.respondedAt).toBe(MONDAY + HOUR_MS);
    expect(countOf(byHuman, "response_time")).toBe(1);
    const byPlan = factsIn({ ...closed, messages: [sentMessage(MONDAY)] });
    expect(byPlan.respondedAt).toBeNull();
    expect(countOf(byPlan, "response_ended", `|email|${durationBucket(3_600)}`)).toBe(1);
    expect(countOf(byPlan, "resolution_time")).toBe(1);
  });

  it("answered before it was written to took no time", () => {
    const facts = factsIn({
      messages: [sentMessage(MONDAY + HOUR_MS)],
      firstResponseAt: MONDAY,
    });
    expect(facts.responseSeconds).toBe(0);
    expect(countOf(facts, "response_time", "|email|0")).toBe(1);
    expect(countOf(facts, "responded")).toBe(1);
  });

  it("has no response after its end", () => {
    const facts = factsIn({
      status: "expired",
      closedAt: MONDAY + DAY_MS,
      messages: [sentMessage(MONDAY)],
      firstResponseAt: MONDAY + 2 * DAY_MS,
    });
    expect(facts.respondedAt).toBeNull();
    expect(countOf(facts, "response_ended")).toBe(1);
    expect(countOf(facts, "resolution_ended")).toBe(1);
  });

  it("takes working time by its person's calendar", () => {
    const calendar = resolveCalendar(
      WorkCalendar.parse({ timeZone: "Europe/Berlin", hours: DEFAULT_CALENDAR.hours }),
      [],
    );
    const friday = Date.parse("2026-11-06T15:00:00Z");
    const monday = Date.parse("2026-11-09T09:00:00Z");
    const raw = rawCase({ messages: [sentMessage(friday)], firstResponseAt: monday });
    const facts = factsOf(raw, {
      zone: "Europe/Berlin",
      workingMs: (from, to) => workingMsBetween(from, to, calendar),
    });
    expect(facts.responseSeconds).toBe(66 * 3_600);
    expect(facts.responseWorkingSeconds).toBe(2 * 3_600);
    expect(countOf(facts, "response_time_business", `|email|${durationBucket(7_200)}`)).toBe(1);
  });

  it("in a holdout is compared from when its message would have left, and reported as not reached", () => {
    const ghost = rawMessage({
      status: "not_sent",
      code: "skip.holdout",
      request: { audience: "person", ghost: true },
      decidedAt: MONDAY + HOUR_MS,
    });
    const facts = factsIn({
      holdout: true,
      arms: { w1: "none" },
      messages: [ghost],
      status: "resolved",
      closedAt: MONDAY + 3 * HOUR_MS,
      closedByHuman: true,
    });
    expect(facts).toMatchObject({ arm: "w1=none", holdout: true, delivered: 0 });
    expect(facts.sentAt).toBe(MONDAY + HOUR_MS);
    expect(facts.responseSeconds).toBe(7_200);
    const counted = Object.keys(facts.tallies).map((key) => key.split("|")[0]);
    expect(counted.toSorted()).toEqual([
      "ghost",
      "opened",
      "resolved",
      "responded_unreached",
      "stage_entered",
      "stage_resolved",
      "stage_responded",
      "unattributed",
    ]);
  });

  it("in a holdout is written to where its topic is required, and then counts as others do", () => {
    const request = { audience: "person", ghost: true } as const;
    const facts = factsIn({ holdout: true, messages: [sentMessage(MONDAY, { request })] });
    expect(countOf(facts, "reached")).toBe(1);
    expect(countOf(facts, "delivered")).toBe(1);
    expect(countOf(facts, "ghost")).toBe(0);
  });

  it("names its arms in the order of their steps", () => {
    expect(factsIn({ arms: { other: "x", s2: "b", s1: "a" } }).arm).toBe("s1=a,s2=b,other=x");
  });

  it("put off to a day is promised, and not answered", () => {
    const facts = factsIn({ messages: [sentMessage(MONDAY)], promisedAt: MONDAY + HOUR_MS });
    expect(countOf(facts, "promised")).toBe(1);
    expect(countOf(facts, "responded")).toBe(0);
  });
});

describe("a due moment", () => {
  const dueAt = MONDAY + DAY_MS;
  const due = (given: Parameters<typeof factsIn>[0]) => factsIn({ dueAt, ...given });

  it("is met by a resolution at it, and missed by one after it", () => {
    const met = due({ status: "resolved", closedAt: dueAt });
    expect(countOf(met, "due_met", `||${minutes(dueAt)}`)).toBe(1);
    const missed = due({ status: "resolved", closedAt: dueAt + 1 });
    expect(countOf(missed, "due_missed", `||${minutes(dueAt)}`)).toBe(1);
  });

  it("is missed so far by what is open, and by what ended otherwise", () => {
    expect(countOf(due({}), "due_missed")).toBe(1);
    expect(countOf(due({ status: "canceled", closedAt: MONDAY }), "due_missed")).toBe(1);
  });

  it("has not passed before its last second", () => {
    const facts = due({ dueAt: dueAt + 1_000 });
    expect(countOf(facts, "due_missed", `||${minutes(dueAt) + 1}`)).toBe(1);
  });
});

describe("a dead end", () => {
  const unsent = (code: string, id = "m1") => rawMessage({ id, status: "not_sent", code });
  const isDead = (given: Parameters<typeof factsIn>[0]) => countOf(factsIn(given), "dead_end");

  it("is a case whose person has no way to be reached", () => {
    expect(isDead({ messages: [unsent("skip.no_address")] })).toBe(1);
    expect(isDead({ messages: [rawMessage({ status: "failed", code: "fail.bounced" })] })).toBe(1);
    expect(isDead({ status: "expired", closedAt: MONDAY })).toBe(1);
  });

  it("is none while something may arrive, when it has, or when there was no need", () => {
    const noAddress = unsent("skip.no_address", "m0");
    expect(isDead({ messages: [noAddress, rawMessage()] })).toBe(0);
    expect(isDead({ messages: [noAddress, sentMessage(MONDAY)] })).toBe(0);
    expect(isDead({ messages: [unsent("skip.responded")] })).toBe(0);
    expect(isDead({})).toBe(0);
  });
});

describe("any case", () => {
  const wall = { zone: "Europe/Berlin", workingMs: (from: number, to: number) => to - from };
  /** By stage, or by the message answered, a case may count more often; the heat's steps go down too. */
  const isOfStage = (measure: string) => measure.startsWith("stage_");

  it("counts at most once in a measure of cases, and once per stage in one of stages", () => {
    fc.assert(
      fc.property(anyRawCase, (raw) => {
        const facts = factsOf(raw, wall);
        const counted = new Map<string, number>();
        for (const { measure, stage, n } of sumsOf(facts)) {
          const name = isOfStage(measure) ? `${measure} ${stage}` : measure;
          counted.set(name, (counted.get(name) ?? 0) + n);
        }
        for (const [name, n] of counted) {
          const measure = name.split(" ")[0] ?? "";
          if ((CASE_MEASURES as readonly string[]).includes(measure)) expect(n, name).toBe(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("leaves each stage it entered in one way", () => {
    fc.assert(
      fc.property(anyRawCase, (raw) => {
        const facts = factsOf(raw, wall);
        const of = (measure: string, stage: string) => countOf(facts, measure, `${stage}||0`);
        const stages = sumsOf(facts).flatMap(({ measure, stage }) =>
          isOfStage(measure) ? [stage] : [],
        );
        for (const stage of stages) {
          const ways = ["passed", "here", "resolved", "ended"].map((way) =>
            of(`stage_${way}`, stage),
          );
          expect(ways.reduce((a, b) => a + b)).toBe(1);
          expect(of("stage_entered", stage)).toBe(1);
          expect(of("stage_responded", stage) + of("stage_unanswered", stage)).toBeLessThan(2);
        }
        expect(countOf(facts, "stage_here")).toBe(
          raw.status === "open" && stages.length > 0 ? 1 : 0,
        );
        expect(countOf(facts, "stage_passed") < Math.max(1, countOf(facts, "stage_entered"))).toBe(
          true,
        );
      }),
      { numRuns: 300 },
    );
  });

  it("is either open or over, in time or waiting, answered after a message or not", () => {
    fc.assert(
      fc.property(anyRawCase, (raw) => {
        const facts = factsOf(raw, wall);
        const sum = (...measures: string[]) =>
          measures.reduce((n, measure) => n + countOf(facts, measure), 0);
        expect(sum("open", "resolved", "canceled", "expired")).toBe(1);
        const reached = sum("reached");
        expect(sum("response_time", "response_ended", "response_waiting")).toBe(reached);
        expect(sum("resolution_time", "resolution_ended", "resolution_waiting")).toBe(reached);
        expect(sum("escalation_time", "escalation_ended", "escalation_waiting")).toBe(
          sum("escalated"),
        );
        expect(sum("response_time")).toBe(sum("responded"));
        expect(sum("answered_after", "unattributed")).toBe(sum("responded", "responded_unreached"));
        expect(sum("answered_exactly")).toBeLessThanOrEqual(sum("answered_after"));
        expect(sum("due_met", "due_missed")).toBe(raw.dueAt === null ? 0 : 1);
        expect(sum("escalated", "escalated_by_hand", "escalation_failed")).toBeLessThanOrEqual(1);
        expect(sum("reached", "dead_end")).toBeLessThanOrEqual(1);
        if (reached === 1) expect(facts.sentAt).not.toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it("has no more of its messages opened than could be seen to be, none delivered that was not sent", () => {
    fc.assert(
      fc.property(anyRawCase, (raw) => {
        const facts = factsOf(raw, wall);
        const n = (measure: string) => countOf(facts, measure);
        expect(n("delivered") + n("bounced")).toBe(n("sent"));
        expect(n("opened_human") + n("opened_machine")).toBeLessThanOrEqual(n("tracked"));
        for (const measure of ["tracked", "seen", "clicked", "replied"]) {
          expect(n(measure)).toBeLessThanOrEqual(n("delivered"));
        }
        expect(n("delivered")).toBe(facts.delivered);
        expect(n("opted_out")).toBe(facts.optedOut);
        expect(n("complained")).toBe(facts.complained);
        expect(n("sent") + n("failed") + n("unknown") + n("held") + n("ghost")).toBeLessThanOrEqual(
          raw.messages.length,
        );
        expect(MESSAGE_MEASURES).toContain("heat_wait_step");
      }),
      { numRuns: 300 },
    );
  });

  it("is awaited in the hour in which it responds, and in none less than not at all", () => {
    fc.assert(
      fc.property(anyRawCase, (raw) => {
        const cells = heatOf(sumsOf(factsOf(raw, wall)));
        expect(cells.every(({ responses, awaiting }) => awaiting >= responses)).toBe(true);
        expect(cells.every(({ responses }) => responses >= 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("has the same facts in whatever order its messages, what came back and its turns are read", () => {
    fc.assert(
      fc.property(anyRawCase, (raw) => {
        const backwards = {
          ...raw,
          messages: raw.messages.map((each) => ({ ...each, hits: each.hits.toReversed() })),
          turns: raw.turns.toReversed(),
        };
        backwards.messages.reverse();
        const facts = factsOf(raw, wall);
        expect(factsOf(backwards, wall)).toEqual(facts);
        for (const [key, n] of Object.entries(facts.tallies)) {
          expect(tallyKey(readTallyKey(key))).toBe(key);
          expect(Number.isInteger(n)).toBe(true);
          expect(Number.isInteger(readTallyKey(key).bucket)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("took as long in its tallies as in its columns, one percent aside", () => {
    fc.assert(
      fc.property(anyRawCase, (raw) => {
        const facts = factsOf(raw, wall);
        const tally = sumsOf(facts).find(({ measure }) => measure === "response_time");
        if (!tally || raw.holdout || raw.messages.some(({ request }) => request.ghost)) return;
        const seconds = facts.responseSeconds ?? Number.NaN;
        expect(Math.abs(secondsOfBucket(tally.bucket) - seconds)).toBeLessThanOrEqual(
          0.01005 * seconds,
        );
      }),
    );
  });
});

it("what lies further off than an integer of minutes or seconds counts at the last of them", () => {
  const opened = sentMessage(MONDAY);
  const dueAt = Date.UTC(9998, 0);
  const open = factsIn({ dueAt, messages: [opened] });
  expect(open.tallies["due_missed|||2147483647"]).toBe(1);
  const late = factsIn({
    status: "resolved",
    closedAt: dueAt,
    closedByHuman: true,
    messages: [opened],
  });
  expect(late.responseSeconds).toBe(2_147_483_647);
  expect(late.resolutionSeconds).toBe(2_147_483_647);
});

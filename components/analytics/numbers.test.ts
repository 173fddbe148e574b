import { describe, expect, it } from "vitest";
import { messagesFor } from "@/components/text/messages";
import { textOf } from "@/components/text/text";
import type { FunnelStage } from "@/core/contracts/analytics/funnel";
import type { Percentile } from "@/core/contracts/analytics/shapes";
import type { TrendPoint } from "@/core/contracts/analytics/trend";
import { kpiStrip } from "@/core/metrics/kpi-strip";
import { ratioOf } from "@/core/metrics/kpis";
import { lengthDelta, numberDelta, ratioDelta } from "./delta";
import { answeredAfterFinding, funnelFinding, timeFinding, trendFinding } from "./findings";
import { kpisShown } from "./kpis-shown";
import { sparkOf } from "./spark";

const en = { t: textOf(messagesFor("en-GB"), "en-GB"), locale: "en-GB" };
const de = { t: textOf(messagesFor("de-DE"), "de-DE"), locale: "de-DE" };

const HOUR = 3_600;
const waitOf = (hours: number, spread = 1): Percentile => ({
  seconds: hours * HOUR,
  low: (hours - spread) * HOUR,
  high: (hours + spread) * HOUR,
  why: null,
  beyond: null,
});
const none = (why: Percentile["why"], beyond: number | null = null): Percentile => ({
  seconds: null,
  low: null,
  high: null,
  why,
  beyond,
});

describe("a finding", () => {
  it("says how long the median case waits, or why that is not known", () => {
    expect(timeFinding(waitOf(9), en)).toBe("Half of the cases get an answer within 9 hrs");
    expect(timeFinding(none("not_reached", 48 * HOUR), en)).toBe(
      "Fewer than half of the cases have an answer after 2 days",
    );
    expect(timeFinding(none("too_few"), en)).toBe("Too few answers to say how long they take");
    expect(timeFinding(waitOf(9), de)).toContain("innerhalb von 9 Std.");
  });

  it("names the stage most answers come in", () => {
    const stage = (name: string, responded: number) => ({ name, responded }) as FunnelStage;
    const stages = [stage("Initial", 12), stage("Reminder", 45)];
    expect(funnelFinding({ stages, opened: 200 }, en)).toBe(
      "Most answers come in Reminder: 45 of 57",
    );
    expect(funnelFinding({ stages: [], opened: 1 }, en)).toBe("No answers so far in 1 case");
  });

  it("counts what was answered of what was opened", () => {
    const points = [point({ opened: 1_200, responded: 800 }), point({ opened: 34, responded: 1 })];
    expect(trendFinding({ points }, en)).toBe("801 of 1,234 cases are answered so far");
    expect(trendFinding({ points: [point({ opened: 3 })] }, en)).toBe(
      "3 cases opened, none answered so far",
    );
  });

  it("names the message that most answers follow", () => {
    const row = (place: number, channel: string, n: number) => ({
      ...{ stage: "s", channel, place, n },
      exact: 0,
    });
    const answeredAfter = [row(1, "email", 8), row(2, "email", 5), row(2, "sms", 6)];
    expect(answeredAfterFinding({ answeredAfter, unattributed: 1 }, en)).toBe(
      "Most answers follow the 2nd message: 11 of 20",
    );
    expect(answeredAfterFinding({ answeredAfter, unattributed: 1 }, de)).toBe(
      "Die meisten Antworten folgen auf die 2. Nachricht: 11 von 20",
    );
    expect(answeredAfterFinding({ answeredAfter: [], unattributed: 3 }, en)).toBe(
      "No answer follows a message so far",
    );
  });
});

describe("what stands beside a number", () => {
  it("is better or worse by which way is the good one, and may be chance", () => {
    expect(ratioDelta(ratioOf(800, 1_000), ratioOf(700, 1_000), "up", en)).toEqual({
      direction: "up",
      words: "10 points higher",
      verdict: "better",
      maybeChance: false,
    });
    expect(ratioDelta(ratioOf(300, 1_000), ratioOf(200, 1_000), "down", en)?.verdict).toBe("worse");
    expect(ratioDelta(ratioOf(16, 20), ratioOf(15, 20), "up", en)?.maybeChance).toBe(true);
    expect(ratioDelta(ratioOf(12, 19), ratioOf(700, 1_000), "up", en)).toBeNull();
  });

  it("is a length for lengths, where less is better", () => {
    expect(lengthDelta(waitOf(9), waitOf(14), en)).toEqual({
      direction: "down",
      words: "5 hrs shorter",
      verdict: "better",
      maybeChance: false,
    });
    expect(lengthDelta(waitOf(9, 3), waitOf(10, 3), en)?.maybeChance).toBe(true);
    expect(lengthDelta(waitOf(9), none("too_few"), en)).toBeNull();
    expect(numberDelta(2.04, 2, "down", en)?.words).toBe("the same");
  });
});

describe("a course in small", () => {
  const answered = ({ responded, reached }: TrendPoint) => ({ n: responded, of: reached });

  it("has at most 30 values, none of fewer than 20, and is nothing of fewer than two", () => {
    const year = Array.from({ length: 364 }, () => point({ reached: 10, responded: 5 }));
    const values = sparkOf(year, answered);
    expect(values.length).toBeLessThanOrEqual(30);
    expect(new Set(values)).toEqual(new Set([0.5]));
    const few = [point({ reached: 19 }), point({ reached: 40, responded: 10 })];
    expect(sparkOf(few, answered)).toEqual([]);
    expect(sparkOf([...few, point({ reached: 20, responded: 20 })], answered)).toEqual([
      null,
      0.25,
      1,
    ]);
  });
});

describe("the strip", () => {
  const kpis = kpiStrip(
    [
      ["opened", 30],
      ["reached", 12],
      ["responded", 7],
      ["tracked", 100],
      ["opened_human", 20],
      ["opened_machine", 60],
      ["delivered", 100],
      ["sent", 104],
    ].map(tallied),
    { response: [], responseWorking: [], resolution: [] },
  );
  const shown = kpisShown({
    summary: { kpis, compared: null },
    points: [],
    href: ({ measure }) => `/${measure}`,
    ...en,
  });
  const of = (id: string) => shown.find((kpi) => kpi.id === id);

  it("shows a rate of 12 as a count that says so", () => {
    expect(of("response")).toMatchObject({
      value: "7",
      isFew: true,
      notes: ["7 of 12", "too few for a rate"],
      definition: { figures: { counted: "7", of: "12" }, cases: "/responded" },
    });
    expect(of("delivery")).toMatchObject({ value: "96%", isFew: false, notes: ["100 of 104"] });
  });

  it("puts bounds beside opens, and dims them where little can be observed", () => {
    expect(of("opens")).toMatchObject({
      value: "50%",
      isDim: true,
      notes: [
        "20 of 40",
        "between 20% and 80%",
        "40% can be observed",
        "Little can be observed, so the rate means little.",
      ],
    });
  });

  it("holds what grows with time only against cases as old; delivery and the median at any age", () => {
    const old = kpiStrip(
      [
        ["opened", 400],
        ["reached", 400],
        ["responded", 300],
        ["due_met", 90],
        ["due_missed", 10],
        ["escalated", 20],
        ["escalation_decided", 400],
        ["resolved", 300],
        ["tracked", 400],
        ["opened_human", 300],
        ["delivered", 400],
        ["sent", 400],
      ].map(tallied),
      { response: [{ x: 3_600, events: 100, censored: 0 }], responseWorking: [], resolution: [] },
    );
    const deltas = (isAsMature: boolean) =>
      kpisShown({
        summary: { kpis: old, compared: { from: "", to: "", isAsMature, kpis: old } },
        points: [],
        href: ({ measure }) => `/${measure}`,
        ...en,
      }).map(({ id, delta }) => [id, typeof delta === "string" ? delta : delta?.words]);
    const young = deltas(false);
    expect(young.filter(([, words]) => words === "the same").map(([id]) => id)).toEqual([
      "median",
      "delivery",
    ]);
    expect(young.filter(([, words]) => words === "younger")).toHaveLength(6);
    expect(new Set(deltas(true).map(([, words]) => words))).toEqual(new Set(["the same"]));
  });

  it("draws the course of escalations of the cases that its rate is of", () => {
    const points = [
      point({ opened: 100, escalated: 10, escalationDecided: 20 }),
      point({ opened: 100, escalated: 5, escalationDecided: 20 }),
    ];
    const [drawn] = kpisShown({
      summary: { kpis, compared: null },
      points,
      href: ({ measure }) => `/${measure}`,
      ...en,
    }).filter(({ id }) => id === "escalation");
    expect(drawn?.spark).toEqual([0.5, 0.25]);
  });

  it("has eight numbers", () => {
    expect(shown.map(({ id }) => id)).toEqual([
      "onTime",
      "response",
      "median",
      "escalation",
      "perResolved",
      "delivery",
      "opens",
      "optOuts",
    ]);
  });
});

function tallied([measure, n]: (string | number)[]) {
  return { measure: String(measure), stage: "", channel: "", bucket: 0, n: Number(n) };
}

function point(some: Partial<TrendPoint>): TrendPoint {
  return {
    at: "2026-11-23",
    opened: 0,
    reached: 0,
    responded: 0,
    resolved: 0,
    escalated: 0,
    escalationDecided: 0,
    open: 0,
    dueMet: 0,
    duePassed: 0,
    delivered: 0,
    optedOut: 0,
    ...some,
  };
}

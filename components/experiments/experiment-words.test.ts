import { describe, expect, test } from "vitest";
import { messagesFor } from "@/components/text/messages";
import { textOf } from "@/components/text/text";
import type { Experiment } from "@/core/contracts/analytics/experiments";
import { decisionText, guardrailText, limitsText, resultText } from "./experiment-words";

const arm = (name: string, changes: object = {}) => ({
  name,
  isHoldout: false,
  people: 40,
  cases: 40,
  pending: 0,
  counted: 40,
  had: 10,
  rate: { value: 0.25, low: 0.14, high: 0.4 },
  optedOut: 0,
  complained: 0,
  escalated: 0,
  delivered: 80,
  resolved: 10,
  messagesPerResolution: 8,
  ...changes,
});
const against = (name: string, verdict: Experiment["comparisons"][number]["verdict"]) => ({
  arm: name,
  always: { value: 0.042, low: -0.01, high: 0.094 },
  fixed: null,
  lift: null,
  guardrails: [],
  verdict,
});
const experiment = (changes: Partial<Experiment> = {}): Experiment => ({
  step: "tone",
  title: null,
  isLive: true,
  control: "Soft",
  arms: [arm("Soft"), arm("Hard"), arm("holdout", { isHoldout: true })],
  isRatioOff: false,
  ratioP: 0.5,
  crossed: 0,
  planned: 1_000,
  missing: null,
  comparisons: [against("Hard", "open"), against("holdout", "worse")],
  winner: null,
  ...changes,
});
const said = { t: textOf(messagesFor("en"), "en"), locale: "en", metric: "response" } as const;

describe("an experiment in words", () => {
  test("the decision names the winner, or why there is none", () => {
    const decision = (changes: Partial<Experiment> = {}) => decisionText(experiment(changes), said);
    expect(decision()).toBe("Not decided yet.");
    expect(decision({ winner: "Hard" })).toBe("Hard is better than Soft, and breaks no guardrail.");
    expect(decision({ winner: "Soft" })).toBe("No arm does better than Soft: keep it.");
    expect(decision({ comparisons: [against("Hard", "breaks_guardrail")] })).toContain("no winner");
    expect(decision({ comparisons: [against("holdout", "worse")] })).toBe(
      "Without a message is worse than Soft.",
    );
    expect(decision({ comparisons: [against("Hard", "too_few")] })).toContain("20 cases");
  });

  test("differences are points, or hours, with their limits", () => {
    const limits = { value: 0.042, low: -0.01, high: 0.094 };
    expect(limitsText(limits, said)).toBe("+4.2 points (-1.0 to +9.4)");
    const hours = { value: 12.5, low: 2, high: 23 };
    expect(limitsText(hours, { ...said, metric: "hours" })).toBe(
      "+12.5 hours saved (+2.0 to +23.0)",
    );
  });

  test("a share stands with what it is of, few cases as their count, young ones apart", () => {
    expect(resultText(arm("A"), said)).toBe("25% · 10 of 40");
    expect(resultText(arm("A", { rate: null, counted: 12, had: 3, pending: 5 }), said)).toBe(
      "3 of 12 · 5 pending",
    );
  });

  test("a guardrail that is broken is named", () => {
    const broken = { of: "opted_out", difference: null, isBroken: true } as const;
    const found = { ...against("Hard", "breaks_guardrail"), guardrails: [broken] };
    expect(guardrailText(found, said)).toBe("worse: opt-outs");
    expect(guardrailText(against("Hard", "open"), said)).toBe("too few to tell");
  });
});

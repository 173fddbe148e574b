import { expect, test } from "vitest";
import type { Effect } from "@/core/case/effect";
import { newCase } from "@/core/case/opening";
import { caseTypes } from "./case-types";

const logs = (...codes: string[]): Effect[] =>
  codes.map((code) => ({ type: "log", decision: { code } }));
const state = newCase(0, null);
const of = (codes: string[], isNew = false, over: Partial<typeof state> = {}) =>
  caseTypes({ isNew, state: { ...state, ...over }, effects: logs(...codes) });

test("an answer that resolves is told as both, in that order", () => {
  expect(of(["response.received", "case.resolved"])).toEqual(["case.responded", "case.resolved"]);
});

test("steps in between, notes and holds are nobody's business", () => {
  expect(of(["wait.started", "case.note", "held.missing_due", "case.replanned"])).toEqual([]);
});

test("each level of an escalation is told, and who takes it on", () => {
  expect(of(["esc.started", "esc.skipped_unavailable", "esc.level_up", "esc.ack"])).toEqual([
    "case.escalated",
    "case.escalated",
    "case.acknowledged",
  ]);
});

test("whoever takes a case over has taken it on; handing it over is told once it is taken on", () => {
  expect(of(["case.taken_over"])).toEqual(["case.acknowledged"]);
  expect(of(["case.handed_over", "esc.told"])).toEqual([]);
});

test("a case that is born resolved was opened, answered and resolved", () => {
  const born = of(["case.opened", "case.opened_resolved"], true, {
    status: "resolved",
    firstResponseAt: 1,
  });
  expect(born).toEqual(["case.opened", "case.responded", "case.resolved"]);
});

test("an early answer that resolves nothing is told with the opening", () => {
  expect(of(["case.opened", "wait.started"], true, { firstResponseAt: 1 })).toEqual([
    "case.opened",
    "case.responded",
  ]);
});

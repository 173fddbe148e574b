import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS, toRfc3339 } from "@/core/time";
import {
  ana,
  codes,
  lena,
  mail,
  mara,
  messages,
  open,
  paramsOf,
  START,
  sent,
  until,
  wait,
} from "../example-case";
import { exampleFacts } from "../example-facts";
import { happen, runOut, tick } from "../memory-engine";
import { plan } from "../plan";
import { simulate } from "../simulate";
import type { Actor } from "../state";

const max: Actor = { kind: "person", id: "max", name: "Max" };
const level = (person: string, more: Record<string, unknown> = {}) => ({
  targets: [{ person }],
  channels: [{ email: "esc" }],
  acknowledgeWithin: "PT30M",
  ...more,
});
const escalate = (more: Record<string, unknown> = {}) => ({
  id: "e",
  kind: "escalate",
  levels: [level("max"), level("boss")],
  acknowledgementTimeout: { after: "PT4H" },
  ...more,
});

describe("acknowledged and not resolved in time", () => {
  it("starts over at level 1, tells the acknowledger beside it, and then goes on with the same wait", () => {
    const matter = open({ steps: [escalate(), wait("w", "P1D"), mail("after")] });
    happen(matter, { type: "acknowledged", at: START + HOUR_MS / 4, by: lena });
    const waits = { ...matter.state.memory };
    expect(matter.state).toMatchObject({ step: "w", nextActionAt: START + 4.25 * HOUR_MS });
    until(matter, START + 4.25 * HOUR_MS);
    expect(matter.state).toMatchObject({
      step: "e",
      level: 1,
      waitingFor: "acknowledgement",
      acknowledgedAt: null,
      owner: { personId: "max" },
    });
    expect(sent(matter)).toEqual(["e email max", "e email max", "e email lena"]);
    expect(paramsOf(matter, "esc.ack_timeout")).toEqual({ after: "PT4H", by: "Lena Example" });
    happen(matter, { type: "acknowledged", at: START + 4.5 * HOUR_MS, by: max });
    const { since, until: end } = matter.state.memory;
    expect({ since, until: end }).toEqual({ since: waits.since, until: waits.until });
    expect(codes(matter).filter((code) => code === "wait.started")).toHaveLength(1);
    happen(matter, { type: "resolved", at: START + 5 * HOUR_MS, by: ana });
    expect(matter.state.memory.acknowledgementEnd).toBeUndefined();
    runOut(matter);
    expect(sent(matter)).not.toContain("after email mara");
  });

  it("climbs as before when nobody takes it again, then goes on where it was", () => {
    const matter = open({ steps: [escalate(), wait("w", "P1D"), mail("after")] });
    happen(matter, { type: "acknowledged", at: START, by: lena });
    until(matter, START + 6 * HOUR_MS);
    expect(sent(matter)).toEqual(["e email max", "e email max", "e email lena", "e email boss"]);
    expect(matter.state).toMatchObject({ step: "w", nextActionAt: START + DAY_MS });
    runOut(matter);
    expect(sent(matter).at(-1)).toBe("after email mara");
  });

  it("the last wait for a resolution counts from the first acknowledgement if nobody takes it again", () => {
    const matter = open({ steps: [escalate()], dueAt: null });
    happen(matter, { type: "acknowledged", at: START, by: lena });
    until(matter, START + DAY_MS);
    expect(matter.state).toMatchObject({ status: "open", nextActionAt: START + 30 * DAY_MS });
  });

  it("does not fire during a snooze, but at its end", () => {
    const matter = open({ steps: [escalate(), wait("w", "P9D")] });
    happen(matter, { type: "acknowledged", at: START, by: lena });
    happen(matter, { type: "snoozed", at: START, by: ana, until: START + DAY_MS });
    expect(matter.state.nextActionAt).toBe(START + DAY_MS);
    tick(matter);
    tick(matter);
    expect(matter.state).toMatchObject({ step: "e", waitingFor: "acknowledgement" });
  });

  it("counts working hours where it says so", () => {
    const rule = { after: "PT4H", clock: "working_hours" };
    const friday = Date.UTC(2026, 10, 27, 15);
    const held = open({
      steps: [wait("v", "P3DT5H48M"), escalate({ acknowledgementTimeout: rule }), wait("w", "P9D")],
    });
    until(held, friday);
    happen(held, { type: "acknowledged", at: friday, by: lena });
    expect(toRfc3339(held.state.nextActionAt ?? 0)).toBe("2026-11-30T11:00:00.000Z");
  });

  it("is forgotten when another escalation begins", () => {
    const second = {
      ...escalate({ levels: [level("boss")] }),
      id: "e2",
      acknowledgementTimeout: undefined,
    };
    const matter = open({ steps: [escalate(), wait("w", "PT1H"), second, wait("v", "P9D")] });
    happen(matter, { type: "acknowledged", at: START, by: lena });
    until(matter, START + HOUR_MS);
    expect(matter.state).toMatchObject({ step: "e2" });
    expect(matter.state.memory.acknowledgementEnd).toBeUndefined();
  });

  it("an answer to a call that it interrupted is not lost", () => {
    const call = { id: "c", kind: "call", url: "https://crm.example.com/x", saveAs: "crm" };
    const steps = [
      escalate({ acknowledgementTimeout: { after: "PT30S" } }),
      call,
      wait("w", "P1D"),
    ];
    const matter = open({ steps });
    happen(matter, { type: "acknowledged", at: START, by: lena });
    until(matter, START + 30_000);
    expect(matter.state.step).toBe("e");
    happen(matter, { type: "call_answered", at: START + 31_000, step: "c", ok: true, answer: 7 });
    happen(matter, { type: "acknowledged", at: START + MINUTE_MS, by: max });
    expect(matter.state).toMatchObject({ step: "w", memory: { saved: { crm: 7 } } });
  });

  it("a call that was answered meanwhile is not made again by another version", () => {
    const call = { id: "c", kind: "call", url: "https://crm.example.com/x" };
    const timeout = { acknowledgementTimeout: { after: "PT30S" } };
    const matter = open({ steps: [escalate(timeout), call, wait("w", "P1D")] });
    happen(matter, { type: "acknowledged", at: START, by: lena });
    until(matter, START + 30_000);
    happen(matter, { type: "call_answered", at: START + 31_000, step: "c", ok: true, answer: 7 });
    const next = open({ steps: [mail("m"), escalate(timeout), call, wait("w", "P1D")] });
    matter.program = next.program;
    const move = { type: "moved_to_version", by: ana, version: 2, landing: 1 } as const;
    happen(matter, { ...move, at: START + 40_000 });
    expect(matter.state).toMatchObject({ step: "e", waitingFor: "acknowledgement" });
    happen(matter, { type: "acknowledged", at: START + MINUTE_MS, by: max });
    expect(matter.state.step).toBe("w");
    expect(codes(matter).filter((code) => code === "call.started")).toHaveLength(1);
  });

  it("who takes the case over gets the whole time", () => {
    const matter = open({ steps: [escalate(), wait("w", "P9D")] });
    happen(matter, { type: "acknowledged", at: START, by: lena });
    happen(matter, { type: "taken_over", at: START + 3 * HOUR_MS, by: max });
    expect(matter.state).toMatchObject({
      owner: { personId: "max" },
      acknowledgedBy: "max",
      nextActionAt: START + 7 * HOUR_MS,
    });
    expect(matter.state.memory.acknowledgementEnd?.by).toBe("max");
  });
});

it("a policy that is edited or deleted while a case climbs counts for later climbs only", () => {
  const facts = exampleFacts();
  const steps = [{ id: "e", kind: "escalate", policy: "takers" }, wait("w", "P9D")];
  const matter = open({ steps, facts });
  matter.facts = { ...facts, workspace: { ...facts.workspace, policies: new Map() } };
  happen(matter, { type: "acknowledged", at: START + HOUR_MS, by: max });
  until(matter, START + 25 * HOUR_MS);
  expect(matter.state).toMatchObject({ step: "e", level: 1, owner: { personId: "lena" } });
  expect(messages(matter).at(-1)?.personId).toBe("max");
  happen(matter, {
    type: "responded",
    at: matter.now,
    by: mara,
    kind: "action",
    name: "x",
    resolves: true,
  });
  expect(matter.state.memory.climb).toBeUndefined();
});

it("the plan and the preview know that it starts over: nobody resolves, then nobody answers", () => {
  const matter = open({ steps: [escalate(), wait("w", "P1D"), mail("after")] });
  happen(matter, { type: "acknowledged", at: START, by: lena });
  const planned = plan(matter.program, matter.state, matter.facts, START);
  expect(
    planned.filter(({ kind }) => kind === "send").map(({ at, personId }) => [at, personId]),
  ).toEqual([
    [START + 4 * HOUR_MS, "max"],
    [START + 4 * HOUR_MS, "lena"],
    [START + 4.5 * HOUR_MS, "boss"],
    [START + DAY_MS, "mara"],
  ]);
  const behaviours = [{ at: { level: 1, after: "PT10M" }, do: "acknowledge" as const }];
  const { entries } = simulate(matter.program, {
    facts: matter.facts,
    scenario: { behaviours },
    from: START,
    dueAt: null,
  });
  const decided = entries.flatMap((entry) =>
    entry.kind === "decision" ? [entry.decision.code] : [],
  );
  expect(decided.filter((code) => code.startsWith("esc."))).toEqual([
    "esc.started",
    "esc.ack",
    "esc.ack_timeout",
    "esc.started",
    "esc.level_up",
    "esc.exhausted",
  ]);
});

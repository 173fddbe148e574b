import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/core/time";
import {
  ana,
  codes,
  lena,
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
import { happen } from "../memory-engine";
import type { Actor } from "../state";

const max: Actor = { kind: "person", id: "max", name: "Max" };
const level = (person: string) => ({
  targets: [{ person }],
  channels: [{ email: "esc" }],
  acknowledgeWithin: "PT1H",
});
const escalate = { id: "e", kind: "escalate", levels: [level("max"), level("boss")] };

describe("acknowledge", () => {
  it("the first has it; the second is told who, and the first once more changes nothing", () => {
    const matter = open({ steps: [escalate, wait("w", "P9D")] });
    happen(matter, { type: "acknowledged", at: START + MINUTE_MS, by: lena });
    const second = happen(matter, { type: "acknowledged", at: START + 2 * MINUTE_MS, by: max });
    expect(second.refused).toEqual({
      code: "already_acknowledged",
      params: { by: "lena", at: START + MINUTE_MS },
    });
    const again = happen(matter, { type: "acknowledged", at: START + 3 * MINUTE_MS, by: lena });
    expect(again).toMatchObject({ refused: null, effects: [] });
    expect(matter.state.owner).toEqual({ personId: "lena" });
  });
});

describe("take over", () => {
  it("makes it theirs, whoever had it; once more changes nothing", () => {
    const matter = open({ steps: [escalate, wait("w", "P9D")] });
    happen(matter, { type: "taken_over", at: START, by: lena });
    expect(matter.state).toMatchObject({ step: "w", owner: { personId: "lena" } });
    happen(matter, { type: "taken_over", at: START + 1, by: max });
    expect(matter.state).toMatchObject({ acknowledgedBy: "max", owner: { personId: "max" } });
    expect(paramsOf(matter, "case.taken_over")).toMatchObject({ from: { personId: "max" } });
    expect(happen(matter, { type: "taken_over", at: START + 2, by: max }).effects).toEqual([]);
  });

  it("answers no later escalation", () => {
    const again = { ...escalate, id: "e2" };
    const matter = open({ steps: [escalate, wait("w", "P1D"), again] });
    happen(matter, { type: "acknowledged", at: START, by: lena });
    happen(matter, { type: "taken_over", at: START + HOUR_MS, by: max });
    until(matter, START + DAY_MS);
    expect(matter.state).toMatchObject({ step: "e2", waitingFor: "acknowledgement" });
  });
});

describe("hand over", () => {
  it("tells them as the level does and waits for them; then climbs on", () => {
    const matter = open({ steps: [escalate, wait("w", "P9D")] });
    happen(matter, {
      type: "handed_over",
      at: START + MINUTE_MS,
      by: max,
      to: { personId: "rita" },
    });
    expect(messages(matter).at(-1)).toMatchObject({
      personId: "rita",
      template: "esc",
      request: { audience: "escalation", level: 1, because: { code: "case.handed_over" } },
    });
    expect(matter.state).toMatchObject({
      owner: { personId: "rita" },
      level: 1,
      nextActionAt: START + MINUTE_MS + HOUR_MS,
    });
    until(matter, START + 2 * HOUR_MS);
    expect(sent(matter)).toEqual(["e email max", "e email rita", "e email boss"]);
  });

  it("after an acknowledgement: the flow goes on with the wait it stood at", () => {
    const matter = open({ steps: [escalate, wait("w", "P9D")] });
    happen(matter, { type: "acknowledged", at: START, by: max });
    const { until: end } = matter.state.memory;
    happen(matter, { type: "handed_over", at: START + HOUR_MS, by: max, to: { team: "billing" } });
    expect(matter.state).toMatchObject({
      step: "e",
      owner: { team: "billing" },
      acknowledgedBy: null,
    });
    happen(matter, { type: "acknowledged", at: START + 1.5 * HOUR_MS, by: lena });
    expect(matter.state).toMatchObject({ step: "w", owner: { personId: "lena" } });
    expect(matter.state.memory.until).toBe(end);
  });

  it("is refused where nobody is there, and where the workflow has no escalation", () => {
    const matter = open({ steps: [escalate] });
    const to = { personId: "pia" };
    expect(happen(matter, { type: "handed_over", at: START, by: ana, to }).refused).toEqual({
      code: "nobody_there",
      params: { target: "Pia Example", why: "absent" },
    });
    const none = open({ steps: [wait("w", "P9D")] });
    const event = { type: "handed_over", at: START, by: ana, to: { personId: "max" } } as const;
    expect(happen(none, event).refused?.code).toBe("no_escalation");
  });
});

describe("escalate now", () => {
  it("pressed for a turn that is over changes nothing, even on the same level of another round", () => {
    const steps = [{ ...escalate, levels: [level("max")], repeat: { toLevel: 1, timesMax: 2 } }];
    const matter = open({ steps });
    const visit = messages(matter)[0]?.visit ?? -1;
    const press = { type: "escalated_now", at: START, by: max, expectedVisit: visit } as const;
    expect(happen(matter, { ...press, expectedLevel: 1 }).refused).toBeNull();
    expect(matter.state.level).toBe(1);
    expect(happen(matter, { ...press, expectedLevel: 1 }).refused).toMatchObject({
      code: "level_changed",
      params: { level: 1, owner: { personId: "max" }, at: START },
    });
  });

  it("of a policy that is gone is refused, and whoever has the case keeps it", () => {
    const facts = exampleFacts();
    const steps = [{ id: "e", kind: "escalate", policy: "billing-leads" }, wait("w", "P9D")];
    const matter = open({ steps, facts });
    happen(matter, { type: "acknowledged", at: START, by: lena });
    matter.facts = { ...facts, workspace: { ...facts.workspace, policies: new Map() } };
    const press = { type: "escalated_now", at: START + HOUR_MS, by: max } as const;
    expect(happen(matter, press).refused?.code).toBe("no_escalation");
    expect(matter.state).toMatchObject({ step: "w", acknowledgedBy: "lena" });
  });

  it("that finds nobody is refused, and whoever has the case keeps it", () => {
    const matter = open({ steps: [escalate, wait("w", "P9D")] });
    happen(matter, { type: "acknowledged", at: START, by: lena });
    matter.facts = { ...matter.facts, people: new Map() };
    const before = structuredClone(matter.state);
    const press = { type: "escalated_now", at: START + HOUR_MS, by: mara } as const;
    const { refused, effects } = happen(matter, press);
    expect(refused).toMatchObject({ code: "nobody_there", params: { why: "unknown_person" } });
    expect(effects).toEqual([]);
    expect(matter.state).toEqual(before);
  });

  it("with nobody above the level it stands at is refused, and the level keeps its time", () => {
    const matter = open({ steps: [{ ...escalate, levels: [level("max")] }, wait("w", "P9D")] });
    const before = structuredClone(matter.state);
    const press = { type: "escalated_now", at: START + MINUTE_MS, by: mara } as const;
    expect(happen(matter, press).refused).toEqual({
      code: "nobody_there",
      params: { target: "", why: "no_level" },
    });
    expect(matter.state).toEqual(before);
  });

  it("an escalation that lies behind is gone back to only for that", () => {
    const matter = open({ steps: [escalate, wait("w", "P9D")] });
    happen(matter, { type: "acknowledged", at: START, by: max });
    const { until: end } = matter.state.memory;
    happen(matter, { type: "escalated_now", at: START + HOUR_MS, by: mara });
    expect(matter.state).toMatchObject({ step: "e", level: 1 });
    happen(matter, { type: "acknowledged", at: START + HOUR_MS, by: lena });
    expect(matter.state).toMatchObject({ step: "w" });
    expect(matter.state.memory.until).toBe(end);
    expect(codes(matter)).toContain("esc.by_hand");
  });
});

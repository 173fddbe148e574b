import { describe, expect, it } from "vitest";
import { HOUR_MS, MINUTE_MS } from "@/core/time";
import { ana, codes, messages, open, paramsOf, START, until, wait } from "../example-case";
import { exampleFacts, examplePerson } from "../example-facts";
import { happen } from "../memory-engine";
import type { Actor } from "../state";

const person = (id: string): Actor => ({ kind: "person", id, name: id });
const steps = [
  {
    id: "e",
    kind: "escalate",
    levels: [
      {
        targets: [{ person: "max" }, { person: "noel" }, { person: "rob" }],
        channels: [{ email: "esc" }],
        acknowledgeWithin: "PT1H",
        everyone: true,
      },
      {
        targets: [{ manager: "owner" }, { person: "max" }],
        channels: [{ email: "esc" }],
        acknowledgeWithin: "PT1H",
      },
    ],
  },
  wait("w", "P9D"),
];
const facts = () => {
  const base = exampleFacts();
  const others = [
    examplePerson("noel", { managerId: "lena" }),
    examplePerson("rob", { managerId: "rita" }),
  ];
  const people = new Map([...base.people, ...others.map((one) => [one.id, one] as const)]);
  return { ...base, people };
};

describe("everyone must acknowledge", () => {
  it("three of three: ends when the last one does; the first of them has it", () => {
    const matter = open({ steps, facts: facts() });
    happen(matter, { type: "acknowledged", at: START, by: person("noel") });
    happen(matter, { type: "acknowledged", at: START, by: person("max") });
    expect(matter.state).toMatchObject({ step: "e", acknowledgedAt: null });
    expect(paramsOf(matter, "esc.ack_partly")?.left).toEqual(["Max Example", "Rob Example"]);
    happen(matter, { type: "acknowledged", at: START + MINUTE_MS, by: person("rob") });
    expect(matter.state).toMatchObject({
      step: "w",
      acknowledgedBy: "rob",
      owner: { personId: "noel" },
    });
  });

  it("two of three: climbs for the third only, and who has acknowledged is not told again", () => {
    const matter = open({ steps, facts: facts() });
    happen(matter, { type: "acknowledged", at: START, by: person("max") });
    happen(matter, { type: "acknowledged", at: START, by: person("noel") });
    until(matter, START + HOUR_MS);
    const second = messages(matter).filter(({ request }) => request.level === 2);
    expect(second.map(({ personId }) => personId)).toEqual(["rita"]);
    happen(matter, { type: "acknowledged", at: START + HOUR_MS, by: person("rob") });
    expect(matter.state.step).toBe("w");
  });

  it("whoever has acknowledged is neither told again nor missing at the next level", () => {
    const matter = open({ steps, facts: facts() });
    happen(matter, { type: "acknowledged", at: START, by: person("max") });
    until(matter, START + HOUR_MS);
    expect(codes(matter)).not.toContain("esc.skipped_unavailable");
    const told = [...matter.turns.values()].filter(({ told }) => told.level === 2);
    expect(told.flatMap(({ told }) => told.targets)).toEqual([
      expect.objectContaining({ target: "manager:owner/1", why: null }),
    ]);
  });

  it("somebody of the next level acknowledges for all who had not", () => {
    const matter = open({ steps, facts: facts() });
    until(matter, START + HOUR_MS);
    happen(matter, { type: "acknowledged", at: START + HOUR_MS, by: person("rita") });
    expect(matter.state).toMatchObject({ step: "w", owner: { personId: "rita" } });
  });

  it("the same person twice counts once", () => {
    const matter = open({ steps, facts: facts() });
    happen(matter, { type: "acknowledged", at: START, by: person("max") });
    const again = happen(matter, { type: "acknowledged", at: START, by: person("max") });
    expect(again).toMatchObject({ refused: null, effects: [] });
    expect(matter.state.step).toBe("e");
  });

  it("an operator acknowledges for all", () => {
    const matter = open({ steps, facts: facts() });
    happen(matter, { type: "acknowledged", at: START, by: ana });
    expect(matter.state.step).toBe("w");
    expect(codes(matter)).toContain("esc.ack");
  });

  it("until resolved: all of three have it and nobody resolves: each is told and asked again", () => {
    const people = ["max", "noel", "rob"];
    const level = { targets: people.map((id) => ({ person: id })), channels: [{ email: "esc" }] };
    const levels = [{ ...level, acknowledgeWithin: "PT1H", everyone: true, until: "resolved" }];
    const again = { id: "e", kind: "escalate", levels, repeat: { toLevel: 1, timesMax: 1 } };
    const matter = open({ steps: [again, wait("w", "P9D")], facts: facts() });
    for (const id of people) happen(matter, { type: "acknowledged", at: START, by: person(id) });
    until(matter, START + HOUR_MS);
    expect(messages(matter).map(({ personId }) => personId)).toEqual([...people, ...people]);
    expect(matter.state.acknowledgedAt).toBeNull();
    for (const id of people) {
      happen(matter, { type: "acknowledged", at: matter.now, by: person(id) });
    }
    expect(matter.state).toMatchObject({ step: "e", acknowledgedBy: "rob" });
  });
});

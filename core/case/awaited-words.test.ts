import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "@/core/time";
import { Definition } from "@/core/workflow/definition";
import { exampleSimulationFacts } from "./example-simulation-facts";
import { runScenario } from "./run-scenario";
import { ScenarioTest } from "./scenario-test";

const START = Date.UTC(2026, 10, 24, 9, 12);
const content = { subject: "Plan", body: "{{ person.attributes.plan | upcase | hold }}" };

const simulated = (...later: object[]) => {
  const definition = Definition.parse({
    schema: 1,
    purpose: "reminder",
    topic: "tasks",
    subject: "A matter",
    stages: [
      {
        id: "a",
        name: "A",
        steps: [
          { id: "s1", kind: "send", channels: [{ email: "waits" }] },
          { id: "w1", kind: "wait", for: "P2D" },
          ...later,
          { id: "w2", kind: "wait", for: "P2D" },
        ],
      },
    ],
  });
  const asked = ScenarioTest.parse({
    key: "k",
    name: "k",
    person: { id: "mara" },
    data: { id: "1" },
    startAt: "2026-11-24T09:12:00Z",
    scenario: {},
  });
  const templates = new Map([["waits", { content }]]);
  return runScenario(definition, asked, exampleSimulationFacts(), templates).simulation;
};

const said = ({ entries }: ReturnType<typeof simulated>) =>
  entries.flatMap((entry) =>
    entry.kind === "message" ? [[entry.at - START, entry.code, entry.params.field ?? null]] : [],
  );

test("a message that waits for a value is held once and leaves at the moment a step sets it", () => {
  const set = { "person.attributes.plan": "team" };
  const simulation = simulated({ id: "u1", kind: "update", set });
  expect(said(simulation)).toEqual([
    [0, "held.missing_data", "person.attributes.plan"],
    [2 * DAY_MS, "sent.plan", null],
  ]);
  expect(simulation.messages[0]?.content?.body).toBe("TEAM");
});

test("a message whose value never comes is not sent when its case ends", () => {
  const [held, ended] = said(simulated());
  expect(held).toEqual([0, "held.missing_data", "person.attributes.plan"]);
  expect(ended?.[0]).toBeGreaterThan(2 * DAY_MS - HOUR_MS);
  expect(ended?.[1]).toBe("skip.case_closed");
});

import { describe, expect, it } from "vitest";
import { runScenario, type ScenarioRun } from "@/core/case/run-scenario";
import { ScenarioTest } from "@/core/case/scenario-test";
import { walk } from "@/core/workflow/definition";
import { STARTERS } from ".";
import type { Starter } from "./starter";
import { starterFacts } from "./starter-facts";
import { unpaidInvoice } from "./unpaid-invoice";

const NOW = Date.parse("2026-03-01T08:00:00Z");

const play = (starter: Starter, test: ScenarioTest): ScenarioRun =>
  runScenario(
    starter.definition,
    test,
    starterFacts(starter, NOW),
    new Map(Object.entries(starter.templates)),
  );

describe.each(STARTERS.map((starter) => [starter.key, starter] as const))(
  "the scenarios of the starter %s",
  (_, starter) => {
    const scenarios = starter.scenarios.map((test) => [test.name, test] as const);

    it("are five at least, each with a key of its own, and say what must come of them", () => {
      expect(starter.scenarios.length).toBeGreaterThanOrEqual(5);
      expect(new Set(starter.scenarios.map(({ key }) => key)).size).toBe(starter.scenarios.length);
      for (const test of starter.scenarios) {
        expect(ScenarioTest.safeParse(test).error?.issues ?? []).toEqual([]);
        expect(test.expects?.messages).toBeDefined();
        expect(test.expects?.end).toBeDefined();
      }
    });

    it("come to every step between them, but for the arms of a split, where chance decides", () => {
      const visited = new Set(starter.scenarios.flatMap((test) => play(starter, test).visited));
      const steps = [...walk(starter.definition)].filter(({ path }) => !path.includes("arms"));
      expect(steps.map(({ step }) => step.id).filter((id) => !visited.has(id))).toEqual([]);
    });

    it.each(scenarios)("come out as expected: %s", (_name, test) => {
      const run = play(starter, test);
      expect(run.failures).toEqual([]);
      const idle = run.simulation.entries.filter(
        (entry) => entry.kind === "behaviour" && !entry.done,
      );
      expect(idle).toEqual([]);
    });
  },
);

it("an unpaid invoice is tried with the eight people a billing team knows", () => {
  expect(unpaidInvoice.scenarios.map(({ name }) => name)).toEqual([
    "Happy path",
    "Late responder",
    "Opens on day 1, never responds",
    "Never opens",
    "Bounce",
    "Opted out of SMS",
    "Due date moves",
    "No supervisor reacts",
  ]);
});

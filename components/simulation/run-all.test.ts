import { expect, it } from "vitest";
import { runScenario } from "@/core/case/run-scenario";
import { starterFacts } from "@/core/gallery/starter-facts";
import { unpaidInvoice } from "@/core/gallery/unpaid-invoice";
import { walk } from "@/core/workflow/definition";
import { matrixOf } from "./run-all";

const { definition, templates, scenarios } = unpaidInvoice;
const steps = [...walk(definition)].map(({ step }) => step.id);

function matrix(keys: readonly string[] | null) {
  const runs = scenarios
    .filter(({ key }) => keys === null || keys.includes(key))
    .map((test) => {
      const facts = starterFacts(unpaidInvoice, Date.parse(test.startAt));
      const run = runScenario(definition, test, facts, new Map(Object.entries(templates)));
      return { key: test.key, name: test.name, run, failures: run.failures, required: false };
    });
  const facts = starterFacts(unpaidInvoice, Date.parse(scenarios[0]?.startAt ?? ""));
  return matrixOf(runs, steps, facts);
}

it("all scenarios of a starter together leave no step out that one alone does", () => {
  const [first] = scenarios;
  const alone = matrix([first?.key ?? ""]);
  expect(alone.neverReached.length).toBeGreaterThan(0);
  expect(matrix(null).neverReached).toEqual([]);
});

it("columns follow the plan, and every message stands in one of them", () => {
  const { columns, rows } = matrix(null);
  expect(columns).toEqual(steps.filter((id) => columns.includes(id)));
  for (const { of, cells } of rows) {
    const shown = cells.flatMap(({ messages }) => messages);
    expect(shown).toHaveLength(of.run.simulation.messages.length);
  }
});

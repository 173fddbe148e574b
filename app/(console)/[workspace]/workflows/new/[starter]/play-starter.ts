import { runScenario, type ScenarioRun } from "@/core/case/run-scenario";
import type { ScenarioTest } from "@/core/case/scenario-test";
import type { Starter } from "@/core/gallery/starter";
import { starterFacts } from "@/core/gallery/starter-facts";

/** A run, and what the people in it are called. */
export type Played = { run: ScenarioRun; names: ReadonlyMap<string, string> };

/** Plays a scenario of a starter among made-up people, who read what whoever looks at it reads. */
export function playStarter(starter: Starter, test: ScenarioTest, locale: string): Played {
  const facts = starterFacts(starter, Date.parse(test.startAt));
  const templates = new Map(Object.entries(starter.templates));
  const person = "id" in test.person ? test.person : { ...test.person, locale };
  const run = runScenario(starter.definition, { ...test, person }, facts, templates);
  const named = [...facts.people.values(), run.person].flatMap(({ id, name }) =>
    name === null ? [] : [[id, name] as const],
  );
  return { run, names: new Map(named) };
}

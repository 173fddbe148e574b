import type { Instant } from "@/core/time";
import { compile } from "@/core/workflow/compile";
import type { Definition } from "@/core/workflow/definition";
import { exampleData } from "@/core/workflow/example-data";
import type { Program } from "@/core/workflow/program";
import { checkExpectation, type ScenarioFailure, settledMessages } from "./check-expectation";
import { dueOf, keyFrom, subjectOf } from "./opening";
import { EXPECTED_MAX, type Expectation, type ScenarioTest } from "./scenario-test";
import { simulate } from "./simulate";
import type { Simulation } from "./simulation";
import type { SimulationFacts, SimulationPerson } from "./simulation-facts";
import { type SimulationTemplates, worldOf } from "./world-of";

/** One run of a scenario, and how far it is from what the scenario expects. */
export type ScenarioRun = {
  simulation: Simulation;
  person: SimulationPerson;
  /** The person's, or the workspace's. */
  zone: string;
  locale: string;
  from: Instant;
  dueAt: Instant | null;
  data: Record<string, unknown>;
  subject: string;
  key: string | null;
  end: Simulation["end"];
  /** Empty also when the scenario expects nothing. */
  failures: ScenarioFailure[];
  /** Ids of the steps the case came to, in that order. */
  visited: string[];
};

const SIMULATED = "simulated";

/**
 * Runs one scenario on a virtual clock: data from the examples of the workflow's data schema unless
 * the scenario brings its own; subject, key and due date as a new case gets them. A person who is
 * not among the facts gets no message, and is a failure.
 */
export function runScenario(
  workflow: Definition | Program,
  test: ScenarioTest,
  facts: SimulationFacts,
  templates: SimulationTemplates,
): ScenarioRun {
  const program =
    "instructions" in workflow ? workflow : compile(workflow, { workflow: SIMULATED, version: 0 });
  const { definition } = program;
  const from = Date.parse(test.startAt);
  const data = test.data ?? exampleData(definition, from);
  const about = { definition, templates };
  const opening = worldOf(facts, test.person, about);
  const { person, zone, locale } = opening;
  const key = definition.key === undefined ? null : keyFrom(definition.key, data, person, from);
  const subject = subjectOf(definition, { data, person, now: from }, { locale, zone });
  const calendar = opening.facts.calendarOf(person);
  const due = { dueAt: test.dueAt ?? null, data, openedAt: from };
  const { dueAt } = dueOf(definition, due, { zone, calendar });
  const { workflow: name, version } = program;
  const matter = { id: SIMULATED, number: 0, workflow: name, version, key, subject };
  const world = worldOf(facts, test.person, { ...about, matter });
  const simulation = simulate(program, {
    ...world,
    templates,
    scenario: test.scenario,
    from,
    dueAt,
    data,
  });
  const failures = checkExpectation(simulation, test.expects, { id: person.id, zone });
  const unknown = world.isKnown ? [] : [unknownPerson(person.id)];
  return {
    simulation,
    person,
    zone,
    locale,
    from,
    dueAt,
    data,
    subject,
    key,
    end: simulation.end,
    failures: [...unknown, ...failures],
    visited: simulation.visited,
  };
}

const unknownPerson = (person: string): ScenarioFailure => ({
  code: "person_unknown",
  params: { person },
});

/** What this run came to, as an expectation: what a scenario that is saved as a test expects. */
export function expectationOf({
  simulation,
  person,
  zone,
  end,
}: Pick<ScenarioRun, "simulation" | "person" | "zone" | "end">): Expectation {
  const settled = settledMessages(simulation, { id: person.id, zone });
  const messages = settled.slice(0, EXPECTED_MAX).map(({ step, channel, outcome, at, code }) => ({
    step,
    channel,
    outcome,
    at,
    ...(outcome !== "sent" && { code }),
  }));
  return { messages, end: { status: end.status } };
}

import { type Definition, walk } from "./definition";
import { conditions } from "./problems/conditions";
import { copy } from "./problems/copy";
import { endings } from "./problems/endings";
import { filterTypes } from "./problems/filter-types";
import { locales, translations } from "./problems/locales";
import { people } from "./problems/people";
import type { Look, Problem, WorkflowFacts } from "./problems/problem";
import { responses } from "./problems/responses";
import { runs } from "./problems/runs";
import { sends } from "./problems/sends";
import { splits } from "./problems/splits";
import { start } from "./problems/start";
import { timing } from "./problems/timing";
import { variables } from "./problems/variables";

export type { Problem, ScenarioRuns, WorkflowFacts } from "./problems/problem";

export const PROBLEMS_MAX = 500;

const LOOKS: readonly Look[] = [
  start,
  responses,
  sends,
  variables,
  filterTypes,
  locales,
  translations,
  copy,
  timing,
  conditions,
  people,
  splits,
  endings,
  runs,
];

/**
 * What is wrong with a definition that the schema accepted, or worth a second look, in a workspace
 * that has `facts`. Problems block publishing, checks do not. Problems come first, each group in
 * reading order; at most `PROBLEMS_MAX`. Disabled steps are not looked at, nor what stands in them.
 */
export function validate(definition: Definition, facts: WorkflowFacts): Problem[] {
  const places = [...walk(definition)];
  const off = places.filter(({ step }) => step.disabled).map(({ path }) => path.join("."));
  const active = places.filter(({ path }) => {
    const text = path.join(".");
    return !off.some((dead) => text === dead || text.startsWith(`${dead}.`));
  });
  const found = LOOKS.flatMap((look) => look(definition, facts, active));
  const order = new Map(active.map(({ step }, i) => [step.id, i]));
  const placeOf = ({ step }: Problem) => (step === null ? -1 : (order.get(step) ?? 0));
  const rank = ({ severity }: Problem) => (severity === "problem" ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b) || placeOf(a) - placeOf(b)).slice(0, PROBLEMS_MAX);
}

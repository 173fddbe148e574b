import type { Definition } from "../definition";
import { usesOf } from "./channel-uses";
import { nearestName } from "./nearest-name";
import {
  atRoot,
  atStep,
  isInStages,
  type Look,
  type Place,
  type Problem,
  type WorkflowFacts,
} from "./problem";

/** Whether an answer can come at all, and whether it stops the workflow. */
export const responses: Look = (definition, facts, places) => [
  ...stopsEarly(definition, facts, places),
  ...stopRules(definition, facts),
  ...places.flatMap((place) => awaited(place, facts, places)),
];

function stopsEarly(
  definition: Definition,
  facts: WorkflowFacts,
  places: readonly Place[],
): Problem[] {
  const byRule = definition.stopsWhen.some(
    (rule) => !("event" in rule) || (rule.then ?? "resolve") === "resolve",
  );
  const byStep = places.some(({ step }) => step.kind === "close" && step.outcome === "resolved");
  const byButton = actionsIn(facts, places).some((action) => action.resolves === true);
  if (byRule || byStep || byButton) return [];
  const severity = definition.purpose === "status" ? "check" : "problem";
  return [atRoot("stopsWhen", severity, "stop.none", {})];
}

function stopRules(definition: Definition, facts: WorkflowFacts): Problem[] {
  return definition.stopsWhen.flatMap((rule, i): Problem[] => {
    if (!("event" in rule)) return [];
    const found: Problem[] = [];
    if (rule.then === "snooze" && rule.until === undefined) {
      const { event } = rule;
      found.push(atRoot(`stopsWhen.${i}.until`, "problem", "stop.no_until", { event }));
    }
    if (!wasReceived(rule.event, facts)) {
      const params = neverCame(rule.event, facts);
      found.push(atRoot(`stopsWhen.${i}.event`, "check", "response.unreachable", params));
    }
    return found;
  });
}

function awaited(place: Place, facts: WorkflowFacts, places: readonly Place[]): Problem[] {
  const { step } = place;
  if (step.kind !== "wait_for_response") return [];
  return (step.what ?? []).flatMap((match, i): Problem[] => {
    if (typeof match === "string") return [];
    const at = ["what", i];
    if ("event" in match) {
      if (wasReceived(match.event, facts)) return [];
      const params = neverCame(match.event, facts);
      return [atStep(place, at, "check", "response.unreachable", params)];
    }
    const name = match.action;
    const actions = actionsIn(facts, places).map(({ id }) => id);
    if (actions.includes(name)) return [];
    const params = { form: "action", name, meant: nearestName(name, actions) } as const;
    return [atStep(place, at, "check", "response.unreachable", params)];
  });
}

const wasReceived = (event: string, { eventNames }: WorkflowFacts): boolean =>
  eventNames === null || eventNames.has(event);

const neverCame = (name: string, facts: WorkflowFacts) =>
  ({ form: "event", name, meant: nearestName(name, facts.eventNames ?? []) }) as const;

const actionsIn = (facts: WorkflowFacts, places: readonly Place[]) =>
  places
    .filter(isInStages)
    .flatMap((place) => usesOf(place))
    .flatMap(({ template }) => facts.templates.get(template)?.content.actions ?? []);

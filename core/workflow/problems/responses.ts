import type { Definition } from "../definition";
import { usesOf } from "./channel-uses";
import { didYouMean } from "./nearest-name";
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
  return [
    atRoot("stopsWhen", definition.purpose === "status" ? "check" : "problem", {
      code: "stop.none",
      message: "Nothing stops this workflow early.",
      why: "People who have already answered would still be reminded.",
      fix: "Add an event, a button or a reply that stops it.",
    }),
  ];
}

function stopRules(definition: Definition, facts: WorkflowFacts): Problem[] {
  return definition.stopsWhen.flatMap((rule, i): Problem[] => {
    if (!("event" in rule)) return [];
    const found: Problem[] = [];
    if (rule.then === "snooze" && rule.until === undefined) {
      found.push(
        atRoot(`stopsWhen.${i}.until`, "problem", {
          code: "stop.no_until",
          message: `"${rule.event}" snoozes the case, but not until when.`,
          why: "A snooze needs an end.",
          fix: "Name the field of the event that holds the moment.",
        }),
      );
    }
    if (!wasReceived(rule.event, facts)) {
      found.push(atRoot(`stopsWhen.${i}.event`, "check", neverCame(rule.event, facts)));
    }
    return found;
  });
}

function awaited(place: Place, facts: WorkflowFacts, places: readonly Place[]): Problem[] {
  const { step } = place;
  if (step.kind !== "wait_for_response") return [];
  return (step.what ?? []).flatMap((match, i): Problem[] => {
    if (typeof match === "string") return [];
    if ("event" in match) {
      if (wasReceived(match.event, facts)) return [];
      return [atStep(place, ["what", i], "check", neverCame(match.event, facts))];
    }
    const actions = actionsIn(facts, places).map(({ id }) => id);
    if (actions.includes(match.action)) return [];
    return [
      atStep(place, ["what", i], "check", {
        code: "response.unreachable",
        message: `Waits for the button "${match.action}", but no message of this workflow has it.${didYouMean(match.action, actions)}`,
        why: "The answer could only come through the API.",
        fix: "Add the button to a content.",
      }),
    ];
  });
}

const wasReceived = (event: string, { eventNames }: WorkflowFacts): boolean =>
  eventNames === null || eventNames.has(event);

const neverCame = (event: string, facts: WorkflowFacts) => ({
  code: "response.unreachable",
  message: `Waits for "${event}", but no event by that name was ever received.${didYouMean(event, facts.eventNames ?? [])}`,
  why: "The answer may never come.",
  fix: "Send a test event.",
});

const actionsIn = (facts: WorkflowFacts, places: readonly Place[]) =>
  places
    .filter(isInStages)
    .flatMap(usesOf)
    .flatMap(({ template }) => facts.templates.get(template)?.content.actions ?? []);

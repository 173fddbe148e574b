import type { Definition } from "../definition";
import { innerLists, type Step } from "../step";
import { atRoot, atStep, isInStages, type Look, type Place, type Problem } from "./problem";

const ENDING_KINDS: readonly Step["kind"][] = ["send", "wait", "branch", "update", "call"];

/** What happens at the end: who learns of it, what can still run, what is never reached. */
export const endings: Look = (definition, _facts, places) => [
  ...places.flatMap(wrongKind),
  ...silent(definition, places),
  ...neverReached(definition, places),
  ...expiresAtOnce(definition, places),
];

function wrongKind(place: Place): Problem[] {
  if (isInStages(place) || ENDING_KINDS.includes(place.step.kind)) return [];
  return [atStep(place, ["kind"], "problem", "ending.step_kind", { kind: place.step.kind })];
}

function silent(definition: Definition, places: readonly Place[]): Problem[] {
  const tells = (ending: "resolution" | "expiry") =>
    places.some(({ step, path }) => path[0] === ending && step.kind === "send" && !step.disabled);
  const found: Problem[] = [];
  if (definition.stopsWhen.length > 0 && definition.purpose !== "status" && !tells("resolution")) {
    found.push(atRoot("resolution", "check", "close.silent", {}));
  }
  for (const place of places) {
    if (place.step.kind !== "close" || place.step.outcome === "canceled") continue;
    if (tells(place.step.outcome === "resolved" ? "resolution" : "expiry")) continue;
    found.push(atStep(place, ["outcome"], "check", "close.silent", {}));
  }
  return found;
}

/** The first steps behind one that always closes the case. */
function neverReached({ stages }: Definition, places: readonly Place[]): Problem[] {
  const placeOf = new Map(places.map((place) => [place.step, place]));
  const found: Problem[] = [];
  const report = (step: Step | undefined): void => {
    const place = step && placeOf.get(step);
    if (!place) return;
    found.push(atStep(place, [], "check", "never_reached", { form: "closed", scenarios: 0 }));
  };
  const look = (steps: Step[]): void => {
    const closing = steps.findIndex((step) => !step.disabled && alwaysCloses(step));
    if (closing >= 0) report(steps.slice(closing + 1).find((step) => !step.disabled));
    for (const step of steps) for (const { steps: inner } of innerLists(step)) look(inner);
  };
  for (const stage of stages) look(stage.steps);
  const last = stages.findIndex((stage) => listCloses(stage.steps));
  if (last >= 0) {
    report(stages.slice(last + 1).flatMap((stage) => stage.steps)[0]);
  }
  return found;
}

const listCloses = (steps: Step[]): boolean =>
  steps.some((step) => !step.disabled && alwaysCloses(step));

function alwaysCloses(step: Step): boolean {
  switch (step.kind) {
    case "close":
      return true;
    case "split":
      return !step.holdout && step.arms.every((arm) => listCloses(arm.steps));
    case "branch":
    case "wait_for_response":
      return innerLists(step).every(({ steps }) => listCloses(steps));
    default:
      return false;
  }
}

function expiresAtOnce({ stages }: Definition, places: readonly Place[]): Problem[] {
  const last = lastSend(stages.flatMap((stage) => stage.steps));
  const place = places.find(({ step }) => step === last);
  if (!place) return [];
  return [atStep(place, [], "check", "expires_at_once", {})];
}

/** The send step with which the flow can end, or none. */
function lastSend(steps: Step[]): Step | undefined {
  const last = steps.findLast(
    (step) => !step.disabled && step.kind !== "update" && step.kind !== "call",
  );
  if (last?.kind === "send") return last;
  if (last?.kind !== "branch" && last?.kind !== "split") return undefined;
  return innerLists(last)
    .map((list) => lastSend(list.steps))
    .find((step) => step !== undefined);
}

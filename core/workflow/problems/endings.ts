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
  return [
    atStep(place, ["kind"], "problem", {
      code: "ending.step_kind",
      message: `A ${place.step.kind.replaceAll("_", " ")} step cannot stand behind the end of a case.`,
      why: "The case is closed by then; an ending may send, wait, branch, update and call.",
      fix: "Move it into a stage.",
    }),
  ];
}

function silent(definition: Definition, places: readonly Place[]): Problem[] {
  const tells = (ending: "resolution" | "expiry") =>
    places.some(({ step, path }) => path[0] === ending && step.kind === "send" && !step.disabled);
  const words = {
    code: "close.silent",
    message: "Closes without telling the person or the team.",
    why: "Whoever was asked or brought in does not learn that it is done.",
    fix: "Add a confirmation.",
  };
  const found: Problem[] = [];
  if (definition.stopsWhen.length > 0 && definition.purpose !== "status" && !tells("resolution")) {
    found.push(atRoot("resolution", "check", words));
  }
  for (const place of places) {
    if (place.step.kind !== "close" || place.step.outcome === "canceled") continue;
    if (tells(place.step.outcome === "resolved" ? "resolution" : "expiry")) continue;
    found.push(atStep(place, ["outcome"], "check", words));
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
    found.push(
      atStep(place, [], "check", {
        code: "never_reached",
        message: "This step is never reached.",
        why: "The case is always closed before.",
        fix: "Move it before the close step, or delete it.",
      }),
    );
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
  return [
    atStep(place, [], "check", {
      code: "expires_at_once",
      message: "The case expires right after this message.",
      why: "Nothing waits for an answer behind it, and the last stage is over.",
      fix: "Add a wait for response.",
    }),
  ];
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

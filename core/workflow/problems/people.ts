import type { Definition } from "../definition";
import type { Target } from "../steps/escalate";
import { didYouMean } from "./nearest-name";
import { atStep, type Look, type Place, type Problem, type WorkflowFacts } from "./problem";

type Role = "lead" | "members" | "on_call";

/** Escalations and messages that would reach nobody, or the very person who is followed up. */
export const people: Look = (definition, facts, places) =>
  places.flatMap((place) => {
    const { step } = place;
    if (step.kind === "escalate") return escalation(place, definition, facts);
    if (step.kind !== "send" || typeof step.to !== "object" || !("team" in step.to)) return [];
    const missing = nobodyIn(step.to.team, step.to.role, facts);
    return missing === null ? [] : [noTarget(place, ["to"], missing, "send.no_target")];
  });

function escalation(place: Place, definition: Definition, facts: WorkflowFacts): Problem[] {
  const { step } = place;
  if (step.kind !== "escalate") return [];
  if (step.policy !== undefined) {
    if (facts.policies.has(step.policy)) return [];
    return [noTarget(place, ["policy"], `There is no escalation policy "${step.policy}"`)];
  }
  const levels = step.levels ?? [];
  const targets = levels.flatMap((level, i) =>
    level.targets.map((target, j) => ({ target, field: ["levels", i, "targets", j] })),
  );
  if (step.fallback) targets.push({ target: step.fallback, field: ["fallback"] });
  const found = targets.flatMap(({ target, field }) => {
    const missing = nobodyBehind(target, facts);
    if (missing !== null) return [noTarget(place, field, missing)];
    return isThePerson(target, definition, facts) ? [self(place, field)] : [];
  });
  if (step.repeat && step.repeat.toLevel > levels.length) {
    const message = `Starts over at level ${step.repeat.toLevel}, but there are ${levels.length}`;
    found.push(noTarget(place, ["repeat", "toLevel"], message));
  }
  return found;
}

function nobodyBehind(target: Target, facts: WorkflowFacts): string | null {
  if ("team" in target) return nobodyIn(target.team, target.role, facts);
  if ("rota" in target && !facts.rotas.has(target.rota)) return `There is no rota "${target.rota}"`;
  return null;
}

function nobodyIn(key: string, role: Role | undefined, facts: WorkflowFacts): string | null {
  const team = facts.teams.get(key);
  if (!team) return `There is no team "${key}".${didYouMean(key, facts.teams.keys())}`;
  if (role === "on_call") return facts.rotas.has(key) ? null : `Team "${key}" has no rota`;
  if (role === "lead" && team.leadId === null) return `Team "${key}" has no lead`;
  if (
    role !== "lead" &&
    team.members.length === 0 &&
    (role === "members" || team.leadId === null)
  ) {
    return role === "members" ? `Team "${key}" has no members` : `Team "${key}" has no people`;
  }
  return null;
}

function noTarget(
  place: Place,
  field: (string | number)[],
  message: string,
  code = "escalate.no_target",
): Problem {
  const sentence = /[.?]$/.test(message) ? message : `${message}; nothing would happen.`;
  return atStep(place, field, "problem", {
    code,
    message: sentence,
    why: "Nobody would be told.",
    fix: "Choose somebody.",
  });
}

function isThePerson(target: Target, { person }: Definition, facts: WorkflowFacts): boolean {
  if (typeof person !== "object") return false;
  if ("person" in target) return target.person === person.id;
  if (!("team" in target) || target.role === "members" || target.role === "on_call") return false;
  return facts.teams.get(target.team)?.leadId === person.id;
}

const self = (place: Place, field: (string | number)[]) =>
  atStep(place, field, "check", {
    code: "escalate.self",
    message: "Escalates to the person who is followed up.",
    why: "They have not answered so far.",
    fix: "Choose somebody else.",
  });

import { durationMs } from "@/core/calendar/duration";
import type { Definition } from "../definition";
import type { Ladder, Target, TargetRole } from "../steps/escalate";
import type { ProblemParams, TargetForm } from "./codes";
import { nearestName } from "./nearest-name";
import { atStep, type Look, type Place, type Problem, type WorkflowFacts } from "./problem";

type Nobody = ProblemParams["escalate.no_target"];

/** Escalations and messages that would reach nobody, or the very person who is followed up. */
export const people: Look = (definition, facts, places) =>
  places.flatMap((place) => {
    const { step } = place;
    if (step.kind === "escalate") return escalation(place, definition, facts);
    if (step.kind !== "send" || typeof step.to !== "object" || !("team" in step.to)) return [];
    const nobody = nobodyIn(step.to.team, step.to.role, facts);
    return nobody === null ? [] : [atStep(place, ["to"], "problem", "send.no_target", nobody)];
  });

function escalation(place: Place, definition: Definition, facts: WorkflowFacts): Problem[] {
  const { step } = place;
  if (step.kind !== "escalate") return [];
  const noTarget = (field: (string | number)[], params: Nobody) =>
    atStep(place, field, "problem", "escalate.no_target", params);
  if (step.policy !== undefined && !facts.policies.has(step.policy)) {
    return [noTarget(["policy"], nobodyAs("policy", step.policy))];
  }
  const ofPolicy = step.policy === undefined ? undefined : facts.ladders?.get(step.policy);
  const { levels = [], fallback, acknowledgementTimeout } = ofPolicy ?? step;
  const at = (...field: (string | number)[]) => (ofPolicy ? ["policy"] : field);
  const targets = levels.flatMap((level, i) =>
    level.targets.map((target, j) => ({ target, field: at("levels", i, "targets", j) })),
  );
  if (fallback) targets.push({ target: fallback, field: at("fallback") });
  const found = targets.flatMap(({ target, field }) => {
    const nobody = nobodyBehind(target, facts);
    if (nobody !== null) return [noTarget(field, nobody)];
    if (!isThePerson(target, definition, facts)) return [];
    return [atStep(place, field, "check", "escalate.self", {})];
  });
  if (!ofPolicy && step.repeat && step.repeat.toLevel > levels.length) {
    const numbers = { level: step.repeat.toLevel, levels: levels.length };
    found.push(noTarget(["repeat", "toLevel"], nobodyAs("level", "", numbers)));
  }
  levels.forEach(({ everyone, targets: told }, i) => {
    if (!everyone || told.some((target) => !("webhook" in target))) return;
    const params = { level: i + 1 };
    const field = at("levels", i, "everyone");
    found.push(atStep(place, field, "check", "escalate.nobody_to_acknowledge", params));
  });
  if (isShort(acknowledgementTimeout, levels[0])) {
    const field = at("acknowledgementTimeout", "after");
    found.push(atStep(place, field, "check", "escalate.timeout_short", {}));
  }
  return ofPolicy ? once(found) : found;
}

/** Less time to resolve than there was to acknowledge. An hour of work may be a day by the clock. */
function isShort(
  timeout: Ladder["acknowledgementTimeout"],
  first: Ladder["levels"][number] | undefined,
) {
  if (!timeout || !first) return false;
  if (timeout.clock === "working_hours" && first.clock !== "working_hours") return false;
  return durationMs(timeout.after) < durationMs(first.acknowledgeWithin);
}

/** Of several levels that lack the same person one says it: they stand at one field. */
const once = (found: Problem[]): Problem[] => [
  ...new Map(found.map((problem) => [JSON.stringify(problem), problem])).values(),
];

const nobodyAs = (form: TargetForm, key: string, more: Partial<Nobody> = {}): Nobody => ({
  form,
  key,
  name: key,
  meant: null,
  level: 0,
  levels: 0,
  ...more,
});

function nobodyBehind(target: Target, facts: WorkflowFacts): Nobody | null {
  if ("team" in target) return nobodyIn(target.team, target.role, facts);
  if ("rota" in target && !facts.rotas.has(target.rota)) return nobodyAs("rota", target.rota);
  return null;
}

function nobodyIn(key: string, role: TargetRole | undefined, facts: WorkflowFacts): Nobody | null {
  const team = facts.teams.get(key);
  if (!team) return nobodyAs("team", key, { meant: nearestName(key, facts.teams.keys()) });
  const as = (form: TargetForm) => nobodyAs(form, key, { name: team.name ?? key });
  if (role === "on_call") return facts.rotas.has(key) ? null : as("no_rota");
  if (role === "lead") return team.leadId === null ? as("no_lead") : null;
  if (team.members.length > 0) return null;
  if (role === "members" || role === "round_robin") return as("no_members");
  return team.leadId === null ? as("nobody") : null;
}

function isThePerson(target: Target, { person }: Definition, facts: WorkflowFacts): boolean {
  if (typeof person !== "object") return false;
  if ("person" in target) return target.person === person.id;
  if (!("team" in target) || (target.role !== undefined && target.role !== "lead")) return false;
  return facts.teams.get(target.team)?.leadId === person.id;
}

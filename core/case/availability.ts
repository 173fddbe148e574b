import { onDuty } from "@/core/rota/on-duty";
import type { Instant } from "@/core/time";
import type { Target, TargetRole } from "@/core/workflow/steps/escalate";
import type { CaseFacts, PersonFacts, TeamFacts } from "./facts";
import type { Owner } from "./state";

/** Someone who can be told, or who could not be and why. */
export type Candidate =
  | { ok: true; personId: string; team: string | null }
  | { ok: false; target: string; why: string };

/**
 * The people a target stands for at a moment. A member who is away is replaced by the deputy; one
 * who is gone, paused or unknown is reported with the reason, never dropped in silence.
 */
export function candidatesOf(
  target: Exclude<Target, { webhook: string }>,
  owner: Owner | null,
  facts: CaseFacts,
  at: Instant,
): Candidate[] {
  if ("person" in target) return [reachable(target.person, facts, at, null)];
  if ("manager" in target) return [managerOf(target.manager, target.nth ?? 1, owner, facts, at)];
  if ("rota" in target) return onCall(target.rota, facts, at);
  return teamCandidates(target.team, target.role, facts, at);
}

/** People of a team by role; without a role the lead, and where there is none the members. */
export function teamCandidates(
  key: string,
  role: TargetRole | undefined,
  facts: CaseFacts,
  at: Instant,
): Candidate[] {
  const team = facts.workspace.teams.get(key);
  if (!team) return [{ ok: false, target: key, why: "no_such_team" }];
  if (role === "on_call") return onCall(key, facts, at);
  if (role === "lead" || (role === undefined && team.leadId !== null)) {
    if (team.leadId === null) return [{ ok: false, target: team.name, why: "no_lead" }];
    return [memberOrDeputy(team, team.leadId, facts, at)];
  }
  if (team.members.length === 0) return [{ ok: false, target: team.name, why: "no_members" }];
  return team.members.map((member) => memberOrDeputy(team, member.personId, facts, at));
}

function memberOrDeputy(team: TeamFacts, id: string, facts: CaseFacts, at: Instant): Candidate {
  const member = team.members.find((m) => m.personId === id);
  const away =
    member?.absentUntil != null && member.absentUntil > at && (member.absentFrom ?? at) <= at;
  if (!away) return reachable(id, facts, at, team.key);
  if (member?.deputyId) return reachable(member.deputyId, facts, at, team.key);
  return { ok: false, target: nameOf(id, facts), why: "absent" };
}

function managerOf(
  of: "person" | "owner",
  nth: number,
  owner: Owner | null,
  facts: CaseFacts,
  at: Instant,
): Candidate {
  let id = of === "person" ? facts.person.id : owner && "personId" in owner ? owner.personId : null;
  if (id === null) return { ok: false, target: "owner", why: "no_owner" };
  for (let step = 0; step < nth; step++) {
    const manager: string | null = personOf(id, facts)?.managerId ?? null;
    if (manager === null) return { ok: false, target: nameOf(id, facts), why: "no_manager" };
    id = manager;
  }
  return reachable(id, facts, at, null);
}

function onCall(key: string, facts: CaseFacts, at: Instant): Candidate[] {
  const rota = facts.workspace.rotas.get(key);
  const personId = rota ? onDuty(rota, at) : null;
  if (personId === null) {
    const why = rota ? "nobody_on_call" : "no_such_rota";
    return [{ ok: false, target: rota?.name ?? key, why }];
  }
  return [reachable(personId, facts, at, null)];
}

function reachable(id: string, facts: CaseFacts, at: Instant, team: string | null): Candidate {
  const person = personOf(id, facts);
  if (!person || person.erased) return { ok: false, target: id, why: "unknown_person" };
  if (person.pausedUntil !== null && person.pausedUntil > at) {
    return { ok: false, target: person.name ?? id, why: "paused" };
  }
  return { ok: true, personId: id, team };
}

export const personOf = (id: string, facts: CaseFacts): PersonFacts | undefined =>
  id === facts.person.id ? facts.person : facts.people.get(id);

export const nameOf = (id: string, facts: CaseFacts): string => personOf(id, facts)?.name ?? id;

import { onDuty } from "@/core/rota/on-duty";
import type { Instant } from "@/core/time";
import type { Target, TargetRole } from "@/core/workflow/steps/escalate";
import type { CaseFacts } from "./facts";
import { type Candidate, nameOf, personOf, standIn } from "./stand-in";
import type { Owner } from "./state";

/**
 * The people a target stands for at a moment. Who is away is replaced by their deputy; one who is
 * gone, paused or unknown is reported with the reason, never dropped in silence.
 */
export function candidatesOf(
  target: Exclude<Target, { webhook: string }>,
  owner: Owner | null,
  facts: CaseFacts,
  at: Instant,
): Candidate[] {
  if ("person" in target) return [standIn(target.person, facts, at, null)];
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
    return [standIn(team.leadId, facts, at, key)];
  }
  if (team.members.length === 0) return [{ ok: false, target: team.name, why: "no_members" }];
  const members = team.members.map(({ personId }) => standIn(personId, facts, at, key));
  return role === "round_robin" ? inTurn(members, facts.case.number) : members;
}

/** The one whose turn this case is, of those who are there; no counter that cases would wait for. */
function inTurn(members: readonly Candidate[], number: number): Candidate[] {
  const there = members.filter(({ ok }) => ok);
  const chosen = there[number % Math.max(1, there.length)];
  return chosen ? [chosen] : [...members];
}

/**
 * The n-th manager up the chain. The person who is followed up is nobody to turn to: their own manager
 * counts instead. A chain that comes back to itself ends there.
 */
function managerOf(
  of: "person" | "owner",
  nth: number,
  owner: Owner | null,
  facts: CaseFacts,
  at: Instant,
): Candidate {
  let id = of === "person" ? facts.person.id : owner && "personId" in owner ? owner.personId : null;
  if (id === null) return { ok: false, target: "owner", why: "no_owner" };
  const passed = new Set([id]);
  for (let left = nth; left > 0; ) {
    const manager: string | null = personOf(id, facts)?.managerId ?? null;
    if (manager === null || passed.has(manager)) {
      return { ok: false, target: nameOf(id, facts), why: "no_manager" };
    }
    passed.add(manager);
    id = manager;
    if (id !== facts.person.id) left -= 1;
  }
  return standIn(id, facts, at, null);
}

/** Whoever is on duty; a rota of a deleted team is no rota. */
function onCall(key: string, facts: CaseFacts, at: Instant): Candidate[] {
  const rota = facts.workspace.rotas.get(key);
  if (!rota) return [{ ok: false, target: key, why: "no_such_rota" }];
  const personId = onDuty(rota, at);
  if (personId === null) return [{ ok: false, target: rota.name, why: "nobody_on_call" }];
  return [standIn(personId, facts, at, null)];
}

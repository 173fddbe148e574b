import type { Instant } from "@/core/time";
import type { CaseFacts, PersonFacts, TeamFacts } from "./facts";

/** Someone who can be told, or who could not be and why. */
export type Candidate =
  | { ok: true; personId: string; team: string | null }
  | { ok: false; target: string; why: string };

type Member = TeamFacts["members"][number];

/**
 * This person, or who stands in for them: absent in one team is away everywhere. Deputies of deputies
 * are followed, each once. `team`: the one that was asked for, whose deputy goes first.
 */
export function standIn(id: string, facts: CaseFacts, at: Instant, team: string | null): Candidate {
  const asked = new Set<string>();
  let current = id;
  for (;;) {
    asked.add(current);
    const absences = absencesOf(current, facts, at, team);
    if (absences.length === 0) return reachable(current, facts, at, team);
    const deputy = absences.find(({ deputyId }) => deputyId !== null)?.deputyId;
    if (deputy == null || asked.has(deputy)) {
      return { ok: false, target: nameOf(id, facts), why: "absent" };
    }
    current = deputy;
  }
}

/** Memberships in which somebody is away at a moment, that of `team` first. */
function absencesOf(id: string, facts: CaseFacts, at: Instant, team: string | null): Member[] {
  const own = team === null ? undefined : facts.workspace.teams.get(team);
  const others = [...facts.workspace.teams.values()].filter((each) => each !== own);
  return [...(own ? [own] : []), ...others].flatMap(({ members }) =>
    members.filter((member) => member.personId === id && isAway(member, at)),
  );
}

/** From the first moment of an absence up to, not including, its end; one without an end is none. */
export const isAway = (
  { absentFrom, absentUntil }: Pick<Member, "absentFrom" | "absentUntil">,
  at: Instant,
): boolean => absentUntil !== null && at < absentUntil && (absentFrom === null || absentFrom <= at);

function reachable(id: string, facts: CaseFacts, at: Instant, team: string | null): Candidate {
  const person = personOf(id, facts);
  if (!person) return { ok: false, target: id, why: "unknown_person" };
  if (person.erased) return { ok: false, target: id, why: "erased" };
  if (person.pausedUntil !== null && person.pausedUntil > at) {
    return { ok: false, target: person.name ?? id, why: "paused" };
  }
  return { ok: true, personId: id, team };
}

type People = Pick<CaseFacts, "person" | "people">;

export const personOf = (id: string, facts: People): PersonFacts | undefined =>
  id === facts.person.id ? facts.person : facts.people.get(id);

export const nameOf = (id: string, facts: People): string => personOf(id, facts)?.name ?? id;

import type { OrgPerson } from "@/core/contracts/people";
import { MEMBERS_MAX } from "@/core/contracts/teams";
import { type Item, refuse } from "./parse-items";
import { type MemberState, memberWords, type TeamState } from "./team-state";

type Context = {
  /** Teams after the import's own changes to them. */
  teams: ReadonlyMap<string, TeamState>;
  /** Why a team of the same import is not taken, by key. */
  refusedTeams: ReadonlyMap<string, string>;
  isKnown: (personId: string) => boolean;
};

/**
 * Refuses people who are to be in a team that is not there, or was refused, or is full; who are to
 * lead one that somebody else of the import leads; or whose deputy nobody knows.
 */
export function checkPlaces(
  items: readonly Item<OrgPerson>[],
  { teams, refusedTeams, isKnown }: Context,
): void {
  const leads = new Map<string, string>();
  const sizes = new Map([...teams].map(([key, { members }]) => [key, members.length]));
  for (const item of items) {
    const { value } = item;
    for (const [i, { team: key, role, deputyId }] of (value?.teams ?? []).entries()) {
      if (!value) break;
      const at = `teams.${i}`;
      const team = teams.get(key);
      const why = refusedTeams.get(key);
      const isIn = team?.members.some(({ personId }) => personId === value.id);
      const size = (sizes.get(key) ?? 0) + (isIn ? 0 : 1);
      const leader = leads.get(key);
      if (why) refuse(item, `${at}.team`, `the team is not taken: ${why}`);
      else if (!team) refuse(item, `${at}.team`, `there is no team ${key}`);
      else if (size > MEMBERS_MAX) refuse(item, `${at}.team`, `has ${MEMBERS_MAX} members already`);
      else if (role === "lead" && leader && leader !== value.id) {
        refuse(item, `${at}.role`, `${leader} is to lead ${key} already`);
      } else if (deputyId === value.id) {
        refuse(item, `${at}.deputyId`, "nobody stands in for themself");
      } else if (deputyId && !isKnown(deputyId)) {
        refuse(item, `${at}.deputyId`, `there is nobody with the id ${deputyId}`);
      }
      if (!item.value) break;
      sizes.set(key, size);
      if (role === "lead") leads.set(key, value.id);
    }
  }
}

/** Puts a person into their teams. Gives the teams in which something about them changed. */
export function placeIn(
  teams: Map<string, TeamState>,
  { id, teams: places = [] }: Pick<OrgPerson, "id" | "teams">,
): string[] {
  return places.flatMap(({ team: key, role, deputyId }) => {
    const team = teams.get(key);
    if (!team) return [];
    const old = team.members.find(({ personId }) => personId === id);
    const was = old?.role ?? (team.leadId === id ? "lead" : "member");
    const place: MemberState = {
      personId: id,
      role: role ?? was,
      deputyId: deputyId === undefined ? (old?.deputyId ?? null) : deputyId,
      absentFrom: old?.absentFrom ?? null,
      absentUntil: old?.absentUntil ?? null,
    };
    // Only a role that is said: one that was stored before the team had another lead makes nobody it.
    const heldLead = team.leadId === id && role === "member" ? null : team.leadId;
    const leadId = role === "lead" ? id : heldLead;
    if (old && memberWords(old) === memberWords(place) && leadId === team.leadId) return [];
    const others = team.members
      .filter(({ personId }) => personId !== id)
      .map((member) =>
        role === "lead" && member.role === "lead" ? { ...member, role: "member" as const } : member,
      );
    teams.set(key, { ...team, leadId, members: [...others, place] });
    return [`teams.${key}`];
  });
}

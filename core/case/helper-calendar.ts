import type { ResolvedCalendar } from "@/core/calendar/work-calendar";
import type { CaseFacts, TeamFacts } from "./facts";
import { personOf } from "./stand-in";

/**
 * Whose working hours a helper's time to acknowledge runs by: those of the team that was asked for,
 * otherwise of a team they are in (one they lead first, then by key), otherwise their own, otherwise
 * the workspace's. Teams without a calendar of their own are passed over.
 */
export function helperCalendar(
  helper: { personId: string; team: string | null } | undefined,
  facts: CaseFacts,
): ResolvedCalendar {
  const { workspace } = facts;
  if (helper === undefined) return workspace.calendar;
  const asked = helper.team === null ? null : workspace.teams.get(helper.team)?.calendar;
  if (asked) return asked;
  const [own] = teamsOf(helper.personId, workspace.teams);
  if (own?.calendar) return own.calendar;
  const person = personOf(helper.personId, facts);
  return person ? facts.calendarOf(person) : workspace.calendar;
}

function teamsOf(personId: string, teams: ReadonlyMap<string, TeamFacts>): TeamFacts[] {
  const rank = (team: TeamFacts) => (team.leadId === personId ? 0 : 1);
  return [...teams.values()]
    .filter(
      ({ calendar, leadId, members }) =>
        calendar !== null &&
        (leadId === personId || members.some((member) => member.personId === personId)),
    )
    .sort((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1));
}

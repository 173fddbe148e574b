import { TEAM_LIST } from "@/core/filter/team-fields";
import { Key } from "@/core/ids";
import { ctx } from "@/server/boot";
import { nowOf } from "@/server/clock/clock";
import { listExport } from "@/server/http/list-export";
import { readTeams, type TeamInList } from "../load-teams";
import { pageOfTeams, sortedTeams, teamMatches } from "../team-match";

/** The list as it is filtered and ordered, or the chosen teams, as CSV. People are named by id. */
export const { GET, POST } = listExport<TeamInList>({
  name: "teams",
  spec: TEAM_LIST,
  id: Key,
  head: [
    "key",
    "name",
    "lead",
    "members",
    "away",
    "on_call",
    "time_zone",
    "calendar",
    "open_escalations",
    "problems",
  ],
  cells: (_, rows) =>
    rows.map(({ team, memberIds, awayIds, onCallId, escalations, problems }) => [
      team.key,
      team.name,
      team.leadId,
      memberIds.join(" "),
      awayIds.join(" "),
      onCallId,
      team.timeZone,
      team.calendar,
      escalations,
      problems.join(" "),
    ]),
  filtered: async ({ member, now }, { filters, sort }) => {
    const all = await readTeams(member.workspaceId, now);
    const matching = sortedTeams(
      all.filter((team) => teamMatches(team, filters)),
      sort,
    );
    return async (page) => pageOfTeams(matching, page);
  },
  chosen: async (workspaceId, keys) => {
    const all = await readTeams(workspaceId, await nowOf(ctx.db, workspaceId));
    return all.filter(({ key }) => keys.includes(key));
  },
});

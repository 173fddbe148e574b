import "server-only";
import type { ListAddress } from "@/core/filter/list-address";
import type { TeamProblem } from "@/core/filter/team-fields";
import type { WorkspaceId } from "@/core/ids";
import { onDuty } from "@/core/rota/on-duty";
import type { Instant } from "@/core/time";
import { listMembers } from "@/db/queries/keyed-writes";
import { findPeopleCards, listStaff } from "@/db/queries/people-cards";
import { loadRotas } from "@/db/queries/rotas";
import { listSavedViews } from "@/db/queries/saved-views";
import { countEscalations, listTeams } from "@/db/queries/teams";
import { ctx } from "@/server/boot";
import type { PageView } from "../page-view";
import { isAway } from "./is-away";
import { pageOfTeams, sortedTeams, teamMatches } from "./team-match";

/** Every team with what its row shows and what it can be asked for. */
export async function readTeams(workspaceId: WorkspaceId, now: Instant) {
  const [teams, rotas, escalations] = await Promise.all([
    listTeams(ctx.db, workspaceId),
    loadRotas(ctx.db, workspaceId),
    countEscalations(ctx.db, workspaceId),
  ]);
  const members = await listMembers(
    ctx.db,
    workspaceId,
    teams.map(({ key }) => key),
  );
  const membersOf = Map.groupBy(members, ({ team }) => team);
  const onCall = new Map([...rotas].map(([key, rota]) => [key, onDuty(rota, now)]));
  return teams.map((team) => {
    const own = membersOf.get(team.key) ?? [];
    const away = own.filter((member) => isAway(member, now));
    const has: Record<TeamProblem, boolean> = {
      no_lead: team.leadId === null,
      no_members: own.length === 0,
      all_away: own.length > 0 && away.length === own.length,
      nobody_on_call: (onCall.get(team.key) ?? null) === null,
    };
    return {
      key: team.key,
      name: team.name,
      team,
      memberIds: own.map(({ personId }) => personId),
      awayIds: away.map(({ personId }) => personId),
      onCallId: onCall.get(team.key) ?? null,
      problems: (Object.keys(has) as TeamProblem[]).filter((problem) => has[problem]),
      escalations: escalations.get(team.key) ?? 0,
    };
  });
}

export type TeamInList = Awaited<ReturnType<typeof readTeams>>[number];

/** What the people in the rows of these teams are called. */
export async function namesIn(workspaceId: WorkspaceId, teams: readonly TeamInList[]) {
  const ids = teams.flatMap(({ team, awayIds, onCallId }) =>
    [team.leadId, onCallId, ...awayIds].filter((id) => id !== null),
  );
  const cards = await findPeopleCards(ctx.db, workspaceId, ids);
  return (id: string) => cards.get(id)?.name ?? id;
}

/** Everything the list of teams shows. */
export async function loadTeams(view: PageView, address: ListAddress) {
  const { workspaceId, now, member } = view;
  const [all, views, staff] = await Promise.all([
    readTeams(workspaceId, now),
    listSavedViews(ctx.db, workspaceId, member.operatorId, "teams"),
    listStaff(ctx.db, workspaceId),
  ]);
  const matching = sortedTeams(
    all.filter((team) => teamMatches(team, address.filters)),
    address.sort,
  );
  const page = pageOfTeams(matching, { limit: address.size, cursor: address.cursor });
  return {
    ...page,
    matching: matching.length,
    all: all.length,
    views,
    staff: new Map(staff.map(({ id, name }) => [id, name ?? id])),
    nameOf: await namesIn(workspaceId, page.rows),
  };
}

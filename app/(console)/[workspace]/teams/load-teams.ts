import "server-only";
import { personOnDuty } from "@/core/case/availability";
import { listKeyed } from "@/db/queries/keyed";
import { listMembers } from "@/db/queries/keyed-writes";
import { findPeopleCards } from "@/db/queries/people-cards";
import { countEscalations, listTeams } from "@/db/queries/teams";
import { ctx } from "@/server/boot";
import type { PageView } from "../page-view";

const KEYED_MAX = 500;

/** Every team with what its row shows. */
export async function loadTeams({ workspaceId, now }: PageView) {
  const [teams, rotas, escalations] = await Promise.all([
    listTeams(ctx.db, workspaceId),
    listKeyed(ctx.db, workspaceId, "rotas", { limit: KEYED_MAX }),
    countEscalations(ctx.db, workspaceId),
  ]);
  const members = await listMembers(
    ctx.db,
    workspaceId,
    teams.map(({ key }) => key),
  );
  const onCall = new Map(
    rotas.rows.map(({ key, plan }) => [key, personOnDuty({ key, ...plan }, now)]),
  );
  const named = [
    ...teams.flatMap(({ leadId }) => leadId ?? []),
    ...members.flatMap(({ personId, absentUntil }) => (absentUntil ? [personId] : [])),
    ...onCall.values(),
  ];
  const cards = await findPeopleCards(ctx.db, workspaceId, named);
  const nameOf = (id: string) => cards.get(id)?.name ?? id;
  return teams.map((team) => {
    const own = members.filter((member) => member.team === team.key);
    const away = own.filter(
      ({ absentUntil }) => absentUntil !== null && absentUntil.getTime() > now,
    );
    const duty = onCall.get(team.key);
    return {
      team,
      lead: team.leadId === null ? null : nameOf(team.leadId),
      members: own.length,
      away: away.map(({ personId }) => nameOf(personId)),
      onCall: duty === undefined ? null : nameOf(duty),
      escalations: escalations.get(team.key) ?? 0,
    };
  });
}

export type TeamRow = Awaited<ReturnType<typeof loadTeams>>[number];

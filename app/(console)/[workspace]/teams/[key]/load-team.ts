import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Key, type WorkspaceId } from "@/core/ids";
import { peopleOfRota } from "@/core/rota/rota";
import { shiftsFrom } from "@/core/rota/shifts";
import { DAY_MS } from "@/core/time";
import { loadOfHelpers } from "@/db/queries/helper-load";
import { findKeyed } from "@/db/queries/keyed";
import { listMembers } from "@/db/queries/keyed-writes";
import { findPeopleCards } from "@/db/queries/people-cards";
import { loadRotas } from "@/db/queries/rotas";
import { listEscalations } from "@/db/queries/teams";
import { ctx } from "@/server/boot";
import type { PageView } from "../../page-view";
import { loadChoices } from "../load-choices";

const CASES_SHOWN = 50;
const SHIFTS_SHOWN = 4;

export const teamOf = cache(async (workspaceId: WorkspaceId, text: string) => {
  const key = Key.safeParse(decodeURIComponent(text));
  return (key.success && (await findKeyed(ctx.db, workspaceId, "teams", key.data))) || notFound();
});

/** Everything the page of one team shows. The rota with the team's key is who is on call for it. */
export async function loadTeam(view: PageView, text: string) {
  const { workspaceId, now, workspaceZone } = view;
  const team = await teamOf(workspaceId, text);
  const [members, rotas, calendar, escalations, choices] = await Promise.all([
    listMembers(ctx.db, workspaceId, [team.key]),
    loadRotas(ctx.db, workspaceId, team.key),
    team.calendar === null ? undefined : findKeyed(ctx.db, workspaceId, "calendars", team.calendar),
    listEscalations(ctx.db, workspaceId, team.key, CASES_SHOWN),
    loadChoices(view),
  ]);
  const rota = rotas.get(team.key) ?? null;
  const shifts = rota ? shiftsFrom(rota, now, SHIFTS_SHOWN) : [];
  const named = [
    ...(team.leadId === null ? [] : [team.leadId]),
    ...members.flatMap(({ personId, deputyId }) => [personId, ...(deputyId ? [deputyId] : [])]),
    ...(rota ? peopleOfRota(rota) : []),
    ...escalations.flatMap(({ ownerPersonId }) => ownerPersonId ?? []),
  ];
  const memberIds = members.map(({ personId }) => personId);
  const [cards, load] = await Promise.all([
    findPeopleCards(ctx.db, workspaceId, named),
    loadOfHelpers(ctx.db, workspaceId, memberIds, now - DAY_MS),
  ]);
  return {
    team,
    zone: team.timeZone ?? workspaceZone,
    members: members.toSorted(
      (a, b) => Number(b.personId === team.leadId) - Number(a.personId === team.leadId),
    ),
    rota,
    shifts,
    calendar: calendar?.calendar ?? null,
    escalations,
    load,
    choices,
    nameOf: (id: string) => cards.get(id)?.name ?? id,
    isKnown: (id: string) => cards.has(id),
  };
}

export type LoadedTeam = Awaited<ReturnType<typeof loadTeam>>;

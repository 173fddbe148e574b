import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Key, type WorkspaceId } from "@/core/ids";
import { peopleOfRota } from "@/core/rota/rota";
import { shiftsFrom } from "@/core/rota/shifts";
import { findKeyed } from "@/db/queries/keyed";
import { findPeopleCards } from "@/db/queries/people-cards";
import { listOverrides, loadRotas } from "@/db/queries/rotas";
import { listChoosable } from "@/db/queries/teams";
import { ctx } from "@/server/boot";
import { feedUrl } from "@/server/rotas/feed-link";
import { OVERRIDES_MAX } from "@/server/rotas/overrides";
import type { PageView } from "../../page-view";
import { namedBy } from "../../teams/named-by";

const SHIFTS_SHOWN = 4;

/** The rota of an address, and the team it is on call for: the one with its key. */
export const rotaOf = cache(async (workspaceId: WorkspaceId, text: string) => {
  const key = Key.safeParse(decodeURIComponent(text)).data ?? notFound();
  const [rotas, team] = await Promise.all([
    loadRotas(ctx.db, workspaceId, key),
    findKeyed(ctx.db, workspaceId, "teams", key),
  ]);
  return { key, rota: rotas.get(key) ?? null, team: team ?? null };
});

/** Everything the page of one rota shows; of one that is not there yet, what it can be made of. */
export async function loadRota(view: PageView, text: string) {
  const { workspaceId, now } = view;
  const { key, rota, team } = await rotaOf(workspaceId, text);
  const [people, overrides, users, feed] = await Promise.all([
    listChoosable(ctx.db, workspaceId),
    rota ? listOverrides(ctx.db, workspaceId, key, { limit: OVERRIDES_MAX }) : null,
    namedBy(workspaceId),
    rota ? feedUrl(ctx, workspaceId, key) : null,
  ]);
  const cards = await findPeopleCards(ctx.db, workspaceId, rota ? peopleOfRota(rota) : []);
  return {
    key,
    rota,
    team,
    people,
    shifts: rota ? shiftsFrom(rota, now, SHIFTS_SHOWN) : [],
    overrides: (overrides?.rows ?? [])
      .filter(({ until }) => until.getTime() > now)
      .toSorted((a, b) => a.from.getTime() - b.from.getTime()),
    users: users("rota", key),
    feed,
    nameOf: (id: string) => cards.get(id)?.name ?? id,
    names: Object.fromEntries([...cards].map(([id, { name }]) => [id, name ?? id])),
  };
}

export type LoadedRota = Awaited<ReturnType<typeof loadRota>>;

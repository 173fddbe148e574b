import { peopleOfRota, type RotaFacts } from "@/core/rota/rota";
import { SHIFT_LOOK_MS, type Shift, shiftsBetween, shiftsFrom } from "@/core/rota/shifts";
import { toRfc3339 } from "@/core/time";
import { findKeyed, listKeyed } from "@/db/queries/keyed";
import { findPeopleCards } from "@/db/queries/people-cards";
import { listOverrides, loadRotas, type OverrideRow } from "@/db/queries/rotas";
import { nowOf } from "@/server/clock/clock";
import { deleteRota } from "@/server/rotas/delete-rota";
import { feedUrl } from "@/server/rotas/feed-link";
import { addOverride, removeOverride } from "@/server/rotas/overrides";
import { renewFeed } from "@/server/rotas/renew-feed";
import { saveRota } from "@/server/rotas/save-rota";
import { type ApiContext, answerCreated, api, found } from "./base";
import { rotaShape } from "./keyed";

async function read({ ctx, caller }: ApiContext, key: string) {
  const row = await findKeyed(ctx.db, caller.workspaceId, "rotas", key);
  return rotaShape(found(row, "rota"));
}

const factsOf = async ({ ctx, caller }: ApiContext, key: string) =>
  found((await loadRotas(ctx.db, caller.workspaceId, key)).get(key), "rota");

/** A shift with the person's name, without its moments. */
async function withNames({ ctx, caller }: ApiContext, rota: RotaFacts) {
  const cards = await findPeopleCards(ctx.db, caller.workspaceId, peopleOfRota(rota));
  return ({ personId, layer, override }: Shift) => ({
    personId,
    name: personId === null ? null : (cards.get(personId)?.name ?? null),
    layer,
    override,
  });
}

const overrideShape = ({ id, personId, from, until, note, createdBy, createdAt }: OverrideRow) => ({
  ...{ id, personId, note, createdBy },
  from: from.toISOString(),
  until: until.toISOString(),
  createdAt: createdAt.toISOString(),
});

export const rotas = {
  list: api.rotas.list.handler(async ({ input, context }) => {
    const { ctx, caller } = context;
    const { rows, nextCursor } = await listKeyed(ctx.db, caller.workspaceId, "rotas", input.query);
    return { data: rows.map(rotaShape), nextCursor };
  }),
  get: api.rotas.get.handler(({ input, context }) => read(context, input.params.key)),
  put: api.rotas.put.handler(async ({ input, context }) => {
    const { key } = input.params;
    const { created } = await saveRota(context.ctx, context.caller, key, input.body);
    answerCreated(context, created);
    return read(context, key);
  }),
  delete: api.rotas.delete.handler(({ input, context }) =>
    deleteRota(context.ctx, context.caller, input.params.key),
  ),
  onCall: api.rotas.onCall.handler(async ({ input, context }) => {
    const rota = await factsOf(context, input.params.key);
    const at =
      input.query.at === undefined
        ? await nowOf(context.ctx.db, context.caller.workspaceId)
        : Date.parse(input.query.at);
    const [shift, next] = shiftsFrom(rota, at, 2);
    const named = await withNames(context, rota);
    const endOf = ({ until }: Shift) => (until < at + SHIFT_LOOK_MS ? toRfc3339(until) : null);
    const now = found(shift, "rota");
    return {
      ...named(now),
      from: now.from > at - SHIFT_LOOK_MS ? toRfc3339(now.from) : null,
      until: endOf(now),
      next: next ? { ...named(next), from: toRfc3339(next.from), until: endOf(next) } : null,
    };
  }),
  shifts: api.rotas.shifts.handler(async ({ input, context }) => {
    const rota = await factsOf(context, input.params.key);
    const { from, to } = input.query;
    const named = await withNames(context, rota);
    const shifts = shiftsBetween(rota, Date.parse(from), Date.parse(to));
    return {
      data: shifts.map((shift) => ({
        ...named(shift),
        from: toRfc3339(shift.from),
        until: toRfc3339(shift.until),
      })),
    };
  }),
  overrides: api.rotas.overrides.handler(async ({ input, context }) => {
    const { key } = await read(context, input.params.key);
    const { ctx, caller } = context;
    const page = await listOverrides(ctx.db, caller.workspaceId, key, input.query);
    return { data: page.rows.map(overrideShape), nextCursor: page.nextCursor };
  }),
  addOverride: api.rotas.addOverride.handler(async ({ input, context }) =>
    overrideShape(await addOverride(context.ctx, context.caller, input.params.key, input.body)),
  ),
  removeOverride: api.rotas.removeOverride.handler(({ input, context }) =>
    removeOverride(context.ctx, context.caller, input.params.key, input.params.id),
  ),
  feed: api.rotas.feed.handler(async ({ input, context }) => ({
    url: await feedUrl(
      context.ctx,
      context.caller.workspaceId,
      input.params.key,
      input.query.personId ?? null,
    ),
  })),
  renewFeed: api.rotas.renewFeed.handler(async ({ input, context }) => {
    const { key } = input.params;
    await renewFeed(context.ctx, context.caller, key);
    return { url: await feedUrl(context.ctx, context.caller.workspaceId, key) };
  }),
};

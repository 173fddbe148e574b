"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { parseMoment } from "@/core/calendar/zone";
import { OverrideInput, RotaInput } from "@/core/contracts/rotas";
import { AppError } from "@/core/errors";
import { Key } from "@/core/ids";
import { RotaPlan } from "@/core/rota/rota";
import { toRfc3339 } from "@/core/time";
import { findKeyed } from "@/db/queries/keyed";
import type { Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";
import { deleteRota } from "@/server/rotas/delete-rota";
import { addOverride, removeOverride } from "@/server/rotas/overrides";
import { renewFeed } from "@/server/rotas/renew-feed";
import { saveRota } from "@/server/rotas/save-rota";
import { operatorOf } from "../settings/operator-of";

const seenAgain = ({ workspace }: Member) => {
  revalidatePath(`/${workspace.slug}/rotas`, "layout");
  revalidatePath(`/${workspace.slug}/teams`, "layout");
};

export const saveRotaAction = action(
  "edit_workflows",
  // What was stored by older rules is seen all the same.
  z.strictObject({ key: Key, rota: RotaInput, seen: z.object(RotaPlan.shape).nullable() }),
  async ({ key, rota, seen }, member) => {
    await saveRota(ctx, operatorOf(member), key, rota, { seen });
    seenAgain(member);
    const { key: _, ...plan } = rota;
    return plan;
  },
);

export const deleteRotaAction = action(
  "edit_workflows",
  z.strictObject({ key: Key }),
  async ({ key }, member) => {
    await deleteRota(ctx, operatorOf(member), key);
    seenAgain(member);
  },
);

/** `from` and `until` as a form gives them: on the rota's clock, without a zone. */
export const addOverrideAction = action(
  "edit_workflows",
  z.strictObject({
    key: Key,
    personId: OverrideInput.shape.personId,
    from: z.string().max(40),
    until: z.string().max(40),
    note: z.string().max(500),
  }),
  async ({ key, personId, from, until, note }, member) => {
    const rota = await findKeyed(ctx.db, member.workspaceId, "rotas", key);
    if (!rota) throw new AppError("not_found", `There is no ${key}.`);
    const momentOf = (path: string, text: string) => {
      const at = parseMoment(text, rota.plan.timeZone);
      if (at !== null) return toRfc3339(at);
      const errors = [{ path, message: "is no moment" }];
      throw new AppError("invalid", "This is no moment.", { errors });
    };
    const times = { from: momentOf("from", from), until: momentOf("until", until) };
    const input = OverrideInput.parse({ personId, ...times, ...(note && { note }) });
    await addOverride(ctx, operatorOf(member), key, input);
    seenAgain(member);
  },
);

export const removeOverrideAction = action(
  "edit_workflows",
  z.strictObject({ key: Key, id: z.uuid() }),
  async ({ key, id }, member) => {
    await removeOverride(ctx, operatorOf(member), key, id);
    seenAgain(member);
  },
);

export const renewFeedAction = action(
  "edit_workflows",
  z.strictObject({ key: Key }),
  async ({ key }, member) => {
    await renewFeed(ctx, operatorOf(member), key);
    seenAgain(member);
  },
);

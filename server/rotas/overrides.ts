import type { OverrideInput } from "@/core/contracts/rotas";
import { AppError } from "@/core/errors";
import { findKeyed } from "@/db/queries/keyed";
import { findPerson } from "@/db/queries/people";
import {
  countOverrides,
  deleteOverrides,
  insertOverride,
  type OverrideRow,
} from "@/db/queries/rotas";
import type { Who } from "@/server/cases/verbs";
import { nowOf } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { changeFacts } from "@/server/workspaces/change-facts";

/** Overrides of a rota that are not over: each is looked at whenever somebody is to be told. */
export const OVERRIDES_MAX = 500;

/**
 * Puts somebody else on call for a while, or nobody; it counts from the next question on. Throws
 * `not_found` for an unknown rota, `invalid` for an unknown person and `conflict` past `OVERRIDES_MAX`.
 */
export async function addOverride(
  ctx: Ctx,
  who: Who,
  rota: string,
  input: OverrideInput,
): Promise<OverrideRow> {
  const { workspaceId, actor } = who;
  const { personId, note = null } = input;
  const detail = { personId, from: input.from, until: input.until };
  const change = { action: "rota.override_added" as const, target: rota, detail };
  return changeFacts(ctx, who, change, async (tx) => {
    if (!(await findKeyed(tx, workspaceId, "rotas", rota))) throw noRota(rota);
    if (personId !== null && !(await findPerson(tx, workspaceId, personId))) {
      const errors = [{ path: "personId", message: "is not known" }];
      throw new AppError("invalid", `There is no person ${personId}.`, { errors });
    }
    const now = new Date(await nowOf(tx, workspaceId));
    if ((await countOverrides(tx, workspaceId, rota, now)) >= OVERRIDES_MAX) {
      throw new AppError(
        "conflict",
        `A rota can have ${OVERRIDES_MAX} overrides that are not over; take one back first.`,
      );
    }
    return insertOverride(tx, {
      ...{ workspaceId, id: newId(), rota, personId, note },
      from: new Date(input.from),
      until: new Date(input.until),
      createdBy: "name" in actor ? actor.name : null,
    });
  });
}

/** Takes an override back. Throws `not_found` where there is none. */
export async function removeOverride(ctx: Ctx, who: Who, rota: string, id: string): Promise<void> {
  const change = { action: "rota.override_removed" as const, target: rota, detail: { id } };
  await changeFacts(ctx, who, change, async (tx) => {
    if ((await deleteOverrides(tx, who.workspaceId, rota, id)) > 0) return;
    throw new AppError("not_found", "There is no such override any more.");
  });
}

export const noRota = (key: string) => new AppError("not_found", `There is no rota ${key}.`);

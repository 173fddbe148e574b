"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { paramsOf } from "@/core/filter/address";
import { readListAddress, viewQuery } from "@/core/filter/list-address";
import { LIST_SPECS } from "@/core/filter/lists";
import { LISTS, type ListName } from "@/core/operator/list-name";
import type { Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";
import { createView } from "@/server/views/create-view";
import { deleteView } from "@/server/views/delete-view";
import { updateView } from "@/server/views/update-view";
import { ViewName, ViewQuery } from "@/server/views/view-input";

const whoOf = ({ workspaceId, operatorId, name }: Member) => ({
  workspaceId,
  operatorId,
  actor: { kind: "operator" as const, id: operatorId, name },
});

const refresh = (member: Member) => revalidatePath(`/${member.workspace.slug}`, "layout");

/** A view keeps what the list understands, in one order of words. */
function kept(list: ListName, query: string): string {
  const spec = LIST_SPECS[list];
  return viewQuery(spec, readListAddress(spec, paramsOf(query)));
}

const List = z.enum(LISTS);

export const createListView = action(
  "read",
  z.strictObject({ list: List, name: ViewName, query: ViewQuery, shared: z.boolean() }),
  async ({ list, name, query, shared }, member) => {
    const view = { list, name, query: kept(list, query), shared };
    const made = await createView(ctx, whoOf(member), view);
    refresh(member);
    return made;
  },
);

export const updateListView = action(
  "read",
  z.strictObject({
    list: List,
    id: z.uuid(),
    name: ViewName.optional(),
    query: ViewQuery.optional(),
    shared: z.boolean().optional(),
  }),
  async ({ list, id, query, ...change }, member) => {
    const changed = query === undefined ? change : { ...change, query: kept(list, query) };
    await updateView(ctx, whoOf(member), id, changed);
    refresh(member);
  },
);

export const deleteListView = action(
  "read",
  z.strictObject({ id: z.uuid() }),
  async ({ id }, member) => {
    await deleteView(ctx, whoOf(member), id);
    refresh(member);
  },
);

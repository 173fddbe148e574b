"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { createApiKey, NewApiKey } from "@/server/api-keys/create-api-key";
import { revokeApiKey } from "@/server/api-keys/revoke-api-key";
import type { Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";
import { operatorOf } from "../operator-of";

const seenAgain = (member: Member) =>
  revalidatePath(`/${member.workspace.slug}/settings/api-keys`, "page");

/** Gives the key itself, this once. */
export const createKeyAction = action("manage_keys", NewApiKey, async (input, member) => {
  const { key } = await createApiKey(ctx, operatorOf(member), input);
  seenAgain(member);
  return key;
});

export const revokeKeyAction = action(
  "manage_keys",
  z.strictObject({ id: z.uuid() }),
  async ({ id }, member) => {
    await revokeApiKey(ctx, operatorOf(member), id);
    seenAgain(member);
  },
);

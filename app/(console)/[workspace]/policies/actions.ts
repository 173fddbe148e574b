"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { ladderOf, PolicyInput } from "@/core/contracts/teams";
import { Key } from "@/core/ids";
import { Ladder } from "@/core/workflow/steps/escalate";
import type { Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";
import { deletePolicy } from "@/server/policies/delete-policy";
import { savePolicy } from "@/server/policies/save-policy";
import { operatorOf } from "../settings/operator-of";

const seenAgain = (member: Member) =>
  revalidatePath(`/${member.workspace.slug}/policies`, "layout");

export const savePolicyAction = action(
  "edit_workflows",
  PolicyInput.extend({
    key: Key,
    seen: z.strictObject({ name: z.string(), ladder: Ladder }).nullable(),
  }),
  async ({ seen, ...input }, member) => {
    await savePolicy(ctx, operatorOf(member), input.key, input, { seen });
    seenAgain(member);
    return { name: input.name, ladder: ladderOf(input) };
  },
);

export const deletePolicyAction = action(
  "edit_workflows",
  z.strictObject({ key: Key }),
  async ({ key }, member) => {
    await deletePolicy(ctx, operatorOf(member), key);
    seenAgain(member);
  },
);

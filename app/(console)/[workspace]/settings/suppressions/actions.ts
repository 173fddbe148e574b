"use server";

import { revalidatePath } from "next/cache";
import { LiftInput, SuppressInput } from "@/core/contracts/suppressions";
import type { Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";
import { liftSuppression } from "@/server/suppressions/lift-suppression";
import { suppress } from "@/server/suppressions/suppress";
import { operatorOf } from "../operator-of";

const seenAgain = (member: Member) =>
  revalidatePath(`/${member.workspace.slug}/settings/suppressions`);

export const suppressAction = action("act_on_cases", SuppressInput, async (input, member) => {
  const added = await suppress(ctx, operatorOf(member), input);
  seenAgain(member);
  return { added };
});

export const liftAction = action("act_on_cases", LiftInput, async (input, member) => {
  await liftSuppression(ctx, operatorOf(member), input);
  seenAgain(member);
});

"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { Key } from "@/core/ids";
import { StepId } from "@/core/workflow/steps/shared";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";
import { promoteArm } from "@/server/workflows/promote-arm";

export const promoteAction = action(
  "edit_workflows",
  z.strictObject({
    key: Key,
    step: StepId,
    arm: z.string().min(1).max(80),
    ifMatch: z.int().min(1),
  }),
  async ({ key, ...promotion }, member) => {
    const { workspaceId, operatorId, name } = member;
    const who = { workspaceId, actor: { kind: "operator", id: operatorId, name } as const };
    await promoteArm(ctx, who, key, promotion);
    revalidatePath(`/${member.workspace.slug}`, "layout");
  },
);

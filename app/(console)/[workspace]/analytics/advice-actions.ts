"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { Key } from "@/core/ids";
import { AdvisedChange } from "@/core/metrics/advice";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";
import { takeAdvice } from "@/server/workflows/take-advice";

export const takeAdviceAction = action(
  "edit_workflows",
  z.strictObject({ key: Key, change: AdvisedChange, ifMatch: z.int().min(1) }),
  async ({ key, ...taken }, { workspaceId, operatorId, name, workspace }) => {
    const actor = { kind: "operator", id: operatorId, name } as const;
    await takeAdvice(ctx, { workspaceId, actor }, key, taken);
    revalidatePath(`/${workspace.slug}`, "layout");
  },
);

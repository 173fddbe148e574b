"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { Key } from "@/core/ids";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";
import { restoreVersion } from "@/server/workflows/restore-version";

const VERSION_MAX = 1_000_000;

export const restoreAction = action(
  "edit_workflows",
  z.strictObject({
    key: Key,
    version: z.int().min(1).max(VERSION_MAX),
    ifMatch: z.int().min(1),
  }),
  async ({ key, version, ifMatch }, member) => {
    const { workspaceId, operatorId, name } = member;
    const who = { workspaceId, actor: { kind: "operator", id: operatorId, name } as const };
    await restoreVersion(ctx, who, key, { version, ifMatch });
    revalidatePath(`/${member.workspace.slug}`, "layout");
  },
);

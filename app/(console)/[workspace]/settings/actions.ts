"use server";

import { revalidatePath } from "next/cache";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";
import { saveSettings, WorkspaceSettings } from "@/server/workspaces/save-settings";
import { operatorOf } from "./operator-of";

/** Saves what is given of a workspace's settings. */
export const saveSettingsAction = action(
  "manage_settings",
  WorkspaceSettings,
  async (input, member) => {
    await saveSettings(ctx, operatorOf(member), input);
    revalidatePath(`/${member.workspace.slug}`, "layout");
  },
);

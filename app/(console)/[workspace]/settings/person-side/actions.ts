"use server";

import { revalidatePath } from "next/cache";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";
import { PersonSideChange, savePersonSide } from "@/server/person-side/save-person-side";
import { operatorOf } from "../operator-of";

/** Saves what is given of what people see. */
export const savePersonSideAction = action(
  "manage_settings",
  PersonSideChange,
  async (input, member) => {
    await savePersonSide(ctx, operatorOf(member), input);
    revalidatePath(`/${member.workspace.slug}/settings/person-side`, "layout");
  },
);

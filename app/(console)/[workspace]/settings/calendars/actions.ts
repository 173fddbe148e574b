"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { Key } from "@/core/ids";
import type { Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { CalendarChange, changeCalendar } from "@/server/calendars/change-calendar";
import { createCalendar } from "@/server/calendars/create-calendar";
import { deleteCalendar } from "@/server/calendars/delete-calendar";
import { action } from "@/server/http/action";
import { operatorOf } from "../operator-of";

const OneKey = z.strictObject({ key: Key });

const seenAgain = (member: Member) =>
  revalidatePath(`/${member.workspace.slug}/settings/calendars`, "layout");

export const createCalendarAction = action("edit_workflows", OneKey, async ({ key }, member) => {
  const { timeZone } = member.workspace;
  await createCalendar(ctx, operatorOf(member), { key, timeZone });
  seenAgain(member);
});

export const changeCalendarAction = action(
  "edit_workflows",
  z.strictObject({ key: Key, change: CalendarChange }),
  async ({ key, change }, member) => {
    await changeCalendar(ctx, operatorOf(member), key, change);
    seenAgain(member);
  },
);

export const deleteCalendarAction = action("edit_workflows", OneKey, async ({ key }, member) => {
  await deleteCalendar(ctx, operatorOf(member), key);
  seenAgain(member);
});

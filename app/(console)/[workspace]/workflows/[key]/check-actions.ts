"use server";

import { z } from "zod";
import { Key } from "@/core/ids";
import { ACCEPTED_NOTE_MAX, CheckMark } from "@/core/workflow/problems/accepted";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";
import { acceptCheck } from "@/server/workflows/accept-check";
import { takeBackAcceptance } from "@/server/workflows/take-back-acceptance";

/** Accepts a check of what is stored, with the reason that will stand beside it. */
export const acceptCheckAction = action(
  "edit_workflows",
  z.strictObject({
    key: Key,
    check: CheckMark,
    note: z.string().trim().min(1).max(ACCEPTED_NOTE_MAX),
  }),
  ({ key, check, note }, member) => acceptCheck(ctx, member, key, { check, note }),
);

export const takeBackAcceptanceAction = action(
  "edit_workflows",
  z.strictObject({ key: Key, check: CheckMark }),
  ({ key, check }, member) => takeBackAcceptance(ctx, member, key, check),
);

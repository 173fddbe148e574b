"use server";

import { z } from "zod";
import { RETENTION_KINDS } from "@/db/queries/retention";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";
import { countForTerm } from "@/server/workspaces/count-for-term";

const Term = z.strictObject({
  what: z.enum(RETENTION_KINDS),
  days: z.int().min(1).max(36_500).nullable(),
});

/** What a term would let go of now. */
export const countTermAction = action("manage_settings", Term, ({ what, days }, member) =>
  countForTerm(ctx, member, what, days),
);

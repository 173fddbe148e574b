"use server";

import { z } from "zod";
import { addTrendNote, removeTrendNote, TrendNote } from "@/server/analytics/trend-notes";
import type { Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";

const whoOf = ({ workspaceId, operatorId, name }: Member) => ({
  workspaceId,
  actor: { kind: "operator" as const, id: operatorId, name },
});

export const addNoteAction = action("act_on_cases", TrendNote, (note, member) =>
  addTrendNote(ctx, whoOf(member), note),
);

export const removeNoteAction = action(
  "act_on_cases",
  z.strictObject({ id: z.uuid() }),
  ({ id }, member) => removeTrendNote(ctx, whoOf(member), id),
);

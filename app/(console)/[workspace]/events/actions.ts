"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { EventInput, type EventResult } from "@/core/contracts/events";
import { AppError } from "@/core/errors";
import { findEvent } from "@/db/queries/events";
import type { Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import type { Who } from "@/server/cases/verbs";
import { replayEvent } from "@/server/events/replay-event";
import { sendByHand } from "@/server/events/send-by-hand";
import { action } from "@/server/http/action";
import { fieldErrors } from "@/server/http/field-errors";

const JSON_CHARS_MAX = 100_000;

const whoOf = (member: Member): Who => ({
  workspaceId: member.workspaceId,
  actor: { kind: "operator", id: member.operatorId, name: member.name },
});

/** The answer the sender gets, and where the event is found. */
async function answerOf(member: Member, result: EventResult) {
  const row = await findEvent(ctx.db, member.workspaceId, result.id);
  revalidatePath(`/${member.workspace.slug}`, "layout");
  return { ...result, eventId: row?.id ?? result.id };
}

export const sendTestEventAction = action(
  "act_on_cases",
  z.strictObject({ json: z.string().min(1).max(JSON_CHARS_MAX) }),
  async ({ json }, member) => {
    const result = await sendByHand(ctx, whoOf(member), eventIn(json), "event.sent_by_hand");
    return answerOf(member, result);
  },
);

export const replayAction = action(
  "act_on_cases",
  z.strictObject({ id: z.uuid() }),
  async ({ id }, member) => answerOf(member, await replayEvent(ctx, whoOf(member), id)),
);

function eventIn(json: string): EventInput {
  const input = EventInput.safeParse(parsed(json));
  if (input.success) return input.data;
  const errors = fieldErrors(input.error.issues);
  throw new AppError("invalid", "This event is not valid.", { errors });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new AppError("malformed", "This is no JSON.", { cause });
  }
}

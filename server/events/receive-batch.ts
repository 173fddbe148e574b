import { z } from "zod";
import { type EventBatchItem, EventInput } from "@/core/contracts/events";
import type { WorkspaceId } from "@/core/ids";
import type { Ctx } from "@/server/context";
import { fieldErrors } from "@/server/http/field-errors";
import { refusalOf } from "@/server/http/problem";
import { receiveEvent } from "./receive-event";

const Name = z.union([z.string(), z.number()]);
const EventSubject = z.object({
  key: Name.optional(),
  data: z.object({ id: Name.optional().catch(undefined) }).optional(),
  person: z.union([z.string(), z.object({ id: z.string() })]).optional(),
});

/** Subjects of one batch that are worked on at a time. */
const LANES = 4;

/**
 * Receives many events; one that fails is named in its result and stops no other. Events about the
 * same subject (key, `data.id` or person) are taken in their order, those about others beside them.
 */
export async function receiveBatch(
  ctx: Ctx,
  workspaceId: WorkspaceId,
  inputs: readonly unknown[],
): Promise<EventBatchItem[]> {
  const results: EventBatchItem[] = [];
  const subjects = [...Map.groupBy(inputs.entries(), ([, input]) => subjectOf(input)).values()];
  const lane = async () => {
    for (let events = subjects.shift(); events; events = subjects.shift()) {
      for (const [i, input] of events) results[i] = await receiveOne(ctx, workspaceId, input);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return results;
}

function subjectOf(input: unknown): string {
  const { key, data, person } = EventSubject.safeParse(input).data ?? {};
  const personId = typeof person === "object" ? person.id : person;
  return String(key ?? data?.id ?? personId ?? "");
}

async function receiveOne(
  ctx: Ctx,
  workspaceId: WorkspaceId,
  input: unknown,
): Promise<EventBatchItem> {
  const parsed = EventInput.safeParse(input);
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error.issues);
    const error = { status: 422, code: "invalid", detail: "This event is not valid.", errors };
    return failed(input, error);
  }
  try {
    return { ...(await receiveEvent(ctx, workspaceId, parsed.data)), error: null };
  } catch (cause) {
    const refusal = refusalOf(cause);
    if (!refusal) ctx.log.error({ err: cause }, "an event of a batch failed");
    const { status, code, message, errors } = refusal ?? {
      status: 500,
      code: "internal",
      message: "Something broke on our side. Send this event again.",
      errors: [],
    };
    return failed(input, { status, code, detail: message, errors });
  }
}

function failed(input: unknown, error: EventBatchItem["error"]): EventBatchItem {
  const id = typeof input === "object" && input !== null && "id" in input ? input.id : null;
  return {
    id: typeof id === "string" ? id : null,
    opened: [],
    resolved: [],
    responded: [],
    ignored: [],
    error,
  };
}

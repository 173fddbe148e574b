import { type EventBatchItem, EventInput } from "@/core/contracts/events";
import type { WorkspaceId } from "@/core/ids";
import type { Ctx } from "@/server/context";
import { fieldErrors } from "@/server/http/field-errors";
import { refusalOf } from "@/server/http/problem";
import { receiveEvent } from "./receive-event";

/** Receives events in their order; one that fails is named in its result and stops no other. */
export async function receiveBatch(
  ctx: Ctx,
  workspaceId: WorkspaceId,
  inputs: readonly unknown[],
): Promise<EventBatchItem[]> {
  const results: EventBatchItem[] = [];
  for (const input of inputs) results.push(await receiveOne(ctx, workspaceId, input));
  return results;
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

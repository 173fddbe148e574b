import { EventResult, type EventShape } from "@/core/contracts/events";
import type { EventRow } from "@/db/queries/events";

export type EventDid = Pick<EventShape, "opened" | "resolved" | "responded" | "ignored">;

/** An event as it was sent, with the answer its sender got. */
export function eventShape(row: EventRow): EventShape {
  const result = EventResult.partial().safeParse(row.result).data ?? {};
  return {
    id: row.externalId ?? row.id,
    name: row.name,
    key: row.key,
    personId: row.personId,
    data: row.data,
    occurredAt: row.occurredAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    dueAt: row.dueAt,
    opened: result.opened ?? [],
    resolved: result.resolved ?? [],
    responded: result.responded ?? [],
    ignored: result.ignored ?? [],
  };
}

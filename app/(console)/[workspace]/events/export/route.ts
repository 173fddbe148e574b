import { caseNumber } from "@/components/cases/case-state";
import { EVENT_LIST } from "@/core/filter/event-fields";
import { EventId } from "@/core/ids";
import { type EventRow, findEvents, listEvents } from "@/db/queries/events";
import { ctx } from "@/server/boot";
import { eventShape } from "@/server/events/event-shape";
import { listExport } from "@/server/http/list-export";
import { eventFilter } from "../search-params";

const numbersOf = (some: readonly { number: number }[]) =>
  some.map(({ number }) => caseNumber(number)).join(" ");

/** The list as it is filtered and ordered, or the chosen events, as CSV. */
export const { GET, POST } = listExport<EventRow>({
  name: "events",
  spec: EVENT_LIST,
  id: EventId,
  head: [
    "id",
    "external_id",
    "name",
    "key",
    "person",
    "occurred_at",
    "received_at",
    "due_at",
    "opened",
    "resolved",
    "responded",
    "ignored",
    "data",
  ],
  cells: (_, rows) =>
    rows.map((row) => {
      const { opened, resolved, responded, ignored } = eventShape(row);
      return [
        row.id,
        row.externalId,
        row.name,
        row.key,
        row.personId,
        row.occurredAt.toISOString(),
        row.receivedAt.toISOString(),
        row.dueAt,
        numbersOf(opened),
        numbersOf(resolved),
        numbersOf(responded),
        [...new Set(ignored.map(({ reason }) => reason))].join(" "),
        JSON.stringify(row.data),
      ];
    }),
  filtered: async ({ member, now, viewerZone }, { filters, sort }) => {
    const filter = eventFilter(filters, { now, viewerZone });
    return (page) => listEvents(ctx.db, member.workspaceId, filter, page, sort.desc);
  },
  chosen: (workspaceId, ids) => findEvents(ctx.db, workspaceId, ids),
});

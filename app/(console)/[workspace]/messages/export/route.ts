import { caseNumber } from "@/components/cases/case-state";
import { CLASS_OF } from "@/core/delivery/message-status";
import { plainAddress } from "@/core/delivery/push-address";
import { MESSAGE_LIST } from "@/core/filter/message-fields";
import { MessageId } from "@/core/ids";
import { findCaseNumbers } from "@/db/queries/case-numbers";
import { findMessages, listMessages, type MessageRow } from "@/db/queries/messages";
import { ctx } from "@/server/boot";
import { listExport } from "@/server/http/list-export";
import { messageFilter } from "../search-params";

const at = (moment: Date | null) => moment?.toISOString() ?? null;

/** The list as it is filtered and ordered, or the chosen messages, as CSV. */
export const { GET, POST } = listExport<MessageRow>({
  name: "messages",
  spec: MESSAGE_LIST,
  id: MessageId,
  head: [
    "id",
    "case",
    "title",
    "person",
    "address",
    "channel",
    "workflow",
    "version",
    "stage",
    "step",
    "template",
    "topic",
    "outcome",
    "status",
    "reason",
    "attempts",
    "planned_at",
    "deliver_at",
    "decided_at",
    "sent_at",
    "delivered_at",
    "opened_at",
    "clicked_at",
    "replied_at",
  ],
  cells: async (workspaceId, rows) => {
    const caseIds = rows.map(({ caseId }) => caseId);
    const numbers = await findCaseNumbers(ctx.db, workspaceId, caseIds);
    return rows.map((row) => {
      const number = numbers.get(row.caseId);
      return [
        row.id,
        number === undefined ? null : caseNumber(number),
        row.content?.subject ?? row.content?.title ?? null,
        row.personId,
        row.to && plainAddress(row.channel, row.to),
        row.channel,
        row.workflow,
        row.version,
        row.stage,
        row.step,
        row.template,
        row.topic,
        CLASS_OF[row.status],
        row.status,
        row.code,
        row.attempts,
        at(row.plannedAt),
        at(row.deliverAt),
        at(row.decidedAt),
        at(row.sentAt),
        at(row.deliveredAt),
        // A machine that opened it is no reader.
        row.openedBy === "human" ? at(row.openedAt) : null,
        at(row.clickedAt),
        at(row.repliedAt),
      ];
    });
  },
  filtered: async ({ member, now, viewerZone }, { filters, sort }) => {
    const filter = messageFilter(filters, { now, viewerZone });
    return (page) => listMessages(ctx.db, member.workspaceId, filter, page, sort.desc);
  },
  chosen: async (workspaceId, ids) => (await findMessages(ctx.db, workspaceId, ids)).reverse(),
});

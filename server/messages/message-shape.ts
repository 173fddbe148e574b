import type { Message, MessageDetail } from "@/core/contracts/messages";
import { CLASS_OF } from "@/core/delivery/message-status";
import { MessageRequest } from "@/core/delivery/request";
import { messageSentence } from "@/core/sentence/message-sentence";
import type { Names } from "@/core/sentence/names";
import type { listMessageEvents, MessageRow } from "@/db/queries/messages";
import type { AccountNames } from "@/server/channels/account-names";
import { triesOf } from "./tries";

const at = (moment: Date | null): string | null => moment?.toISOString() ?? null;

export type MessageReader = { locale: string; zone: string; names: Names };

/** What to say about a message: the sentence of its outcome, and why. */
export function messageWords(row: MessageRow, { locale, zone, names }: MessageReader) {
  const request = MessageRequest.safeParse(row.request);
  return messageSentence(
    {
      status: row.status,
      code: row.code,
      params: row.params,
      channel: row.channel,
      subject: row.content?.subject ?? row.content?.title ?? null,
      personName: names.person?.(row.personId) ?? row.personId,
      deliverAt: row.deliverAt?.getTime() ?? null,
      sentAt: row.sentAt?.getTime() ?? null,
      because: request.data?.because ?? null,
    },
    { locale, zone, names },
  );
}

export function messageShape(row: MessageRow, reader: MessageReader): Message {
  const { sentence, because } = messageWords(row, reader);
  return {
    id: row.id,
    caseId: row.caseId,
    personId: row.personId,
    workflow: row.workflow,
    version: row.version,
    stage: row.stage,
    step: row.step,
    channel: row.channel,
    to: row.to,
    topic: row.topic,
    subject: row.content?.subject ?? row.content?.title ?? null,
    status: row.status,
    class: CLASS_OF[row.status],
    code: row.code,
    sentence,
    because,
    provider: row.provider,
    providerMessageId: row.providerMessageId,
    plannedAt: row.plannedAt.toISOString(),
    sentAt: at(row.sentAt),
    deliveredAt: at(row.deliveredAt),
    openedAt: at(row.openedAt),
    openedBy: row.openedBy,
    clickedAt: at(row.clickedAt),
    repliedAt: at(row.repliedAt),
  };
}

type EventRows = Awaited<ReturnType<typeof listMessageEvents>>;

/** With the rendered snapshot, attempts and what came back. */
export const messageDetail = (
  row: MessageRow,
  events: EventRows,
  reader: MessageReader & { accounts: AccountNames },
): MessageDetail => ({
  ...messageShape(row, reader),
  template: row.template,
  params: row.params ?? {},
  evidence: row.evidence ?? {},
  content: row.content,
  attempts: row.attempts,
  tries: triesOf(row).map(({ at: moment, provider, end, text }) => ({
    at: moment.toISOString(),
    provider,
    account: reader.accounts(provider),
    end,
    text,
  })),
  deliverAt: at(row.deliverAt),
  // Who a visitor was, even without a name, is nobody's business, nor what a sender calls a press.
  events: events.map(({ type, by, detail: { visitor: _, key: __, ...detail }, at: moment }) => ({
    type,
    by,
    detail,
    at: moment.toISOString(),
  })),
});

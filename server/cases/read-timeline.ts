import type { TimelineEntry } from "@/core/contracts/cases";
import { decisionSentence } from "@/core/sentence/decision-sentence";
import type { Names } from "@/core/sentence/names";
import { type CaseListRow, listDecisions } from "@/db/queries/cases";
import { listMessagesOfCase, type MessageRow } from "@/db/queries/messages";
import { findPerson } from "@/db/queries/people";
import type { Ctx } from "@/server/context";
import { messageWords } from "@/server/messages/message-shape";
import { readNames, textsIn } from "@/server/messages/read-names";
import type { Reader } from "./case-shape";

type Line = TimelineEntry & { order: number };

/**
 * Everything that happened to a case in the order it happened: what the engine decided and what
 * became of each message, in words. Moments the person lived are in the person's zone.
 */
export async function readTimeline(
  ctx: Ctx,
  row: CaseListRow,
  reader: Reader,
): Promise<TimelineEntry[]> {
  const { workspaceId, id } = row;
  const [decisions, messages, person] = await Promise.all([
    listDecisions(ctx.db, workspaceId, id),
    listMessagesOfCase(ctx.db, workspaceId, id),
    findPerson(ctx.db, workspaceId, row.personId),
  ]);
  const names = await readNames(ctx.db, workspaceId, [
    row.personId,
    ...messages.map((message) => message.personId),
    ...decisions.flatMap(({ entries }) => textsIn(entries.map((entry) => entry.params))),
  ]);
  const options = {
    locale: reader.locale,
    zone: person?.timeZone ?? reader.zone,
    viewerZone: reader.zone,
    names,
  };
  const decided = decisions.flatMap(({ at, entries }): Line[] =>
    entries.map((entry) => ({
      at: at.toISOString(),
      code: entry.code,
      params: { ...entry.params, ...(entry.step && { step: entry.step }) },
      ...decisionSentence(entry, options),
      evidence: entry.evidence ?? {},
      order: 0,
    })),
  );
  const lines = [...decided, ...messages.map((message) => lineOf(message, options))];
  // A decision goes before the messages it led to in the same millisecond.
  lines.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.order - b.order);
  return lines.map(({ order: _, ...line }) => line);
}

function lineOf(row: MessageRow, options: { locale: string; zone: string; names: Names }): Line {
  const { class: outcome, sentence, because } = messageWords(row, options);
  const moment = row.sentAt ?? row.decidedAt ?? row.plannedAt;
  const came = {
    deliveredAt: row.deliveredAt,
    openedAt: row.openedAt,
    openedBy: row.openedBy,
    clickedAt: row.clickedAt,
    repliedAt: row.repliedAt,
  };
  return {
    at: moment.toISOString(),
    class: outcome,
    code: row.code ?? `message.${row.status}`,
    params: {
      ...row.params,
      messageId: row.id,
      step: row.step,
      channel: row.channel,
      personId: row.personId,
    },
    sentence,
    because,
    evidence: {
      ...row.evidence,
      ...(row.to !== null && { to: row.to }),
      ...(row.provider !== null && { provider: row.provider }),
      ...(row.providerMessageId !== null && { providerMessageId: row.providerMessageId }),
      ...Object.fromEntries(Object.entries(came).filter(([, value]) => value !== null)),
    },
    order: 1,
  };
}

import type { TimelineEntry } from "@/core/contracts/cases";
import { decisionSentence } from "@/core/sentence/decision-sentence";
import type { Names } from "@/core/sentence/names";
import type { DecisionOptions } from "@/core/sentence/param-slots";
import { type Why, whySentences } from "@/core/sentence/why-sentences";
import { type CaseListRow, listDecisions } from "@/db/queries/cases";
import { listMessagesOfCase, type MessageRow } from "@/db/queries/messages";
import { findPerson } from "@/db/queries/people";
import { listTopics } from "@/db/queries/topics";
import type { Ctx } from "@/server/context";
import { messageWords } from "@/server/messages/message-shape";
import { readNames, textsIn } from "@/server/messages/read-names";
import type { Reader } from "./case-shape";

/** A line of the timeline with all that it rests on. */
type CaseLine = TimelineEntry & {
  /** The message whose own line this is. */
  messageId: string | null;
  step: string | null;
  why: Why;
};

/** The engine rests after what it sent in the same moment. */
const BEGINS_A_REST = new Set(["wait.started", "await.started"]);

/** What the caller knows beside the database's own names. */
type MoreNames = Pick<Names, "template" | "action">;

/**
 * Everything that happened to a case in the order it happened: what the engine decided and what
 * became of each message, in words. Moments the person lived are in the person's zone.
 */
export async function readTimeline(
  ctx: Pick<Ctx, "db">,
  row: CaseListRow,
  reader: Reader,
): Promise<TimelineEntry[]> {
  const lines = await readCaseLines(ctx, row, reader);
  return lines.map(({ messageId: _, step: _step, why: _why, ...entry }) => entry);
}

/** As `readTimeline`, with the answers to “why?”. */
export async function readCaseLines(
  ctx: Pick<Ctx, "db">,
  row: CaseListRow,
  reader: Reader,
  more: MoreNames = {},
): Promise<CaseLine[]> {
  const { workspaceId, id } = row;
  const [decisions, messages, person, topics] = await Promise.all([
    listDecisions(ctx.db, workspaceId, id),
    listMessagesOfCase(ctx.db, workspaceId, id),
    findPerson(ctx.db, workspaceId, row.personId),
    listTopics(ctx.db, workspaceId),
  ]);
  const known = await readNames(ctx.db, workspaceId, [
    row.personId,
    ...messages.map((message) => message.personId),
    ...decisions.flatMap(({ entries }) => textsIn(entries.map((entry) => entry.params))),
  ]);
  const buttons = buttonsIn(messages);
  const topicNames = new Map(topics.map((topic) => [topic.key, topic.name]));
  const names: Names = {
    ...known,
    ...more,
    topic: (key) => topicNames.get(key),
    action: (action) => buttons.get(action) ?? more.action?.(action),
  };
  const options = {
    locale: reader.locale,
    zone: person?.timeZone ?? reader.zone,
    viewerZone: reader.zone,
    names,
  };
  const decided = decisions.flatMap(({ at, entries }) =>
    entries.map((entry) => ({
      order: BEGINS_A_REST.has(entry.code) ? 2 : 0,
      at: at.toISOString(),
      code: entry.code,
      params: { ...entry.params, ...(entry.step && { step: entry.step }) },
      // A year is named where it is not that of the line itself.
      ...decisionSentence(entry, { ...options, now: at.getTime() }),
      evidence: entry.evidence ?? {},
      messageId: null,
      step: entry.step ?? null,
      why: whySentences(entry, { ...options, now: at.getTime() }),
    })),
  );
  const lines = [...decided, ...messages.map((message) => lineOf(message, options))];
  // A decision goes before the messages it led to in the same millisecond.
  lines.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.order - b.order);
  return lines.map(({ order: _, ...line }) => line);
}

/** What the buttons of these messages say, by action: the newest words win. */
function buttonsIn(messages: readonly MessageRow[]): ReadonlyMap<string, string> {
  return new Map(
    messages.flatMap(({ content }) =>
      (content?.actions ?? []).map(({ id, label }) => [id, label] as const),
    ),
  );
}

function lineOf(
  row: MessageRow,
  options: DecisionOptions & { names: Names },
): CaseLine & { order: number } {
  const { class: outcome, sentence, because } = messageWords(row, options);
  const moment = row.sentAt ?? row.decidedAt ?? row.plannedAt;
  const came = {
    deliveredAt: row.deliveredAt,
    openedAt: row.openedAt,
    openedBy: row.openedBy,
    clickedAt: row.clickedAt,
    repliedAt: row.repliedAt,
  };
  const code = row.code ?? `message.${row.status}`;
  const about = { personId: row.personId, channel: row.channel };
  const why = whySentences({ code, params: { ...about, ...row.params } }, options);
  return {
    order: 1,
    at: moment.toISOString(),
    class: outcome,
    code,
    params: { ...row.params, messageId: row.id, step: row.step, ...about },
    sentence,
    because,
    evidence: {
      ...row.evidence,
      ...(row.to !== null && { to: row.to }),
      ...(row.provider !== null && { provider: row.provider }),
      ...(row.providerMessageId !== null && { providerMessageId: row.providerMessageId }),
      ...Object.fromEntries(Object.entries(came).filter(([, value]) => value !== null)),
    },
    messageId: row.id,
    step: row.step,
    why: { ...why, happened: sentence, rule: because ?? why.rule },
  };
}

import { localDate } from "@/core/calendar/zone";
import type { CaseEvent } from "@/core/case/case-event";
import type { Actor } from "@/core/case/state";
import { decideReply, type ReplyDecision } from "@/core/reply/decide-reply";
import { type Fitting, fittingAction } from "@/core/reply/fitting-action";
import type { Intent } from "@/core/reply/intent";
import { namedDay } from "@/core/reply/named-day";
import { returnDay } from "@/core/reply/return-day";
import type { Instant } from "@/core/time";
import { resolvesByReply } from "@/core/workflow/answers";
import type { Tx } from "@/db/client";
import { insertMessageEvent } from "@/db/queries/came-back";
import {
  addToEvent,
  countDropped,
  countRecentReplies,
  forgetEvent,
  insertReply,
} from "@/db/queries/replies";
import { applyEvents, lockCases } from "@/server/cases/apply-events";
import type { CaseRow } from "@/server/cases/case-row";
import { loadPrograms } from "@/server/cases/programs";
import { nowOf } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { announceMessage } from "@/server/live/announce";
import { keepEvent } from "@/server/messages/keep-event";
import { newId } from "@/server/new-id";
import { markReplied, raiseOpened } from "@/server/public/engagement";
import type { Link } from "@/server/public/link";
import { carryOut } from "@/server/public/press";
import { snoozeUntil } from "@/server/public/snooze-until";
import { stopTopics } from "@/server/public/stop-topics";
import { tellHits } from "@/server/webhooks/tell-hits";
import type { Reception } from "./reception";

/** Answers of machines that are kept of one message in an hour; more are a loop. */
export const MACHINES_PER_HOUR_MAX = 5;
/** Answers of anybody that are kept of one message in an hour. */
export const REPLIES_PER_HOUR_MAX = 30;

/** A reply, read. */
export type Read = {
  /** The same for every repeat. */
  eventId: string;
  channel: "email" | "sms";
  from: string;
  subject: string | null;
  /** Their own words. */
  text: string;
  fullText: string;
  intent: Intent;
  isTheirs: boolean;
  machine: "away" | "automatic" | null;
};

/**
 * Takes a reply for what it is, in the caller's transaction: recorded once, decided, told to the case
 * through the same functions as its buttons, and kept with what it led to.
 */
export async function takeReply(ctx: Ctx, tx: Tx, opened: Link, read: Read): Promise<Reception> {
  const { workspaceId, message } = opened;
  const ref = { workspaceId, id: message.id, caseId: message.caseId };
  const link = { ...opened, now: await nowOf(tx, workspaceId) };
  const { now } = link;
  const id = newId();
  // Only the reader's own answer says that a human has seen the message.
  const by = isAnswer(read) ? ("human" as const) : ("unknown" as const);
  const event = { id: read.eventId, type: "replied" as const, by, at: new Date(now) };
  const detail = { reply: id, channel: read.channel };
  if (!(await insertMessageEvent(tx, ref, { ...event, detail }))) return { kind: "repeat" };
  if (await isTooMuch(tx, link, read)) return { kind: "dropped" };
  const mayStop = link.topic !== null && !link.topic.required;
  // Before the case is locked, as everywhere: a change of choices wants locks of its own first.
  if (read.intent.kind === "stop" && read.channel === "email" && isAnswer(read) && mayStop) {
    await stopTopics(ctx, tx, link, link.topic?.key ?? null, "reply");
    await keepEvent(tx, ref, {
      ...{ id: "unsubscribed", type: "unsubscribed" as const, by: "human" as const },
      ...{ detail: {}, at: new Date(now) },
    });
  }
  const [row] = await lockCases(tx, [{ workspaceId, caseId: message.caseId }]);
  if (!row) return { kind: "unknown" };
  const { intent, channel, machine, isTheirs } = read;
  const fitting = isAnswer(read)
    ? fittingAction(read.text, intent, message.content.actions, link.person.name)
    : null;
  const until = momentOf(link, read);
  const decision = decideReply({
    channel,
    intent,
    machine,
    isTheirs,
    isOpen: row.status === "open",
    isList: (message.content.items?.length ?? 0) > 1,
    fits: fitting !== null,
    hasDay: until !== null,
    mayStop,
  });
  const resolved = await tellCase(ctx, tx, { link, row, read, decision, fitting, until, id });
  const unresolved = decision.handled === "response" && !resolved;
  await insertReply(tx, {
    workspaceId,
    id,
    caseId: message.caseId,
    messageId: message.id,
    personId: message.personId,
    channel,
    fromAddress: read.from,
    fromOther: !isTheirs,
    subject: read.subject,
    text: read.text,
    fullText: read.fullText,
    intent: machine === null ? intent.kind : null,
    handled: decision.handled,
    // Whoever says it is done while the matter goes on would be reminded of it again.
    needsReading: decision.needsReading || unresolved,
    receivedAt: new Date(now),
  });
  if (isAnswer(read)) {
    await markReplied(tx, link);
    await raiseOpened(tx, link, "human");
    await tellHits(ctx, tx, ref);
  }
  announceMessage(tx, ref);
  const { handled } = decision;
  return { kind: "taken", workspaceId, caseId: message.caseId, replyId: id, handled, resolved };
}

/** Looked at when a repeat is told apart already; what is too much is counted and not kept. */
async function isTooMuch(
  tx: Tx,
  { workspaceId, message, now }: Link,
  read: Read,
): Promise<boolean> {
  const about = { workspaceId, messageId: message.id, now };
  const { machines, all } = await countRecentReplies(tx, about);
  const isMachine = read.machine !== null;
  if (all <= REPLIES_PER_HOUR_MAX && !(isMachine && machines > MACHINES_PER_HOUR_MAX)) return false;
  await forgetEvent(tx, about, read.eventId);
  await countDropped(tx, about);
  return true;
}

const isAnswer = ({ isTheirs, machine }: Read): boolean => isTheirs && machine === null;

/** The moment a reply names: a promise's, or that somebody is back. */
function momentOf({ now, zone }: Link, { intent, machine, text }: Read): Instant | null {
  const today = localDate(now, zone);
  const day =
    machine === "away"
      ? returnDay(text, today)
      : intent.kind === "by"
        ? namedDay(intent.day, today)
        : null;
  return day === null ? null : snoozeUntil("date", day, now, zone);
}

type Telling = {
  link: Link;
  row: CaseRow;
  read: Read;
  decision: ReplyDecision;
  fitting: Fitting | null;
  until: Instant | null;
  id: string;
};

/** Tells the engine; true when the case is resolved by it. */
async function tellCase(ctx: Ctx, tx: Tx, telling: Telling): Promise<boolean> {
  const { link, row, read, decision, fitting, until, id } = telling;
  const { workspaceId, message, person, topic, now: at } = link;
  const { caseId } = message;
  const { handled, code } = decision;
  const by: Actor = { kind: "person", id: person.id, name: person.name };
  const events: CaseEvent[] = [];
  if (code !== null) {
    const params = {
      reply: id,
      channel: read.channel,
      ...(topic && { topic: topic.key }),
      ...(until !== null && { until }),
      ...(fitting && { action: fitting.action.id }),
    };
    events.push({ type: "reply_read", at, by, code, params });
  }
  if (handled === "promised" && until !== null) events.push({ type: "snoozed", at, by, until });
  if (handled === "response") events.push(await answerOf(tx, telling, by));
  const happen = async (those: readonly CaseEvent[]): Promise<boolean> => {
    const of = those.map((event) => ({ workspaceId, caseId, event }));
    const applied = (await applyEvents(ctx, tx, of)).get(caseId);
    return row.status === "open" && applied?.state.status === "resolved";
  };
  const isResolved = await happen(events);
  if (handled !== "action" || !fitting) return isResolved;
  const { action, choice } = fitting;
  const given = { written: true as const, ...(choice !== undefined && { choice }) };
  const press = await carryOut(ctx, tx, link, action, given, row);
  await addToEvent(tx, { workspaceId, messageId: message.id }, read.eventId, press);
  // A button that does not close the case leaves a reply, which some workflows wait for.
  return press.resolved || happen([await answerOf(tx, telling, by)]);
}

async function answerOf(
  tx: Tx,
  { row, link, decision, id }: Telling,
  by: Actor,
): Promise<CaseEvent> {
  const definition = (await loadPrograms(tx, [row]))(row)?.definition;
  const resolves = definition !== undefined && resolvesByReply(definition);
  // The words stand below one line of the timeline.
  const detail = decision.code === null ? { reply: id } : {};
  return { type: "responded", at: link.now, by, kind: "reply", name: "reply", detail, resolves };
}

import { sql } from "drizzle-orm";
import { addBusinessDays } from "@/core/calendar/business-days";
import { addDuration } from "@/core/calendar/duration";
import { localParts } from "@/core/calendar/zone";
import type { Behaviour, Scenario } from "@/core/case/scenario";
import type { SimulationWorld } from "@/core/case/world-of";
import { RenderedContent } from "@/core/delivery/rendered-content";
import { MessageRequest } from "@/core/delivery/request";
import { AppError } from "@/core/errors";
import type { Channel } from "@/core/template/channel";
import { type Instant, toRfc3339 } from "@/core/time";
import { inTransaction } from "@/db/client";
import { listKeyed } from "@/db/queries/keyed";
import { saveCalendar } from "../calendars/save-calendar";
import { applyEvents, lockCases } from "../cases/apply-events";
import { acknowledgeCase, moveDue, type Who } from "../cases/verbs";
import { runInstant } from "../clock/test-clock";
import type { Ctx } from "../context";
import { reportOutcomes } from "../delivery/reports";
import { suppressGone } from "../delivery/suppress-gone";
import { receiveEvent } from "../events/receive-event";
import { type LinkPurpose, mintToken } from "../links/token";
import { recordHit } from "../public/engagement";
import { openLink } from "../public/link";
import { press } from "../public/press";
import { BROWSER, getRequest, postRequest } from "../public/testing";
import { unsubscribe } from "../public/unsubscribe";

const SNOOZE_DEFAULT = "P1D";
const ROBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

/** A case that a scenario is carried out on. */
export type Acted = {
  caseId: string;
  personId: string;
  scenario: Scenario;
  world: Pick<SimulationWorld, "zone" | "facts">;
  /** Place of a message among those that leave at one moment. */
  placeOf: (message: SentMessage) => number;
};

export type SentMessage = {
  id: string;
  step: string;
  visit: number;
  channel: Channel;
  personId: string;
  status: string;
  to: string | null;
  request: unknown;
  content: unknown;
  sentAt: Instant;
};

type CaseNow = {
  status: string;
  dueAt: Instant | null;
  ownerPersonId: string | null;
  escalatedTo: string | null;
};

/** The messages of a case that were handed over, in order. */
export async function sentOf(
  ctx: Ctx,
  who: Who,
  { caseId, placeOf }: Acted,
): Promise<SentMessage[]> {
  const rows = await ctx.db.execute<SentMessage>(sql`
    select id, step, visit, channel, person_id as "personId", status, to_address as "to", request,
      content, round(date_part('epoch', sent_at) * 1000)::float8 as "sentAt"
    from messages where workspace_id = ${who.workspaceId} and case_id = ${caseId} and sent_at is not null`);
  return rows.toSorted((a, b) => a.sentAt - b.sentAt || placeOf(a) - placeOf(b));
}

/** Does one thing of a scenario to the real system, through the door the outside world has for it. */
export async function carryOut(
  ctx: Ctx,
  who: Who,
  acted: Acted,
  behaviour: Behaviour,
  now: Instant,
): Promise<void> {
  const { workspaceId } = who;
  const { caseId, personId, world } = acted;
  const sent = await sentOf(ctx, who, acted);
  const matter = await caseNow(ctx, who, caseId);
  const message = messageOf(sent, acted, behaviour);
  switch (behaviour.do) {
    case "nothing":
      return;
    case "open":
    case "click": {
      if (!message) return;
      const link = await linkOf(ctx, who, message, behaviour.do === "open" ? "o" : "c");
      if (link === null) return;
      const agent = (behaviour.human ?? true) ? BROWSER : ROBOT;
      const hit = behaviour.do === "open" ? { type: "opened" } : { type: "clicked", index: 0 };
      const request = getRequest({ "user-agent": agent });
      await recordHit(ctx, request, link, hit as Parameters<typeof recordHit>[3]);
      return;
    }
    case "reply":
    case "action": {
      if (!message || matter.status !== "open") return;
      const name = behaviour.do === "reply" ? "reply" : behaviour.action;
      const { actions } = RenderedContent.parse(message.content);
      const action = actions.find(({ id }) => id === name);
      if (!action) return;
      const length = (behaviour.do === "action" && behaviour.for) || SNOOZE_DEFAULT;
      const until = addDuration(now, length, world.zone);
      const link = await linkOf(ctx, who, message, "a", actions.indexOf(action));
      if (link === null) return;
      await press(ctx, link, action, action.kind === "snooze" ? { until } : {});
      return;
    }
    case "event":
      await receiveEvent(ctx, workspaceId, {
        name: behaviour.event,
        person: personId,
        data: behaviour.data ?? {},
      });
      return;
    case "acknowledge": {
      const told = behaviour.personId ?? matter.ownerPersonId ?? matter.escalatedTo ?? personId;
      const actor = { kind: "person" as const, id: told, name: told };
      await unlessClosed(() => acknowledgeCase(ctx, { workspaceId, actor }, caseId, {}));
      return;
    }
    case "bounce":
      if (message?.status === "sent") await bounce(ctx, who, acted, message, now);
      return;
    case "unsubscribe": {
      if (!message) return;
      const request = postRequest({ "List-Unsubscribe": "One-Click" });
      const answer = await unsubscribe(ctx, request, tokenOf(ctx, who, message, "u"));
      if (!answer.ok && answer.status !== 410)
        throw new Error(`unsubscribing was answered with ${answer.status}`);
      return;
    }
    case "move_due": {
      const moved = movedDue(matter.dueAt, behaviour, world);
      const dueAt = behaviour.dueAt ?? (moved === null ? null : toRfc3339(moved));
      if (dueAt === null) return;
      await unlessClosed(() => moveDue(ctx, who, caseId, { dueAt }));
      return;
    }
    case "holiday": {
      const due = matter.dueAt === null ? null : localParts(matter.dueAt, world.zone).date;
      const date = behaviour.on ?? due;
      if (date !== null) await addHoliday(ctx, who, date);
      return;
    }
  }
}

/** In every calendar of the workspace, as an operator adds it. */
async function addHoliday(ctx: Ctx, who: Who, date: string): Promise<void> {
  const { rows } = await listKeyed(ctx.db, who.workspaceId, "calendars", { limit: 100 });
  for (const { key, calendar } of rows) {
    const { timeZone, hours, holidays } = calendar;
    const { country, except, extra } = holidays;
    const days = { country, except, extra: [...extra, date] };
    await saveCalendar(ctx, who, key, { timeZone, hours, holidays: days });
  }
}

/** Answers every call of a case that waits for one, as a server does that takes all it gets. */
export async function answerCalls(
  ctx: Ctx,
  { workspaceId }: Who,
  calls: readonly { caseId: string; step: string }[],
  at: Instant,
): Promise<void> {
  if (calls.length === 0) return;
  await inTransaction(ctx.db, (tx) =>
    applyEvents(
      ctx,
      tx,
      calls.map(({ caseId, step }) => ({
        workspaceId,
        caseId,
        event: { type: "call_answered" as const, at, step, ok: true, answer: null },
      })),
    ),
  );
  await runInstant(ctx, workspaceId);
}

function messageOf(
  sent: readonly SentMessage[],
  { personId }: Acted,
  behaviour: Behaviour,
): SentMessage | undefined {
  const { at } = behaviour;
  if ("message" in at) return sent[at.message - 1];
  const fitting = sent.filter(
    ({ content }) =>
      behaviour.do !== "action" ||
      RenderedContent.parse(content).actions.some(({ id }) => id === behaviour.action),
  );
  return fitting.findLast((message) => message.personId === personId) ?? fitting.at(-1);
}

async function caseNow(ctx: Ctx, { workspaceId }: Who, caseId: string): Promise<CaseNow> {
  const [row] = await ctx.db.execute<CaseNow>(sql`
    select c.status, round(date_part('epoch', c.due_at) * 1000)::float8 as "dueAt",
      c.owner_person_id as "ownerPersonId",
      (select m.person_id from messages m where m.workspace_id = c.workspace_id and m.case_id = c.id
         and m.request->>'audience' = 'escalation'
        order by m.planned_at desc, m.id desc limit 1) as "escalatedTo"
    from cases c where c.workspace_id = ${workspaceId} and c.id = ${caseId}`);
  if (!row) throw new Error(`There is no case ${caseId}`);
  return row;
}

const tokenOf = (ctx: Ctx, who: Who, message: SentMessage, purpose: LinkPurpose, index = 0) =>
  mintToken(ctx.config.appSecret, {
    purpose,
    index,
    workspaceId: who.workspaceId,
    messageId: message.id,
  });

async function linkOf(ctx: Ctx, who: Who, message: SentMessage, purpose: LinkPurpose, index = 0) {
  const opened = await openLink(ctx, tokenOf(ctx, who, message, purpose, index), purpose);
  if (opened.ok) return opened.link;
  if (opened.why === "expired") return null;
  throw new Error(`A link of ${message.step} is not known`);
}

async function unlessClosed(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "conflict") throw error;
  }
}

/** As a provider reports it: the message failed, its address takes no more, the engine is told. */
async function bounce(
  ctx: Ctx,
  { workspaceId }: Who,
  { caseId }: Acted,
  message: SentMessage,
  now: Instant,
): Promise<void> {
  const { id, channel, to, personId, step, visit } = message;
  await inTransaction(ctx.db, async (tx) => {
    await lockCases(tx, [{ workspaceId, caseId }]);
    await tx.execute(sql`
      update messages set status = 'failed', code = 'fail.bounced', params = '{}'::jsonb
      where workspace_id = ${workspaceId} and id = ${id}`);
    if (to !== null) {
      const gone = { workspaceId, channel, address: to, reason: "bounced" as const };
      await suppressGone(tx, [gone], now);
    }
    const request = MessageRequest.parse(message.request);
    const told = { workspaceId, caseId, personId, step, visit, channel, request };
    await reportOutcomes(ctx, tx, [{ ...told, outcome: "failed" }], now);
  });
  await runInstant(ctx, workspaceId);
}

function movedDue(
  dueAt: Instant | null,
  { by }: Extract<Behaviour, { do: "move_due" }>,
  { zone, facts }: Acted["world"],
): Instant | null {
  if (dueAt === null || by === undefined) return null;
  if (typeof by === "string") return addDuration(dueAt, by, zone);
  if ("fraction" in by) return null;
  return addBusinessDays(dueAt, by.businessDays, zone, facts.calendarOf(facts.person));
}

import { sql } from "drizzle-orm";
import type { CaseEvent } from "@/core/case/case-event";
import { UNDO_WINDOW_MS } from "@/core/case/run";
import type { Actor } from "@/core/case/state";
import { AppError } from "@/core/errors";
import { pickContent, Template } from "@/core/template/content";
import type { Instant } from "@/core/time";
import { resolvesByAction, resolvesByReply } from "@/core/workflow/answers";
import { type Definition, walk } from "@/core/workflow/definition";
import { inTransaction, type Tx } from "@/db/client";
import { messageAnswered } from "@/db/queries/inbox-word";
import { applyEvents, lockCases } from "@/server/cases/apply-events";
import type { CaseRow } from "@/server/cases/case-row";
import { loadPrograms } from "@/server/cases/programs";
import { nowOf } from "@/server/clock/clock";
import { runInstant } from "@/server/clock/test-clock";
import type { Ctx } from "@/server/context";
import { keepEvent } from "@/server/messages/keep-event";
import { tellHits } from "@/server/webhooks/tell-hits";
import { markClicked, markReplied, raiseOpened } from "./engagement";
import type { Link } from "./link";
import {
  type Action,
  type Press,
  type Pressed,
  pressOfKey,
  type Standing,
  standingOf,
} from "./standing";
import { toldOfEnding } from "./who";

/** What somebody chose or wrote when pressing a button. */
export type Given = {
  choice?: string;
  text?: string;
  until?: Instant;
  /** Nobody pressed: an answer in words counts as the button. */
  written?: true;
  /** Whoever presses can take it back for a moment. */
  undoable?: true;
  /** The sender's own name of this press: under the same one it is not pressed again, even once taken back. */
  key?: string;
};

/** A deadlock with an event about the same person is rare, and over at the second try. */
const TRIES = 3;

/**
 * Presses a button of a message, in one transaction: look again under the case's lock, tell the
 * engine, record. The same press twice gives the first one's answer; a stale one changes nothing and
 * says why. Throws `not_found` when the case or its workflow version is gone.
 */
export async function press(
  ctx: Ctx,
  opened: Link,
  action: Action,
  given: Given,
): Promise<Exclude<Standing, { kind: "open" }>> {
  const work = async (tx: Tx) => {
    const { workspaceId, message } = opened;
    const [row] = await lockCases(tx, [{ workspaceId, caseId: message.caseId }]);
    if (!row) throw new AppError("not_found", "There is no such case.");
    const link = { ...opened, now: await nowOf(tx, workspaceId) };
    const before = given.key && (await pressOfKey(tx, link, action, given.key));
    if (before) return before;
    const standing = await standingOf(tx, link, action, row, given.until);
    if (standing.kind !== "open") return standing;
    return act(ctx, tx, link, action, given, row);
  };
  const result = await inTransaction(ctx.db, work, { tries: TRIES });
  await runInstant(ctx, opened.workspaceId);
  return result;
}

async function act(
  ctx: Ctx,
  tx: Tx,
  link: Link,
  action: Action,
  given: Given,
  row: CaseRow,
): Promise<Pressed> {
  const { now: at } = link;
  const kept = await carryOut(ctx, tx, link, action, given, row);
  const { resolved } = kept;
  const isReply = action.kind === "reply";
  const named = given.key === undefined ? {} : { key: given.key };
  await keepEvent(tx, link.message, {
    id: `action:${action.id}:${String(await pressesBefore(tx, link, action)).padStart(4, "0")}`,
    type: isReply ? "replied" : "clicked",
    by: "human",
    detail: { ...kept, ...named },
    at: new Date(at),
  });
  if (isReply) await markReplied(tx, link);
  else await markClicked(tx, link);
  await raiseOpened(tx, link, "human");
  messageAnswered(tx, link.message, at);
  await tellHits(ctx, tx, link.message);
  return { kind: "pressed", press: kept, at, told: resolved ? await toldOfEnding(tx, link) : null };
}

/**
 * What a button does to its case, without a record of the press. The caller holds the case's lock, and
 * keeps what it gets.
 */
export async function carryOut(
  ctx: Ctx,
  tx: Tx,
  link: Link,
  action: Action,
  given: Given,
  row: CaseRow,
): Promise<Press> {
  const { workspaceId, message } = link;
  const event = row.status === "open" ? await meaningOf(tx, link, action, given, row) : null;
  let resolved = false;
  if (event) {
    const applied = await applyEvents(ctx, tx, [{ workspaceId, caseId: message.caseId, event }]);
    const result = applied.get(message.caseId);
    if (!result) throw new AppError("not_found", "The case's workflow version is gone.");
    resolved = result.state.status === "resolved";
  }
  const { choice, until } = given;
  const isUndoable = event?.type === "snoozed" || (event?.type === "responded" && event.undoable);
  const undo = { until: link.now + UNDO_WINDOW_MS, snoozedUntil: row.snoozedUntil };
  return {
    action: action.id,
    resolved,
    ...(choice !== undefined && { choice }),
    ...(until !== undefined && { until }),
    ...(given.undoable && isUndoable && { undo }),
  };
}

/** Counted under the case's lock, so that every press has a number of its own. */
async function pressesBefore(tx: Tx, link: Link, action: Action): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from message_events
    where workspace_id = ${link.workspaceId} and message_id = ${link.message.id}
      and detail->>'action' = ${action.id}`);
  return row?.n ?? 0;
}

/** What the press tells the engine; null for a link that the workflow does not count as an answer. */
async function meaningOf(
  tx: Tx,
  link: Link,
  action: Action,
  given: Given,
  row: CaseRow,
): Promise<CaseEvent | null> {
  const { person, now: at } = link;
  const by: Actor = { kind: "person", id: person.id, name: person.name };
  if (action.kind === "acknowledge") return { type: "acknowledged", at, by };
  if (action.kind === "snooze") {
    if (given.until === undefined || given.until <= at) {
      throw new AppError("invalid", "A matter can only be put off to a moment ahead.");
    }
    return { type: "snoozed", at, by, until: given.until };
  }
  const definition = (await loadPrograms(tx, [row]))(row)?.definition;
  if (!definition) throw new AppError("not_found", "The case's workflow version is gone.");
  const isReply = action.kind === "reply";
  const listed =
    resolvesByAction(definition, action.id) || (isReply && resolvesByReply(definition));
  const resolves = (await ownRule(tx, link, action)) ?? listed;
  if (action.kind === "link" && !resolves && !waitsFor(definition, action.id)) return null;
  const { choice, text, written } = given;
  const detail = {
    ...(choice !== undefined && { choice }),
    ...(text !== undefined && { text }),
    ...(written && { written }),
  };
  const kind = isReply ? "reply" : "action";
  const waits = resolves && given.undoable ? { undoable: given.undoable } : {};
  return { type: "responded", at, by, kind, name: action.id, detail, resolves, ...waits };
}

/** The template's own word on whether this button resolves, if it has one and still exists. */
async function ownRule(tx: Tx, { workspaceId, workspace, message }: Link, action: Action) {
  const [row] = await tx.execute<{ template: unknown }>(sql`
    select template from templates where workspace_id = ${workspaceId} and key = ${message.template}`);
  const template = Template.safeParse(row?.template).data;
  if (!template) return undefined;
  const { actions = [] } = pickContent(template, message.content.locale, workspace.locale);
  return actions.find(({ id }) => id === action.id)?.resolves;
}

function waitsFor(definition: Definition, action: string): boolean {
  for (const { step } of walk(definition)) {
    if (step.kind !== "wait_for_response") continue;
    const named = (step.what ?? []).some(
      (match) => typeof match === "object" && "action" in match && match.action === action,
    );
    if (named) return true;
  }
  return false;
}

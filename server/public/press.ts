import { sql } from "drizzle-orm";
import type { Refusal } from "@/core/case/advance";
import { UNDO_WINDOW_MS } from "@/core/case/run";
import type { Owner } from "@/core/case/state";
import { AppError } from "@/core/errors";
import type { Instant } from "@/core/time";
import { inTransaction, type Tx } from "@/db/client";
import { messageAnswered } from "@/db/queries/inbox-word";
import { applyEvents, lockCases } from "@/server/cases/apply-events";
import type { CaseRow } from "@/server/cases/case-row";
import { nowOf } from "@/server/clock/clock";
import { runInstant } from "@/server/clock/test-clock";
import type { Ctx } from "@/server/context";
import { keepEvent } from "@/server/messages/keep-event";
import { tellHits } from "@/server/webhooks/tell-hits";
import { markClicked, markReplied, raiseOpened } from "./engagement";
import type { Seen } from "./helper";
import type { Link } from "./link";
import { meaningOf } from "./press-meaning";
import {
  type Action,
  escalatedAlready,
  type Press,
  type Pressed,
  pressOfKey,
  readCase,
  type Standing,
  standingOf,
} from "./standing";
import { toldOfEnding } from "./who";

/** What somebody chose or wrote when pressing a button. */
export type Given = {
  choice?: string;
  text?: string;
  until?: Instant;
  /** Who a matter is handed to. */
  to?: Owner;
  /** The matter as the page showed it on which the button was pressed. */
  seen?: Seen;
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
    const standing = await standingOf(tx, link, action, row, given);
    if (standing.kind !== "open") return standing;
    return act(ctx, tx, link, action, given, row);
  };
  const result = await inTransaction(ctx.db, work, { tries: TRIES }).catch((error: unknown) => {
    if (error instanceof Refused) return refusedStanding(ctx, opened, action, error.refusal);
    throw error;
  });
  await runInstant(ctx, opened.workspaceId);
  return result;
}

/** The engine has nobody to bring in, or to hand to: nothing was changed. */
class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** What the engine refused, as a page explains it. */
async function refusedStanding(
  ctx: Ctx,
  link: Link,
  action: Action,
  { code }: Refusal,
): Promise<Exclude<Standing, { kind: "open" }>> {
  if (code === "no_escalation") return { kind: "refused", why: code, at: null };
  const row = await readCase(ctx.db, link);
  if (code === "level_changed" && row) return escalatedAlready(ctx.db, link, row);
  const now = row && (await standingOf(ctx.db, link, action, row));
  return now && now.kind !== "open" ? now : { kind: "refused", why: "nobody_there", at: null };
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
    if (result.refused) throw new Refused(result.refused);
    resolved = result.state.status === "resolved";
  }
  const { choice, until, to, seen } = given;
  const isUndoable = event?.type === "snoozed" || (event && "undoable" in event && event.undoable);
  const undo = { until: link.now + UNDO_WINDOW_MS, snoozedUntil: row.snoozedUntil };
  return {
    action: action.id,
    resolved,
    ...(choice !== undefined && { choice }),
    ...(until !== undefined && { until }),
    ...(to !== undefined && { to }),
    ...(seen !== undefined && { seen: seen.text }),
    ...(action.kind === "need_help" && { level: row.level }),
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

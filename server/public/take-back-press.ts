import { sql } from "drizzle-orm";
import { AppError } from "@/core/errors";
import type { Instant } from "@/core/time";
import type { Tx } from "@/db/client";
import { messageAnswered } from "@/db/queries/inbox-word";
import { act, reopenCase, type Who } from "@/server/cases/verbs";
import { nowOf } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import type { Link } from "./link";
import { Press, readCase } from "./standing";

type Held = { id: string; press: Press & { undo: NonNullable<Press["undo"]> } };

/**
 * Takes back the last press of a message: its case is as it was before, and what would have left
 * because of it ends unsent. Twice is once. Refuses (`conflict`) when its time is over, something has
 * left, or the case has changed since.
 */
export async function takeBackLast(ctx: Ctx, link: Link): Promise<void> {
  const last = await lastPressOf(ctx, link);
  if (last === null) throw new AppError("conflict", "There is no answer to take back.");
  if (last !== "taken back") await takeBack(ctx, link, last);
}

async function lastPressOf(
  { db }: Pick<Ctx, "db">,
  { workspaceId, message }: Link,
): Promise<Held | "taken back" | null> {
  const [row] = await db.execute<{ id: string; detail: Record<string, unknown> }>(sql`
    select id, detail from message_events
    where workspace_id = ${workspaceId} and message_id = ${message.id} and by = 'human'
      and detail ? 'action'
    order by at desc, id desc limit 1`);
  const press = Press.safeParse(row?.detail).data;
  if (!row || !press?.undo) return null;
  return "takenBack" in row.detail
    ? "taken back"
    : { id: row.id, press: { ...press, undo: press.undo } };
}

async function takeBack(ctx: Ctx, link: Link, held: Held): Promise<void> {
  const { workspaceId, message, person } = link;
  const { press } = held;
  const who: Who = { workspaceId, actor: { kind: "person", id: person.id, name: person.name } };
  const before = press.undo.snoozedUntil;
  if (press.resolved) {
    const look = async (tx: Tx) => void (await claimBack(tx, link, held));
    const options = { snoozedUntil: before, look };
    await reopenCase(ctx, who, message.caseId, { takenBack: true }, options);
    return;
  }
  await act(ctx, who, message.caseId, async (tx) => {
    const now = await claimBack(tx, link, held);
    return before === null || before <= now
      ? { type: "snooze_ended" }
      : { type: "snoozed", until: before };
  });
}

/** Looks again while the case is held, and marks the press as taken back. Gives the moment. */
async function claimBack(tx: Tx, link: Link, { id, press }: Held): Promise<Instant> {
  const { workspaceId, message, person } = link;
  const now = await nowOf(tx, workspaceId);
  const row = await readCase(tx, link);
  const stands =
    row &&
    (press.resolved
      ? row.status === "resolved" && row.closedBy === `person:${person.id}`
      : row.status === "open" && row.snoozedUntil === press.until);
  if (!stands) throw new AppError("conflict", "The matter has changed since. It stays as it is.");
  if (now > press.undo.until) {
    throw new AppError("conflict", "It is too late to take the answer back.");
  }
  if (press.resolved && (await hasLeft(tx, link))) {
    throw new AppError("conflict", "Others have been told already. The answer stays.");
  }
  const marked = await tx.execute(sql`
    update message_events set detail = detail || jsonb_build_object('takenBack', ${now}::float8)
    where workspace_id = ${workspaceId} and message_id = ${message.id} and id = ${id}
      and not detail ? 'takenBack' returning id`);
  if (marked.length === 0) throw new AppError("conflict", "The answer was taken back already.");
  messageAnswered(tx, { workspaceId, id: message.id }, now);
  return now;
}

async function hasLeft(tx: Tx, { workspaceId, message }: Link): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from messages m
    join cases c on c.workspace_id = m.workspace_id and c.id = m.case_id
    where m.workspace_id = ${workspaceId} and m.case_id = ${message.caseId}
      and (m.request->>'ending')::bool and m.planned_at >= c.closed_at
      and m.status in ('sending', 'sent', 'delivered', 'unknown') limit 1`);
  return rows.length > 0;
}

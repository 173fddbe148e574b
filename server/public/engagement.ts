import { sql } from "drizzle-orm";
import { isbot } from "isbot";
import { BURST_MS, classifyOpen, HIT_RANK, type HitClass } from "@/core/delivery/classify-open";
import { inTransaction, type Tx } from "@/db/client";
import type { Ctx } from "@/server/context";
import { announceMessage } from "@/server/live/announce";
import { addressOf } from "./guard";
import type { Link } from "./link";

export type Hit = { type: "opened" } | { type: "clicked"; index: number };

const AGENT_CHARS_MAX = 500;

/**
 * Records that a pixel was fetched or a link followed: once per class of visitor (and per link).
 * Moves no case. Without consent to tracking nothing is kept, also for messages already sent.
 */
export async function recordHit(ctx: Ctx, request: Request, link: Link, hit: Hit): Promise<void> {
  if (!link.person.trackingConsent) return;
  await inTransaction(ctx.db, async (tx) => {
    const { workspaceId, message } = link;
    await tx.execute(sql`
      select 1 from messages where workspace_id = ${workspaceId} and id = ${message.id} for update`);
    const others = hit.type === "clicked" ? await otherLinks(tx, link, hit.index) : 0;
    const by = classOf(request, link, others);
    if (others > 0) await demoteBurst(tx, link);
    await insertEvent(tx, link, {
      id: hit.type === "opened" ? `opened:${by}` : `clicked:${hit.index}:${by}`,
      type: hit.type,
      by,
      detail: hit.type === "clicked" ? { link: hit.index } : {},
    });
    if (hit.type === "clicked" && by === "human") await markClicked(tx, link);
    if (hit.type === "opened") await raiseOpened(tx, link, by);
    if (hit.type === "clicked" && by === "human") await raiseOpened(tx, link, "human");
  });
}

function classOf(request: Request, { message, now }: Link, otherLinks: number): HitClass {
  const userAgent = (request.headers.get("user-agent") ?? "").slice(0, AGENT_CHARS_MAX);
  const purpose = request.headers.get("sec-purpose") ?? request.headers.get("purpose") ?? "";
  const sentAt = message.deliveredAt ?? message.sentAt ?? message.attemptAt;
  return classifyOpen({
    method: request.method,
    userAgent,
    knownRobot: isbot(userAgent),
    ranged: request.headers.has("range"),
    prefetched: /prefetch|preview/i.test(purpose),
    ip: addressOf(request),
    at: now,
    sentAt: sentAt?.getTime() ?? now,
    otherLinks,
  });
}

async function otherLinks(tx: Tx, link: Link, index: number): Promise<number> {
  const { workspaceId, message, now } = link;
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(distinct detail->>'link')::int as n from message_events
    where workspace_id = ${workspaceId} and message_id = ${message.id} and type = 'clicked'
      and detail ? 'link' and detail->>'link' <> ${String(index)}
      and at > to_timestamp(${now - BURST_MS} / 1000.0)`);
  return row?.n ?? 0;
}

/** The links followed just before were the same scanner's; what they seemed to prove is taken back. */
async function demoteBurst(tx: Tx, link: Link): Promise<void> {
  const { workspaceId, message, now } = link;
  const ours = sql`workspace_id = ${workspaceId} and message_id = ${message.id}`;
  await tx.execute(sql`
    with gone as (
      delete from message_events where ${ours} and type = 'clicked' and by in ('human', 'unknown')
        and detail ? 'link' and at > to_timestamp(${now - BURST_MS} / 1000.0)
      returning *)
    insert into message_events (workspace_id, message_id, id, type, by, detail, at)
    select workspace_id, message_id, 'clicked:' || (detail->>'link') || ':scanner', type, 'scanner', detail, at
    from gone on conflict do nothing`);
  await tx.execute(sql`
    update messages m set
      clicked_at = (select min(at) from message_events where ${ours} and by = 'human' and type = 'clicked'),
      (opened_by, opened_at) = (select s.by, s.at from (
        select by, at, array_position(array['human', 'proxy', 'unknown', 'scanner'], by) as place
        from message_events where ${ours} and by is not null
          and (type = 'opened' or (by = 'human' and type in ('clicked', 'replied')))) s
        order by s.place, s.at limit 1)
    where m.workspace_id = ${workspaceId} and m.id = ${message.id}`);
}

type NewEvent = {
  id: string;
  type: "opened" | "clicked" | "replied" | "unsubscribed";
  by: HitClass;
  detail: Record<string, unknown>;
};

/** Writes what came back about a message; the same id again changes nothing. */
export async function insertEvent(tx: Tx, link: Link, event: NewEvent): Promise<void> {
  const { workspaceId, message, now } = link;
  const { id, type, by, detail } = event;
  await tx.execute(sql`
    insert into message_events (workspace_id, message_id, id, type, by, detail, at)
    values (${workspaceId}, ${message.id}, ${id}, ${type}, ${by}, ${JSON.stringify(detail)}::jsonb,
      to_timestamp(${now} / 1000.0))
    on conflict do nothing`);
  announceMessage(tx, message);
}

export async function markClicked(tx: Tx, { workspaceId, message, now }: Link): Promise<void> {
  await tx.execute(sql`
    update messages set clicked_at = coalesce(clicked_at, to_timestamp(${now} / 1000.0))
    where workspace_id = ${workspaceId} and id = ${message.id}`);
}

export async function markReplied(tx: Tx, { workspaceId, message, now }: Link): Promise<void> {
  await tx.execute(sql`
    update messages set replied_at = coalesce(replied_at, to_timestamp(${now} / 1000.0))
    where workspace_id = ${workspaceId} and id = ${message.id}`);
}

/**
 * Notes an open, unless a better class is known. A human's click or reply is a human's open too, for
 * those who agreed that opens are looked at; for others the message stays unopened.
 */
export async function raiseOpened(tx: Tx, link: Link, by: HitClass): Promise<void> {
  const { workspaceId, message, now, person } = link;
  if (!person.trackingConsent) return;
  const worse = Object.entries(HIT_RANK)
    .filter(([, rank]) => rank < HIT_RANK[by])
    .map(([name]) => name);
  await tx.execute(sql`
    update messages set opened_by = ${by}, opened_at = to_timestamp(${now} / 1000.0)
    where workspace_id = ${workspaceId} and id = ${message.id}
      and (opened_by is null or opened_by = any(${sql.param(worse)}::text[]))`);
}

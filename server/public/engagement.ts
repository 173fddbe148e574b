import { sql } from "drizzle-orm";
import { isbot } from "isbot";
import {
  BURST_LINKS,
  BURST_MS,
  classifyOpen,
  HIT_RANK,
  type HitClass,
  TRAPPED_MS,
} from "@/core/delivery/classify-open";
import type { WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import { inTransaction, type Tx } from "@/db/client";
import { followOpening } from "@/db/queries/came-back";
import type { Ctx } from "@/server/context";
import { announceMessage } from "@/server/live/announce";
import { tell } from "@/server/webhooks/tell";
import { tellHits } from "@/server/webhooks/tell-hits";
import { demoteHits } from "./demote-hits";
import type { Link } from "./link";
import { countFetched } from "./recent-fetches";
import { type Visit, visitOf, visitorOf } from "./visit";

/** `trapped`: the link that no human sees was followed. */
export type Hit = { type: "opened" } | { type: "clicked"; index: number } | { type: "trapped" };

/** The same, as a provider that tracks tells it: under its own id, with the address that was followed. */
type ToldHit = { type: "opened" | "clicked"; link: string | null; eventId: string };

/** A message that was looked at, and by whom; a `Link` is one. */
export type Seen = {
  workspaceId: WorkspaceId;
  message: Pick<Link["message"], "id" | "caseId" | "sentAt" | "deliveredAt" | "attemptAt">;
  person: Pick<Link["person"], "trackingConsent">;
  now: Instant;
};

/** Rows that visits may add to one message; what is over is still classified. */
const HITS_KEPT_MAX = 100;

/**
 * Records that a pixel was fetched or a link followed: once per visitor and class (and per link). Moves
 * no case. Without consent to tracking nothing is kept, also for messages already sent.
 */
export const recordHit = (ctx: Ctx, request: Request, link: Link, hit: Hit): Promise<void> =>
  record(ctx, link, visitOf(request), {
    type: hit.type === "trapped" ? "clicked" : hit.type,
    link: hit.type === "opened" ? null : hit.type === "trapped" ? TRAP : hit.index,
  });

/** Records what a provider that tracks tells; it is classified as ours is. */
export async function recordToldHit(
  ctx: Ctx,
  seen: Seen,
  visit: Pick<Visit, "userAgent" | "ip">,
  { type, link, eventId }: ToldHit,
): Promise<void> {
  const whole = { ...visit, method: "GET", ranged: false, prefetched: false };
  await record(ctx, seen, whole, { type, link, eventId });
}

/** In place of a link's number: nothing of the message stands behind it. */
const TRAP = "trap";

type Kept = {
  type: "opened" | "clicked";
  link: number | string | null;
  eventId?: string;
};

async function record(ctx: Ctx, seen: Seen, visit: Visit, hit: Kept): Promise<void> {
  if (!seen.person.trackingConsent) return;
  const visitor = visitorOf(ctx.config.appSecret, visit, seen.message.id);
  await inTransaction(ctx.db, async (tx) => {
    const { workspaceId, message } = seen;
    await tx.execute(sql`
      select 1 from messages where workspace_id = ${workspaceId} and id = ${message.id} for update`);
    const isTrap = hit.link === TRAP;
    const found = await readRecent(tx, seen, visitor, hit);
    const others = Math.max(found.others, othersFetched(seen, hit));
    const by = classOf(seen, visit, others, isTrap || found.trapped);
    const isKept = found.hits < HITS_KEPT_MAX && (await keepHit(tx, seen, hit, { by, visitor }));
    // A provider repeats itself; what was made of it the first time may have been taken back since.
    if (hit.eventId !== undefined && !isKept) return;
    if (others > 0 || isTrap) {
      await demoteHits(tx, { workspaceId, message, now: seen.now }, isTrap ? visitor : null);
    }
    if (hit.type === "clicked" && by === "human") await markClicked(tx, seen);
    if (hit.type === "opened") await raiseOpened(tx, seen, by);
    if (hit.type === "clicked" && by === "human") await raiseOpened(tx, seen, "human");
    await followOpening(tx, { workspaceId, id: message.id });
    await tellHits(ctx, tx, { workspaceId, id: message.id });
  });
}

/** Pages of the message count too, though opening them is not kept. A pixel is no link: it is fetched beside one. */
function othersFetched({ message, now }: Seen, hit: Kept): number {
  const links = countFetched(message.id, now);
  return links >= BURST_LINKS ? links - (hit.type === "clicked" ? 1 : 0) : 0;
}

function classOf(seen: Seen, visit: Visit, otherLinks: number, trapped: boolean): HitClass {
  const { message, now } = seen;
  const sentAt = message.deliveredAt ?? message.sentAt ?? message.attemptAt;
  return classifyOpen({
    ...visit,
    knownRobot: isbot(visit.userAgent),
    at: now,
    sentAt: sentAt?.getTime() ?? now,
    otherLinks,
    trapped,
  });
}

/** What is kept of visits: other links within a burst, whether this visitor is a filter, and how many there are. */
async function readRecent(tx: Tx, seen: Seen, visitor: string, hit: Kept) {
  const { workspaceId, message, now } = seen;
  const near = (ms: number) => sql`abs(date_part('epoch', at) * 1000 - ${now}) < ${ms}`;
  const link = hit.link === null ? null : String(hit.link);
  const [row] = await tx.execute<{ links: number; trapped: boolean; hits: number }>(sql`
    select
      count(distinct detail->>'link') filter (where type = 'clicked' and ${near(BURST_MS)}
        and detail->>'link' is distinct from ${link})::int as links,
      coalesce(bool_or(detail->>'link' = ${TRAP} and (${near(BURST_MS)}
        or (detail->>'visitor' = ${visitor} and ${near(TRAPPED_MS)}))), false) as trapped,
      count(*)::int as hits
    from message_events
    where workspace_id = ${workspaceId} and message_id = ${message.id}
      and type in ('opened', 'clicked') and not (detail ? 'action')`);
  const { links = 0, trapped = false, hits = 0 } = row ?? {};
  return { others: hit.type === "clicked" || links >= BURST_LINKS ? links : 0, trapped, hits };
}

/**
 * False when it is kept already. A visitor who was taken for a filter and comes back as a human takes
 * their own row's place.
 */
async function keepHit(
  tx: Tx,
  seen: Seen,
  { type, link, eventId }: Kept,
  { by, visitor }: { by: HitClass; visitor: string },
): Promise<boolean> {
  const { workspaceId, message, now } = seen;
  const id = eventId ?? [type, ...(link === null ? [] : [link]), by, visitor].join(":");
  const detail = JSON.stringify({ ...(link !== null && { link }), visitor });
  const rows = await tx.execute(sql`
    insert into message_events (workspace_id, message_id, id, type, by, detail, at)
    values (${workspaceId}, ${message.id}, ${id}, ${type}, ${by}, ${detail}::jsonb,
      to_timestamp(${now} / 1000.0))
    on conflict (workspace_id, message_id, id) do update
      set by = excluded.by, at = excluded.at
      where message_events.by = 'scanner' and ${eventId === undefined}::boolean
    returning 1`);
  if (rows.length > 0) announceMessage(tx, { workspaceId, ...message });
  return rows.length > 0;
}

export async function markClicked(tx: Tx, { workspaceId, message, now }: Seen): Promise<void> {
  await tx.execute(sql`
    update messages set clicked_at = to_timestamp(${now} / 1000.0)
    where workspace_id = ${workspaceId} and id = ${message.id} and clicked_at is null`);
}

export async function markReplied(tx: Tx, { workspaceId, message, now }: Seen): Promise<void> {
  const first = await tx.execute(sql`
    update messages set replied_at = to_timestamp(${now} / 1000.0)
    where workspace_id = ${workspaceId} and id = ${message.id} and replied_at is null returning id`);
  if (first.length > 0) tell(tx, workspaceId, { type: "message.replied", messageId: message.id });
}

/**
 * Notes an open, unless a better class is known; a scanner's has no moment, since nobody opened
 * anything. A human's click or reply is a human's open too, for those who agreed that opens are looked
 * at; for others the message stays unopened.
 */
export async function raiseOpened(tx: Tx, seen: Seen, by: HitClass): Promise<void> {
  const { workspaceId, message, now, person } = seen;
  if (!person.trackingConsent) return;
  const worse = Object.entries(HIT_RANK)
    .filter(([, rank]) => rank < HIT_RANK[by])
    .map(([name]) => name);
  await tx.execute(sql`
    update messages set opened_by = ${by},
      opened_at = case when ${by} <> 'scanner' then to_timestamp(${now} / 1000.0) end
    where workspace_id = ${workspaceId} and id = ${message.id}
      and (opened_by is null or opened_by = any(${sql.param(worse)}::text[]))`);
}

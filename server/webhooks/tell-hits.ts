import { HIT_SETTLED_MS, hitsToTell } from "@/core/delivery/hits-to-tell";
import type { WorkspaceId } from "@/core/ids";
import type { JobPayload } from "@/core/jobs";
import type { Instant } from "@/core/time";
import { wants } from "@/core/webhook/event-type";
import { inTransaction, type Tx } from "@/db/client";
import { listKeptHits, lockToldHits, noteToldHits } from "@/db/queries/told-hits";
import { listListeners } from "@/db/queries/webhook-endpoints";
import { databaseNow } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { tell } from "./tell";

type Visited = { workspaceId: WorkspaceId; id: string };

/**
 * Somebody came to a message: what is sure by now is told to the endpoints in this transaction, and
 * the rest is looked at when no later visit can show that it was a filter's. Nothing is read or kept
 * where nobody listens.
 */
export async function tellHits(ctx: Ctx, tx: Tx, message: Visited): Promise<void> {
  if (!(await isHeard(tx, message.workspaceId))) return;
  const now = await databaseNow(tx);
  const againAt = await tellSettled(tx, message, now);
  // A provider may tell late of what was long ago, and tell the rest of it after that.
  if (againAt !== null) await lookAgain(ctx, tx, message, now + HIT_SETTLED_MS);
}

/** Tells what has become sure of visits to a message, for the `message.hits` job. */
export async function tellSettledHits(
  ctx: Ctx,
  { workspaceId, messageId: id }: JobPayload<"message.hits">,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const message = { workspaceId, id };
    const againAt = await tellSettled(tx, message, await databaseNow(tx));
    if (againAt !== null) await lookAgain(ctx, tx, message, againAt);
  });
}

/** Gives when there may be more to tell; null when there is not. */
async function tellSettled(tx: Tx, message: Visited, now: Instant): Promise<Instant | null> {
  const { workspaceId, id: messageId } = message;
  const known = await lockToldHits(tx, message);
  if (!known) return null;
  // A test clock may stand still, and no filter looks into a sandbox's outbox.
  const until = known.onTestClock ? Number.POSITIVE_INFINITY : now;
  const { opened, clicked, againAt } = hitsToTell(await listKeptHits(tx, message), known, until);
  if (opened) {
    const { by, at } = opened;
    tell(tx, workspaceId, { type: "message.opened", messageId, by, at });
  }
  if (clicked !== null) {
    tell(tx, workspaceId, { type: "message.clicked", messageId, by: "human", at: clicked });
  }
  if (opened || clicked !== null) {
    await noteToldHits(tx, message, { opened: opened?.by ?? null, clicked: clicked !== null });
  }
  return againAt;
}

async function isHeard(tx: Tx, workspaceId: WorkspaceId): Promise<boolean> {
  const listeners = await listListeners(tx, [workspaceId]);
  return listeners.some(
    ({ eventTypes }) => wants(eventTypes, "message.opened") || wants(eventTypes, "message.clicked"),
  );
}

const lookAgain = (ctx: Ctx, tx: Tx, { workspaceId, id: messageId }: Visited, at: Instant) =>
  ctx.enqueue(
    tx,
    "message.hits",
    { workspaceId, messageId },
    { startAfter: new Date(at), singletonKey: messageId },
  );

import type { PgBoss } from "pg-boss";
import type { Logger } from "pino";
import { SECOND_MS } from "@/core/time";
import { connect } from "@/db/client";
import { holdSessionLock } from "@/db/session-lock";
import { WORK_CHANNEL } from "@/server/cases/wake-up";
import type { Config } from "@/server/config";
import type { Ctx } from "@/server/context";
import { workerLock } from "@/server/delivery/lost-messages";
import { holdIntake } from "@/server/inbound/hold-intake";
import { newId } from "@/server/new-id";
import { createProviders } from "@/server/providers/configured";
import type { ProviderRegistry } from "@/server/providers/registry";
import { createBoss, createEnqueue, prepareQueues, workJobs } from "@/server/queue";
import { WebhookSender } from "@/server/webhooks/sender";
import { WEBHOOKS_CHANNEL } from "@/server/webhooks/tell";
import { clockLoop } from "./clock-loop";
import { deliveryLoop } from "./delivery-loop";
import { handlers } from "./handlers";
import { inboxLoop } from "./inbox-loop";
import { UnderWay } from "./under-way";
import { beat, startUpkeep, takeUp } from "./upkeep";
import { webhookLoop } from "./webhook-loop";

/** How long a worker that stops waits for answers to what it has handed over. */
const CALLS_DRAIN_MS = 5 * SECOND_MS;

export type Worker = { ctx: Ctx; boss: PgBoss; stop: () => Promise<void> };

/** Starts everything a worker does. Several share the work without knowing of each other. */
export async function startWorker(
  config: Config,
  log: Logger,
  providers: ProviderRegistry = createProviders(config, log),
): Promise<Worker> {
  const db = connect(config.databaseUrl, { name: "followthrough-worker" });
  const boss = createBoss(config.databaseUrl, "worker");
  boss.on("error", (error) => log.error({ err: error }, "job queue"));
  await boss.start();
  await prepareQueues(boss);
  const ctx: Ctx = { db, config, log, enqueue: createEnqueue(boss) };
  const workerId = newId();
  const release = await holdSessionLock(config.databaseUrl, workerLock(workerId));
  await beat(ctx, workerId);

  const calls = new UnderWay(log);
  const delivery = deliveryLoop(ctx, workerId, providers, calls);
  const clock = clockLoop(ctx, () => delivery.wake());
  const wakeBoth = () => {
    clock.wake();
    delivery.wake();
  };
  // Listening again after a lost connection: whatever was notified meanwhile is looked for at once.
  await db.$client.listen(WORK_CHANNEL, wakeBoth, wakeBoth);
  const inbox = inboxLoop(ctx);
  const sender = new WebhookSender(ctx);
  const webhooks = webhookLoop(ctx, sender);
  const wakeWebhooks = () => webhooks.wake();
  await db.$client.listen(WEBHOOKS_CHANNEL, wakeWebhooks, wakeWebhooks);
  await takeUp(ctx, { workerId, providers, background: (work) => calls.add(work) });
  const stopUpkeep = startUpkeep(ctx, workerId, providers);
  await workJobs(boss, handlers(ctx, workerId, providers));
  const { inbound } = config;
  const stopIntake =
    inbound?.port == null ? null : holdIntake(ctx, { ...inbound, port: inbound.port });
  clock.start();
  delivery.start();
  webhooks.start();
  inbox.start();
  log.info({ workerId }, "worker ready");

  const stop = async () => {
    await stopIntake?.();
    stopUpkeep();
    await Promise.all([clock.stop(), delivery.stop(), webhooks.stop(), inbox.stop()]);
    calls.add(sender.idle());
    await calls.drain(CALLS_DRAIN_MS);
    await boss.stop({ graceful: true, timeout: 5_000 }).catch(() => {});
    await release();
    await db.$client.end({ timeout: 2 });
  };
  return { ctx, boss, stop };
}

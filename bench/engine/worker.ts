import { clockLoop } from "@/jobs/clock-loop";
import { deliveryLoop } from "@/jobs/delivery-loop";
import { startWorker } from "@/jobs/start-worker";
import { UnderWay } from "@/jobs/under-way";
import { WORK_CHANNEL } from "@/server/cases/wake-up";
import { newId } from "@/server/new-id";
import { timeClaims } from "./claim-times";
import { noopProviders } from "./noop-provider";
import { contextFor } from "./world";

/** What the parent asks of a worker process, and what it is told. */
export type Ask = "start" | "stop";
export type Told =
  | { kind: "ready" }
  | { kind: "ended"; claimsMs: number[]; peakMb: number }
  | { kind: "handed_over"; subject: string; at: number };

const DRAIN_MS = 5_000;

const tell = (message: Told) => process.send?.(message);
const asked = (what: Ask) =>
  new Promise<void>((done) => {
    process.on("message", (message) => message === what && done());
  });

/** The clock and delivery as the worker runs them, begun when the parent says so. */
export async function workOnSignal(url: string): Promise<void> {
  const ctx = contextFor(url);
  const calls = new UnderWay(ctx.log);
  const delivery = deliveryLoop(
    ctx,
    newId(),
    noopProviders(() => {}),
    calls,
  );
  const clock = clockLoop(ctx, () => delivery.wake());
  const wake = () => {
    clock.wake();
    delivery.wake();
  };
  await ctx.db.$client.listen(WORK_CHANNEL, wake);
  tell({ kind: "ready" });
  await asked("start");
  const endOfProbe = timeClaims(url);
  clock.start();
  delivery.start();
  await asked("stop");
  const claimsMs = await endOfProbe();
  await Promise.all([clock.stop(), delivery.stop()]);
  await calls.drain(DRAIN_MS);
  tell({ kind: "ended", claimsMs, peakMb: process.resourceUsage().maxRSS / 1024 });
  await ctx.db.$client.end({ timeout: 2 });
  process.disconnect();
}

/** The whole worker, which tells the moment of each hand-over (epoch milliseconds, with fractions). */
export async function workAndTell(url: string): Promise<void> {
  const { config, log } = contextFor(url);
  const providers = noopProviders((message) => {
    const { subject } = message.compose();
    tell({ kind: "handed_over", subject, at: performance.timeOrigin + performance.now() });
  });
  const worker = await startWorker(config, log, providers);
  tell({ kind: "ready" });
  await asked("stop");
  await worker.stop();
  process.exit(0);
}

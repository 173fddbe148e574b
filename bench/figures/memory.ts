import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { resendPeer } from "../delivery/peers";
import { openMany } from "../engine/open";
import { addPending } from "../engine/pending";
import { finished } from "../engine/run";
import { buildWorld, environmentOf, type World } from "../engine/world";
import { atMost, type Figure } from "../figure";
import { memoryOf } from "../machine";
import { CASES, PENDING } from "../settings";
import type { Stage } from "../stage";

const WORKER_MB_MAX = 256;
const IDLE_MS = 4_000;
const WEB_READY_MS = 20_000;
/** How `npm start` runs its worker. */
const WORKER_ARGS = (process.env.BENCH_WORKER_FLAGS ?? "--max-semi-space-size=4").split(" ");

/** The worker's memory as `npm start` runs it: idle, beside pending cases, and after much work. */
export async function memory(stage: Stage): Promise<Figure[]> {
  const provider = await resendPeer(0);
  const world = await buildWorld(await stage.database());
  const env = {
    ...environmentOf(world.url),
    RESEND_API_KEY: "re_bench",
    RESEND_BASE_URL: provider.url,
  };
  const bundle = join(dirname(process.argv[1] ?? ""), "worker.mjs");
  const worker = start([...WORKER_ARGS, bundle], env);
  const read = () => memoryOf(worker.pid ?? 0) ?? { nowMb: Number.NaN, peakMb: Number.NaN };
  await sleep(IDLE_MS);
  const idle = read();
  await addPending(world, PENDING);
  await sleep(IDLE_MS);
  const pending = read();
  await work(world);
  const after = read();
  await stop(worker);
  const web = await webMemory(env);
  await world.close();
  provider.close();
  const mb = (value: number) => `${value.toFixed(0)} MB`;
  const repeat = "memory";
  return [
    { name: "Worker memory, idle", value: mb(idle.nowMb), repeat },
    {
      name: `… beside ${PENDING.toLocaleString("en-US")} pending cases`,
      value: mb(pending.nowMb),
      required: atMost(pending.nowMb, WORKER_MB_MAX, " MB"),
      repeat,
    },
    {
      name: "… at its peak, while it worked",
      value: mb(after.peakMb),
      required: atMost(after.peakMb, WORKER_MB_MAX, " MB"),
      repeat,
    },
    { name: "Web memory", value: web === null ? "not built (npm run build)" : mb(web), repeat },
  ];
}

async function work(world: World): Promise<void> {
  await openMany(world, Math.min(CASES, 5_000));
  await finished(world);
}

function start(args: readonly string[], env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env, NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  process.once("exit", () => child.kill("SIGKILL"));
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  await ended;
}

/** The web process after its first answers; null when there is no build. */
async function webMemory(env: Record<string, string>): Promise<number | null> {
  if (!existsSync(".next/BUILD_ID")) return null;
  const port = "34127";
  const next = "node_modules/next/dist/bin/next";
  const child = start([next, "start", "-p", port], { ...env, PORT: port });
  const until = performance.now() + WEB_READY_MS;
  let isReady = false;
  while (!isReady && performance.now() < until) {
    await sleep(200);
    isReady = await fetch(`http://127.0.0.1:${port}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
  const mb = isReady ? memoryOf(child.pid ?? 0)?.nowMb : undefined;
  await stop(child);
  return mb ?? null;
}

import { setTimeout as sleep } from "node:timers/promises";
import { cpuSecondsOf, cpuSecondsOfFamily } from "../machine";
import type { Stage } from "../stage";
import { Child } from "./child";
import { openMany } from "./open";
import type { World } from "./world";

export type Run = {
  cases: number;
  /** From the first opening to the last resolution and hand-over. */
  seconds: number;
  openingSeconds: number;
  /** Of openings, workers and PostgreSQL together. */
  cpuSeconds: number;
  nodeCpuSeconds: number;
  claimsMs: number[];
  workerPeakMb: number;
};

const POLL_MS = 50;
/** A run that stands still this long will not end. */
const STUCK_MS = 120_000;

// Far-away moments are of the pending cases, which stay.
const IS_DONE = `select not exists (select 1 from cases where next_action_at < now() + interval '10 minutes'
    and not test_clock)
  and not exists (select 1 from messages where deliver_at is not null and not test_clock)
  and not exists (select 1 from messages where status = 'sending') as done`;

/**
 * Takes cases from opening to resolution: opens them set-based, then lets `workers` processes work
 * until nothing is due and every message is recorded as sent.
 */
export async function runCases(
  stage: Stage,
  world: World,
  { cases, workers = 1 }: { cases: number; workers?: number },
): Promise<Run> {
  const children = Array.from({ length: workers }, () => new Child("work", world.url));
  await Promise.all(children.map((child) => child.told("ready")));
  const nodeCpu = () =>
    [process.pid, ...children.map((child) => child.pid)].reduce(
      (sum, pid) => sum + cpuSecondsOf(pid),
      0,
    );
  const nodeFrom = nodeCpu();
  const serverFrom = cpuSecondsOfFamily(stage.pid);
  const from = performance.now();
  await openMany(world, cases);
  const openingSeconds = (performance.now() - from) / 1000;
  for (const child of children) child.ask("start");
  await finished(world);
  const seconds = (performance.now() - from) / 1000;
  const nodeCpuSeconds = nodeCpu() - nodeFrom;
  const cpuSeconds = nodeCpuSeconds + cpuSecondsOfFamily(stage.pid) - serverFrom;
  const reports = await Promise.all(children.map(end));
  return {
    cases,
    seconds,
    openingSeconds,
    cpuSeconds,
    nodeCpuSeconds,
    claimsMs: reports.flatMap((report) => report.claimsMs),
    workerPeakMb: Math.max(...reports.map((report) => report.peakMb)),
  };
}

/** Resolves when nothing is due and every message is recorded as sent. */
export async function finished({ ctx }: World): Promise<void> {
  const until = performance.now() + STUCK_MS;
  while (performance.now() < until) {
    await sleep(POLL_MS);
    const [row] = await ctx.db.$client.unsafe<{ done: boolean }[]>(IS_DONE);
    if (row?.done) return;
  }
  throw new Error(`The engine did not finish within ${STUCK_MS / 1000} s.`);
}

async function end(child: Child) {
  const report = child.told("ended");
  child.ask("stop");
  const { claimsMs, peakMb } = await report;
  await child.ended();
  return { claimsMs, peakMb };
}

export const casesPerSecond = ({ cases, seconds }: Pick<Run, "cases" | "seconds">) =>
  cases / seconds;

/** What the run did to the database, for those who wonder whether it did the work. */
export async function rowsOf({ ctx, workspaceId }: World) {
  const [row] = await ctx.db.$client.unsafe<
    { resolved: number; sent: number; decisions: number }[]
  >(
    `select (select count(*) from cases where workspace_id = $1 and status = 'resolved')::int as resolved,
       (select count(*) from messages where workspace_id = $1 and status = 'sent')::int as sent,
       (select count(*) from case_decisions where workspace_id = $1)::int as decisions`,
    [workspaceId],
  );
  return row ?? { resolved: 0, sent: 0, decisions: 0 };
}

import { PgBoss } from "pg-boss";
import { JOB_KEPT_MS, JOB_NAMES, type JobName, type JobPayload, jobPolicy } from "@/core/jobs";
import { SECOND_MS } from "@/core/time";
import type { Tx } from "@/db/client";
import { traced } from "./operations/traced";

/** Puts a job on the caller's connection: it exists exactly when the transaction commits. */
export type Enqueue = <N extends JobName>(
  tx: Tx,
  name: N,
  payload: JobPayload<N>,
  /** `singletonSeconds`: at most one job of a key in each stretch of so many seconds. */
  options?: { startAfter?: Date; singletonKey?: string; singletonSeconds?: number },
) => Promise<void>;

export type Handlers = { [N in JobName]: (payload: JobPayload<N>) => Promise<void> };

const WEB_CONNECTIONS_MAX = 2;
const WORKER_CONNECTIONS_MAX = 4;
/** The floor when a notification is lost. */
const POLL_SECONDS = 2;
const CONCURRENT_JOBS_MAX = 10;

/**
 * The job queue. `web` only puts jobs in: no polling, no upkeep, no migration, so that any number
 * of web processes cost nothing. Call `start()` on it, and `prepareQueues` before the first job.
 * `onError` hears of what goes wrong in the background, lost connections among it.
 */
export function createBoss(
  url: string,
  role: "web" | "worker",
  onError: (error: Error) => void = () => {},
): PgBoss {
  const isWorker = role === "worker";
  const boss = new PgBoss({
    connectionString: url,
    application_name: `followthrough-jobs-${role}`,
    max: isWorker ? WORKER_CONNECTIONS_MAX : WEB_CONNECTIONS_MAX,
    supervise: isWorker,
    schedule: isWorker,
    migrate: isWorker,
    useListenNotify: isWorker,
  });
  // Without a listener a lost connection would end the process; pg-boss connects again by itself.
  boss.on("error", onError);
  return boss;
}

/** Makes every queue of `JOBS` that is not there yet, dead-letter queues before those that name them. */
export async function prepareQueues(boss: PgBoss): Promise<void> {
  const dead = new Set(JOB_NAMES.map((name) => jobPolicy(name).deadLetter));
  const ordered = [...JOB_NAMES].sort((a, b) => Number(dead.has(b)) - Number(dead.has(a)));
  for (const name of ordered) {
    const policy = jobPolicy(name);
    await boss.createQueue(name, {
      policy: policy.onePerKey ? "short" : "standard",
      retryLimit: policy.retryLimit,
      retryDelay: policy.retryDelayMs / SECOND_MS,
      retryBackoff: true,
      expireInSeconds: policy.expireMs / SECOND_MS,
      retentionSeconds: JOB_KEPT_MS / SECOND_MS,
      notify: true,
      ...(policy.deadLetter !== undefined && { deadLetter: policy.deadLetter }),
    });
  }
}

/** Enqueues on the caller's connection: the job exists exactly when the transaction commits. */
export function createEnqueue(boss: PgBoss): Enqueue {
  return async (tx, name, payload, { startAfter, singletonKey, singletonSeconds } = {}) => {
    const db = {
      async executeSql(text: string, values: unknown[] = []) {
        return { rows: [...(await tx.$client.unsafe(text, values.map(toParam)))] };
      },
    };
    await boss.send(name, jobPolicy(name).payload.parse(payload), {
      db,
      ...(startAfter !== undefined && { startAfter }),
      ...(singletonKey !== undefined && { singletonKey }),
      ...(singletonSeconds !== undefined && { singletonSeconds }),
    });
  };
}

/** Runs `handlers` in this process: payloads are parsed first, a throw is retried by the job's policy. */
export async function workJobs(boss: PgBoss, handlers: Handlers): Promise<void> {
  for (const name of JOB_NAMES) await workJob(boss, name, handlers);
}

async function workJob<N extends JobName>(
  boss: PgBoss,
  name: N,
  handlers: Handlers,
): Promise<void> {
  const options = { pollingIntervalSeconds: POLL_SECONDS, localConcurrency: CONCURRENT_JOBS_MAX };
  await boss.work<object>(name, options, async (batch) => {
    for (const job of batch) {
      const payload = jobPolicy(name).payload.parse(job.data) as JobPayload<N>;
      await traced(`job ${name}`, { "followthrough.job": job.id }, () => handlers[name](payload));
    }
  });
}

/**
 * pg-boss writes for node-postgres. postgres.js refuses `undefined`, and Drizzle turns off its JSON
 * and date serialisers, so those are spelled out here.
 */
function toParam(value: unknown): never {
  if (value === undefined || value === null) return null as never;
  if (value instanceof Date) return value.toISOString() as never;
  if (typeof value === "object" && !Array.isArray(value)) return JSON.stringify(value) as never;
  return value as never;
}

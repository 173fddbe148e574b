import "server-only";
import { AppError } from "@/core/errors";
import { connect } from "@/db/client";
import { type Config, loadConfig } from "./config";
import type { Ctx } from "./context";
import { createLog } from "./log";
import { createBoss, createEnqueue, type Enqueue, prepareQueues } from "./queue";

const RETRY_AFTER_S = 5;

/** Kept on the process: a development server loads this module again after every change. */
const kept = globalThis as typeof globalThis & { __followthrough?: Ctx };

function made(): Ctx {
  kept.__followthrough ??= make(loadConfig(process.env));
  return kept.__followthrough;
}

function make(config: Config): Ctx {
  const log = createLog(config.logLevel);
  const db = connect(config.databaseUrl, { name: "followthrough-web" });
  return { db, config, log, enqueue: lateEnqueue(config, (err) => log.error({ err }, "queue")) };
}

/** Connects to the queue at the first job, and again after a failure: most requests enqueue nothing. */
function lateEnqueue(config: Config, onError: (error: unknown) => void): Enqueue {
  let started: Promise<Enqueue> | undefined;
  const start = async (): Promise<Enqueue> => {
    const boss = createBoss(config.databaseUrl, "web");
    boss.on("error", onError);
    await boss.start();
    await prepareQueues(boss);
    return createEnqueue(boss);
  };
  return async (...job) => {
    started ??= start().catch((cause: unknown) => {
      started = undefined;
      const message = "No worker has prepared the job queue yet. Start one, and try again.";
      throw new AppError("unavailable", message, { cause, retryAfterS: RETRY_AFTER_S });
    });
    await (await started)(...job);
  };
}

/** What the web process works with. Nothing is read or opened before it is first used, so a build needs none of it. */
export const ctx: Ctx = {
  get db() {
    return made().db;
  },
  get config() {
    return made().config;
  },
  get log() {
    return made().log;
  },
  get enqueue() {
    return made().enqueue;
  },
};

import type { Logger } from "pino";
import type { Db } from "@/db/client";
import type { Config } from "./config";
import type { Enqueue } from "./queue";

/** What an operation may touch. Built once per process; tests build their own. */
export type Ctx = {
  db: Db;
  config: Config;
  log: Logger;
  /** Puts a job in the caller's transaction. */
  enqueue: Enqueue;
};

import { setTimeout as sleep } from "node:timers/promises";

/** One collection leaves behind what it made ready to go. */
const COLLECTIONS = 4;
const BETWEEN_MS = 100;

/** What is held in memory when all that can go is gone, where node was begun with `--expose-gc`. */
export async function heapBytes(): Promise<number> {
  for (let i = 0; i < COLLECTIONS; i++) {
    global.gc?.();
    await sleep(BETWEEN_MS);
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

import { type Child, printLine, startChild } from "./child";

const BACKOFF_FIRST_MS = 500;
const BACKOFF_MAX_MS = 30_000;
const STEADY_AFTER_MS = 60_000;

/** No source maps: reading one costs 140 MB at the first error. Small young generation: the worker stays small. */
const ARGS = ["--max-semi-space-size=4", "dist/worker.mjs"];

export type Worker = { restart: () => Promise<void>; stop: () => Promise<void>; kill: () => void };

/** Keeps the worker running: started again after a crash, later each time until it holds for a minute. */
export function keepWorker(env: NodeJS.ProcessEnv): Worker {
  let child: Child;
  let failures = 0;
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;

  const begin = () => {
    const began = Date.now();
    const current = startChild("worker", ARGS, env);
    child = current;
    void current.exited.then((code) => {
      if (stopping || child !== current) return;
      failures = Date.now() - began > STEADY_AFTER_MS ? 1 : failures + 1;
      const delayMs = Math.min(BACKOFF_FIRST_MS * 2 ** (failures - 1), BACKOFF_MAX_MS);
      printLine(
        "worker",
        `ended (code ${code ?? "killed"}), starting again in ${delayMs / 1000} s`,
      );
      timer = setTimeout(begin, delayMs);
    });
  };
  begin();

  const end = async () => {
    clearTimeout(timer);
    await child.stop();
  };
  return {
    restart: async () => {
      const old = child;
      clearTimeout(timer);
      failures = 0;
      begin();
      await old.stop();
    },
    stop: () => {
      stopping = true;
      return end();
    },
    kill: () => child.kill(),
  };
}

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BuildOptions, build } from "esbuild";

const ROOT = join(import.meta.dirname, "..");

/** The worker as it is shipped, bundled into a folder of its own. */
export async function bundleWorker(): Promise<{ file: string; remove: () => void }> {
  const { options } = (await import(join(ROOT, "scripts/bundle.mjs"))) as {
    options: (names: string[]) => BuildOptions;
  };
  const outdir = mkdtempSync(join(tmpdir(), "followthrough-worker-"));
  await build({ ...options(["worker"]), outdir, sourcemap: false });
  return {
    file: join(outdir, "worker.mjs"),
    remove: () => rmSync(outdir, { recursive: true, force: true }),
  };
}

/** A worker in a process of its own. */
export type WorkerProcess = {
  /** Resolves when it says that it is ready; rejects when it ends before. */
  ready: Promise<void>;
  exited: Promise<number | null>;
  /** What it logged, a line each. */
  lines: string[];
  kill: (signal: NodeJS.Signals) => Promise<void>;
};

export function startWorkerProcess(file: string, env: Record<string, string>): WorkerProcess {
  const child: ChildProcess = spawn(process.execPath, [file], {
    env: { PATH: process.env.PATH ?? "", NODE_ENV: "test", LOG_LEVEL: "info", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  const exited = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
  const ready = new Promise<void>((resolve, reject) => {
    const take = (chunk: Buffer) => {
      lines.push(...chunk.toString().split("\n").filter(Boolean));
      if (chunk.includes("worker ready")) resolve();
    };
    child.stdout?.on("data", take);
    child.stderr?.on("data", take);
    void exited.then(() => reject(new Error(`The worker ended: ${lines.slice(-5).join("\n")}`)));
  });
  // Killed before it was ready is no error of the test's.
  ready.catch(() => {});
  const kill = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exited;
  };
  return { ready, exited, lines, kill };
}

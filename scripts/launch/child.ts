import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

const STOP_TIMEOUT_MS = 8_000;

export type Child = {
  name: string;
  exited: Promise<number | null>;
  stop: () => Promise<void>;
  kill: () => void;
};

const COLOURS: Record<string, number> = { web: 36, worker: 35, build: 33 };

/** A line of a child's output under its name, coloured where people look. */
export function printLine(name: string, line: string): void {
  const colour = process.stdout.isTTY ? COLOURS[name] : undefined;
  process.stdout.write(`${colour ? `\x1b[${colour}m[${name}]\x1b[0m` : `[${name}]`} ${line}\n`);
}

/**
 * Runs a program of ours with this Node. In its own process group, so that Ctrl-C reaches only
 * us and the order of stopping is ours; it stops by itself when we die (follow-parent.mjs).
 */
export function startChild(
  name: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  onLine: (line: string) => void = (line) => printLine(name, line),
): Child {
  const child: ChildProcess = spawn(
    process.execPath,
    ["--import", "./scripts/follow-parent.mjs", ...args],
    {
      env: { ...env, FOLLOWTHROUGH_PARENT: String(process.pid) },
      detached: true,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    },
  );
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on("line", onLine);
  }
  const exited = new Promise<number | null>((done) => {
    child.once("error", () => done(1));
    child.once("exit", (code) => done(code));
  });
  const kill = () => {
    if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      child.kill("SIGKILL");
    }
  };
  const stop = async () => {
    child.kill("SIGTERM");
    const timer = setTimeout(kill, STOP_TIMEOUT_MS);
    await exited;
    clearTimeout(timer);
  };
  return { name, exited, stop, kill };
}

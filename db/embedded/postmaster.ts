import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const FAST_STOP_MS = 30_000;
const HARD_STOP_MS = 5_000;

export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The command line of a process, empty when it is gone or cannot be seen. */
export function commandOf(pid: number): string {
  if (existsSync("/proc/self/cmdline")) {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    } catch {
      return "";
    }
  }
  return spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout ?? "";
}

export async function waitForEnd(pid: number, timeoutMs: number): Promise<boolean> {
  for (const until = Date.now() + timeoutMs; Date.now() < until; await sleep(50)) {
    if (!alive(pid)) return true;
  }
  return !alive(pid);
}

/** `postmaster.pid` as the server writes it: its process, and whether it takes connections. */
export function readPostmaster(folder: string): { pid: number; ready: boolean } | null {
  const file = join(folder, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0
    ? { pid, ready: lines[7]?.trim() === "ready" }
    : { pid: 0, ready: false };
}

/**
 * Clears what a crash left in a data folder: a server whose starter died is stopped, a
 * `postmaster.pid` whose number belongs to another program by now (common in containers, where
 * numbers repeat) is removed, as PostgreSQL itself would refuse to start beside it.
 */
export async function clearLeftovers(folder: string): Promise<"none" | "stale" | "stopped"> {
  const left = readPostmaster(folder);
  if (!left) return "none";
  const { pid } = left;
  const ours = pid > 0 && alive(pid) && /postgres/.test(commandOf(pid)) && owns(pid, folder);
  if (!ours) {
    rmSync(join(folder, "postmaster.pid"), { force: true });
    return "stale";
  }
  process.kill(pid, "SIGINT");
  if (!(await waitForEnd(pid, FAST_STOP_MS))) {
    process.kill(pid, "SIGQUIT");
    if (!(await waitForEnd(pid, HARD_STOP_MS))) {
      throw new Error(
        `An earlier PostgreSQL (process ${pid}) does not stop: end it and start again.`,
      );
    }
  }
  return "stopped";
}

const owns = (pid: number, folder: string): boolean => commandOf(pid).includes(folder);

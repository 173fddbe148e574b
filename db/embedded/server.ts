import { type ChildProcess, spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Account } from "./account";
import type { Home } from "./home";
import { readPostmaster } from "./postmaster";
import { asFlags, type Settings } from "./settings";

const READY_TIMEOUT_MS = 120_000;
const SHARED_MEMORY_TIMEOUT_MS = 15_000;
const POLL_MS = 20;

/** Run as `account`, which sees none of our environment: it holds secrets. */
const identity = (account: Account | null) =>
  account
    ? {
        uid: account.uid,
        gid: account.gid,
        env: { NODE_ENV: "production" as const, PATH: process.env.PATH ?? "", HOME: "/" },
      }
    : {};

/** Makes a data folder with initdb beside its final place and renames, so that an interrupted run leaves no half database. */
export async function initialise(home: Home, user: string, password: string): Promise<void> {
  const half = `${home.data}.new`;
  const secret = `${home.data}.secret`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  writeFileSync(secret, `${password}\n`, { mode: 0o600 });
  const { account } = home;
  if (account) for (const path of [half, secret]) chownSync(path, account.uid, account.gid);
  try {
    const { code, output } = await run(
      join(home.bin, "initdb"),
      [
        ...["-D", half, "-U", user, "-A", "scram-sha-256", `--pwfile=${secret}`],
        ...["-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
        "--no-instructions",
      ],
      account,
    );
    if (code !== 0) throw new Error(reasonOf(output, "initdb ended without a reason"));
    if (existsSync(home.data)) rmSync(home.data, { recursive: true });
    renameSync(half, home.data);
  } finally {
    rmSync(secret, { force: true });
    rmSync(half, { recursive: true, force: true });
  }
}

/** Runs the server and waits until it takes connections. */
export async function launch(
  home: Home,
  port: number,
  settings: Settings,
  logFile: string,
): Promise<ChildProcess> {
  for (const until = Date.now() + SHARED_MEMORY_TIMEOUT_MS; ; await sleep(300)) {
    const begin = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
    const log = openSync(logFile, "a", 0o600);
    // Its own process group: Ctrl-C in a terminal must reach the launcher, which stops us last.
    const child = spawn(
      join(home.bin, "postgres"),
      ["-D", home.data, "-p", String(port), ...asFlags(settings)],
      { stdio: ["ignore", log, log], detached: true, ...identity(home.account) },
    );
    closeSync(log);
    if (await becomesReady(child, home.data)) return child;
    child.kill("SIGQUIT");
    const output = readFileSync(logFile, "utf8").slice(begin);
    // The children of a killed server hold its memory for a moment.
    if (/shared memory block/.test(output) && Date.now() < until) continue;
    throw new Error(reasonOf(output, `PostgreSQL did not start; its log is ${logFile}`));
  }
}

async function becomesReady(child: ChildProcess, data: string): Promise<boolean> {
  let ended = false;
  child.once("exit", () => {
    ended = true;
  });
  child.once("error", () => {
    ended = true;
  });
  for (const until = Date.now() + READY_TIMEOUT_MS; !ended && Date.now() < until; ) {
    const state = readPostmaster(data);
    if (state?.ready && state.pid === child.pid) return true;
    await sleep(POLL_MS);
  }
  return false;
}

function run(
  command: string,
  args: string[],
  account: Account | null,
): Promise<{ code: number | null; output: string }> {
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...identity(account) });
    let output = "";
    const take = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.once("error", (error) => done({ code: 1, output: `FATAL: ${error.message}` }));
    child.once("close", (code) => done({ code, output }));
  });
}

/** The line of a log that says why, as one sentence. */
function reasonOf(output: string, otherwise: string): string {
  if (/No space left on device/i.test(output)) {
    return "The disk is full: PostgreSQL needs about 100 MB to start; free some space and start again.";
  }
  const line = /(?:FATAL|PANIC|error):\s+(.+)/.exec(output)?.[1];
  return line ? `PostgreSQL did not start: ${line.trim()}` : otherwise;
}

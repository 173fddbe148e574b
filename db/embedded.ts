import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import postgres from "postgres";
import { findHome } from "./embedded/home";
import { clearLeftovers } from "./embedded/postmaster";
import { initialise, launch } from "./embedded/server";
import type { Settings } from "./embedded/settings";

const USER = "followthrough";
const DATABASE = "followthrough";
const FAST_STOP_MS = 30_000;

export type EmbeddedOptions = {
  /** The data folder. Beside it lie `<folder>.json` (port, password) and `<folder>.log`. */
  folder: string;
  settings: Settings;
  /** Where node_modules is; the working directory unless told. */
  root?: string;
  progress?: (line: string) => void;
};

export type EmbeddedServer = {
  url: string;
  port: number;
  pid: number;
  /** Settles when the server process has ended, asked to or not. */
  exited: Promise<void>;
  /** Ends open connections, rolls their transactions back and stops; safe to call twice. */
  stop: () => Promise<void>;
};

/**
 * Starts PostgreSQL on a data folder, which is made when it is not there. Clears what a crash
 * left, keeps the port of the last time when it is free, works as root (see `accountFor`) and
 * as an ordinary user. Rejects with one sentence a person can act on.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const progress = options.progress ?? (() => {});
  const folder = resolve(options.folder);
  mkdirSync(dirname(folder), { recursive: true });
  const home = findHome(folder, options.root ?? process.cwd(), progress);
  if ((await clearLeftovers(home.data)) === "stopped") progress("Stopped a server left by a crash");

  const kept = readAccess(folder);
  const fresh = !existsSync(join(home.data, "PG_VERSION"));
  if (!fresh && !kept) {
    throw new Error(
      `${folder}.json, which holds the password of the database in ${folder}, is gone: restore it, or move that folder away to begin anew.`,
    );
  }
  const access = {
    port: await freePort(kept?.port),
    password: kept?.password ?? randomBytes(24).toString("base64url"),
  };
  writeFileSync(`${folder}.json`, `${JSON.stringify(access)}\n`, { mode: 0o600 });
  if (fresh) {
    progress("Creating the database folder");
    await initialise(home, USER, access.password);
  }
  progress("Starting PostgreSQL");
  const child = await launch(home, access.port, options.settings, `${folder}.log`);
  const server = handle(child, access);
  try {
    await createDatabase(access);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

/** The address of the server that keeps `folder`, whether or not it runs now; null when there is none. */
export function embeddedUrl(folder: string): string | null {
  const access = readAccess(resolve(folder));
  return access ? urlOf(access) : null;
}

type Access = { port: number; password: string };

const urlOf = (access: Access, database = DATABASE) =>
  `postgres://${USER}:${access.password}@127.0.0.1:${access.port}/${database}`;

function readAccess(folder: string): Access | null {
  if (!existsSync(`${folder}.json`)) return null;
  return JSON.parse(readFileSync(`${folder}.json`, "utf8")) as Access;
}

function handle(child: ChildProcess, access: Access): EmbeddedServer {
  // A starter that ends without stopping us (an uncaught error) must not leave a server behind.
  const endWithStarter = () => void child.kill("SIGINT");
  process.once("exit", endWithStarter);
  const exited = new Promise<void>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done();
    child.once("exit", () => done());
  }).finally(() => process.off("exit", endWithStarter));
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= (async () => {
      child.kill("SIGINT");
      const hard = setTimeout(() => child.kill("SIGQUIT"), FAST_STOP_MS);
      await exited;
      clearTimeout(hard);
    })();
    return stopping;
  };
  return { url: urlOf(access), port: access.port, pid: child.pid ?? 0, exited, stop };
}

async function createDatabase(access: Access): Promise<void> {
  const sql = postgres(urlOf(access, "postgres"), { max: 1, onnotice: () => {} });
  try {
    const found = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (found.length === 0) await sql.unsafe(`create database "${DATABASE}"`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** `wanted` when nothing listens there, else one the system has free. */
async function freePort(wanted?: number): Promise<number> {
  const listen = (port: number) =>
    new Promise<number | null>((done) => {
      const probe = createServer();
      probe.once("error", () => done(null));
      probe.listen(port, "127.0.0.1", () => {
        const address = probe.address();
        probe.close(() => done(typeof address === "object" && address ? address.port : null));
      });
    });
  const found = (wanted && (await listen(wanted))) || (await listen(0));
  if (!found) throw new Error("No free port on 127.0.0.1 for PostgreSQL.");
  return found;
}

import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { startEmbedded } from "@/db/embedded";
import { DURABLE } from "@/db/embedded/settings";
import { migrate } from "@/db/migrate";

/** A PostgreSQL server of the bench's own, set as the product sets it, and databases on it. */
export type Stage = {
  /** The server's process, whose children do its work. */
  pid: number;
  /** A new database with all tables and no rows; the one before is dropped. */
  database: () => Promise<string>;
  say: (line: string) => void;
  /** Shows where the server's time went since the last call, when asked for by environment. */
  showStatements: () => Promise<void>;
  close: () => Promise<void>;
};

/** With BENCH_STATEMENTS=on the costliest statements are shown; counting them costs a little. */
export const SHOWS_STATEMENTS = process.env.BENCH_STATEMENTS === "on";
const LOOKED_AT: Record<string, string> = SHOWS_STATEMENTS
  ? { shared_preload_libraries: "pg_stat_statements", "pg_stat_statements.track_planning": "on" }
  : {};

const DROP_TRIES = 50;
const DROP_PAUSE_MS = 100;
const FOLDER = ".data";
const TEMPLATE = "bench_template";

export async function openStage(): Promise<Stage> {
  mkdirSync(FOLDER, { recursive: true });
  const folder = mkdtempSync(join(resolve(FOLDER), "bench-"));
  // As root the server runs under another account, which must be able to pass.
  chmodSync(folder, 0o711);
  const server = await startEmbedded({
    folder: join(folder, "postgres"),
    settings: { ...DURABLE, ...LOOKED_AT },
  });
  const admin = postgres(server.url, { max: 1, onnotice: () => {} });
  const urlOf = (name: string) => {
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    return url.href;
  };
  if (SHOWS_STATEMENTS) await admin.unsafe("create extension pg_stat_statements");
  await admin.unsafe(`create database ${TEMPLATE}`);
  await migrate(urlOf(TEMPLATE));
  let last: string | null = null;
  let count = 0;
  return {
    pid: server.pid,
    showStatements: () => showStatements(admin),
    say: (line) => process.stderr.write(`  ${line}\n`),
    database: async () => {
      if (last) await dropUnused(admin, last);
      count += 1;
      last = `bench_${count}`;
      await admin.unsafe(`create database ${last} template ${TEMPLATE}`);
      await admin.unsafe("checkpoint");
      return urlOf(last);
    },
    close: async () => {
      await admin.end({ timeout: 2 });
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Drops a database when its last connections, which close by themselves, are gone. */
async function dropUnused(admin: postgres.Sql, name: string): Promise<void> {
  for (let tries = 0; tries < DROP_TRIES; tries++) {
    const users = await admin`select 1 from pg_stat_activity where datname = ${name}`;
    if (users.length === 0) break;
    await sleep(DROP_PAUSE_MS);
  }
  await admin.unsafe(`drop database ${name} with (force)`);
}

async function showStatements(admin: postgres.Sql): Promise<void> {
  if (!SHOWS_STATEMENTS) return;
  const rows = await admin<{ ms: number; planMs: number; calls: number; query: string }[]>`
    select round(total_exec_time)::int as ms, round(total_plan_time)::int as "planMs", calls::int,
      left(regexp_replace(query, '\\s+', ' ', 'g'), 110) as query
    from pg_stat_statements order by total_exec_time + total_plan_time desc limit 16`;
  for (const { ms, planMs, calls, query } of rows) {
    process.stderr.write(`  ${ms} ms, planning ${planMs} ms, ${calls} ×: ${query}\n`);
  }
  await admin`select pg_stat_statements_reset()`;
}

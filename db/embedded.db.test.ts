import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EmbeddedServer, embeddedUrl, startEmbedded } from "./embedded";
import { waitForEnd } from "./embedded/postmaster";
import { DURABLE } from "./embedded/settings";

let base: string;
let folder: string;
let server: EmbeddedServer;

const start = () => startEmbedded({ folder, settings: DURABLE });

async function query(text: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await sql.end({ timeout: 5 });
  }
}

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), "followthrough-embedded-"));
  chmodSync(base, 0o711);
  folder = join(base, "postgres");
  server = await start();
  await query("create table kept (n int)");
  await query("insert into kept values (1)");
});

afterAll(async () => {
  await server.stop();
  rmSync(base, { recursive: true, force: true });
});

test("people's data is written through to the disk", async () => {
  for (const setting of ["fsync", "synchronous_commit", "full_page_writes"]) {
    expect(await query(`show ${setting}`)).toEqual([{ [setting]: "on" }]);
  }
});

test("a server that was stopped comes back with its rows, at the same address", async () => {
  const { url } = server;
  await server.stop();
  expect(embeddedUrl(folder)).toBe(url);
  server = await start();
  expect(server.url).toBe(url);
  expect(await query("select n from kept")).toEqual([{ n: 1 }]);
});

test("a killed server leaves nothing that keeps the next one from starting", async () => {
  await query("insert into kept values (2)");
  process.kill(server.pid, "SIGKILL");
  await server.exited;
  server = await start();
  expect(await query("select n from kept order by n")).toEqual([{ n: 1 }, { n: 2 }]);
});

test("a server whose starter is gone is stopped and replaced", async () => {
  const orphan = server;
  server = await start();
  expect(server.pid).not.toBe(orphan.pid);
  expect(await waitForEnd(orphan.pid, 5_000)).toBe(true);
  expect(await query("select count(*)::int as n from kept")).toEqual([{ n: 2 }]);
});

test("a process number that another program has by now does not stop the start", async () => {
  await server.stop();
  writeFileSync(join(folder, "postmaster.pid"), `${process.pid}\n${folder}\n`);
  server = await start();
  expect(await query("select 1 as n")).toEqual([{ n: 1 }]);
});

test("a folder without its password is refused with what to do", async () => {
  await server.stop();
  rmSync(`${folder}.json`);
  await expect(start()).rejects.toThrow("restore it, or move that folder away");
});

import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "./embedded";
import { THROWAWAY } from "./embedded/settings";
import { migrate } from "./migrate";

declare module "vitest" {
  interface ProvidedContext {
    /** Server of this run, with the migrated database every file clones. */
    testServer: { adminUrl: string; template: string };
  }
}

/**
 * One PostgreSQL for the whole run (or the one at TEST_DATABASE_URL, which must let us create
 * databases), with a migrated template database that each test file clones.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? null : await ownServer();
  const adminUrl = given ?? server?.url ?? "";
  const template = `ft_template_${process.pid}_${Date.now().toString(36)}`;
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database "${template}"`);
  const url = new URL(adminUrl);
  url.pathname = `/${template}`;
  await migrate(url.href);
  project.provide("testServer", { adminUrl, template });
  return async () => {
    await admin.unsafe(`drop database if exists "${template}" with (force)`);
    await admin.end();
    await server?.remove();
  };
}

async function ownServer() {
  const folder = mkdtempSync(join(tmpdir(), "followthrough-test-"));
  // As root the server runs under another account, which must be able to pass.
  chmodSync(folder, 0o711);
  const server = await startEmbedded({ folder: join(folder, "postgres"), settings: THROWAWAY });
  const remove = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: server.url, remove };
}

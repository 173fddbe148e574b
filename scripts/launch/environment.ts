import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { embeddedUrl } from "@/db/embedded";
import { Sentence } from "./sentence";

/** All that a run keeps: the database, its password, the secret, logs. */
export const DATA = process.env.FOLLOWTHROUGH_DATA ?? ".data";
export const POSTGRES = join(DATA, "postgres");

/** Whether the database is ours to run. */
export const isEmbedded = (): boolean => !process.env.DATABASE_URL?.trim();

/** The environment of web and worker: what people gave, and what we fill in with the embedded database. */
export function completeEnvironment(databaseUrl?: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  if (!isEmbedded()) return env;
  env.DATABASE_URL = databaseUrl ?? embeddedUrl(POSTGRES) ?? "";
  if (!env.DATABASE_URL) {
    throw new Sentence("There is no database yet: run npm start once, or set DATABASE_URL.");
  }
  env.APP_SECRET ||= keptSecret();
  env.DEMO ||= "on";
  return env;
}

function keptSecret(): string {
  const file = join(DATA, "secret");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  mkdirSync(DATA, { recursive: true });
  const secret = randomBytes(32).toString("base64url");
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}

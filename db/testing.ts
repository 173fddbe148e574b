import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import { connect, type Db } from "@/db/client";

export type TestDatabase = {
  url: string;
  db: Db;
  /** Ends the connections and removes the database. */
  drop: () => Promise<void>;
};

/** A database of its own, with all tables and no rows: a clone of the run's template. */
export async function testDatabase(): Promise<TestDatabase> {
  const { adminUrl, template } = inject("testServer");
  const name = `ft_test_${randomBytes(8).toString("hex")}`;
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database "${name}" template "${template}"`);
  const target = new URL(adminUrl);
  target.pathname = `/${name}`;
  const url = target.href;
  const db = connect(url);
  const drop = async () => {
    await db.$client.end({ timeout: 5 });
    await admin.unsafe(`drop database if exists "${name}" with (force)`);
    await admin.end({ timeout: 5 });
  };
  return { url, db, drop };
}

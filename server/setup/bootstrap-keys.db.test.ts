import { randomBytes } from "node:crypto";
import { asc } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { workspaces } from "@/db/schema/workspaces";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { ensureBootstrapKeys } from "./bootstrap-keys";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const key = (kind: string) => `ft_${kind}_${randomBytes(20).toString("hex")}`;

it("makes one workspace per key, of the key's kind, however often and from how many processes", async () => {
  const keys = [key("live"), key("test"), key("test")];
  await Promise.all([1, 2, 3].map(() => ensureBootstrapKeys(database.db, keys)));
  expect(await ensureBootstrapKeys(database.db, keys)).toEqual([]);
  const rows = await database.db.select().from(workspaces).orderBy(asc(workspaces.slug));
  expect(rows.map(({ slug, kind }) => [slug, kind])).toEqual([
    ["live", "live"],
    ["sandbox", "sandbox"],
    ["sandbox-2", "sandbox"],
  ]);
});

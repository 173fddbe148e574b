import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "@/core/errors";
import { listMemberships } from "@/db/queries/operators";
import { operators } from "@/db/schema/operators";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { adoptWorkspaces, ensureFirstOperator } from "@/server/auth/first-operator";
import { createWorkspace } from "@/server/workspaces/create-workspace";
import { setUp } from "./set-up";

const FIRST_RUN = {
  name: "Ada",
  email: "ada@example.com",
  password: "correct horse battery",
  workspaceName: "Acme Ltd",
  timeZone: "Europe/Berlin",
};

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

describe("the first run", () => {
  it("makes an owner and a live workspace", async () => {
    const { slug } = await setUp(database.db, FIRST_RUN);
    const [operator] = await database.db.select().from(operators);
    const memberships = await listMemberships(database.db, operator?.id ?? "");
    expect(slug).toBe("acme-ltd");
    expect(memberships).toMatchObject([
      { slug, kind: "live", role: "owner", timeZone: "Europe/Berlin" },
    ]);
  });

  it("belongs to one of two who try at once", async () => {
    const rivals = ["ada@example.com", "eve@example.com"].map((email) =>
      setUp(database.db, { ...FIRST_RUN, email }),
    );
    const outcomes = await Promise.allSettled(rivals);
    const refused = outcomes.flatMap((o) => (o.status === "rejected" ? [o.reason] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toBeInstanceOf(AppError);
    expect(await database.db.select().from(operators)).toHaveLength(1);
  });
});

describe("ensureFirstOperator", () => {
  it("gives the same operator at every start, also when two processes start at once", async () => {
    const input = { name: "Ada", email: "Ada@Example.com" };
    const ids = await Promise.all([1, 2, 3].map(() => ensureFirstOperator(database.db, input)));
    ids.push(await ensureFirstOperator(database.db, { ...input, name: "Other" }));
    expect(new Set(ids).size).toBe(1);
    expect(await database.db.select().from(operators)).toMatchObject([
      { name: "Ada", email: "ada@example.com" },
    ]);
  });
});

describe("adoptWorkspaces", () => {
  it("takes workspaces nobody belongs to, and no others", async () => {
    await setUp(database.db, FIRST_RUN);
    const { db } = database;
    await createWorkspace(db, { slug: "demo", name: "Demo", kind: "sandbox", timeZone: "UTC" });
    const eve = await ensureFirstOperator(db, { name: "Eve", email: "eve@example.com" });
    await adoptWorkspaces(db, eve);
    await adoptWorkspaces(db, eve);
    expect((await listMemberships(db, eve)).map(({ slug }) => slug)).toEqual(["demo"]);
  });
});

describe("createWorkspace", () => {
  it("refuses an address that is taken or is the product's own", async () => {
    const input = { name: "X", kind: "live", timeZone: "UTC" } as const;
    await createWorkspace(database.db, { ...input, slug: "acme" });
    await expect(createWorkspace(database.db, { ...input, slug: "acme" })).rejects.toThrow(
      "already",
    );
    await expect(createWorkspace(database.db, { ...input, slug: "api" })).rejects.toThrow(
      "reserved",
    );
  });
});

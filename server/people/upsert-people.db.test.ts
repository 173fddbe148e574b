import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { WorkspaceId } from "@/core/ids";
import { inTransaction } from "@/db/client";
import { findPerson } from "@/db/queries/people";
import { workspaces } from "@/db/schema/workspaces";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { personShapes } from "./person-shape";
import { upsertPeople } from "./upsert-people";

let database: TestDatabase;
const workspaceId = randomUUID() as WorkspaceId;

beforeAll(async () => {
  database = await testDatabase();
  await database.db
    .insert(workspaces)
    .values({ id: workspaceId, slug: "w", name: "W", kind: "live" });
});
afterAll(() => database.drop());

type Inputs = Parameters<typeof upsertPeople>[2];
const upsert = (inputs: Inputs, mode: "replace" | "merge" = "merge") =>
  inTransaction(database.db, (tx) => upsertPeople(tx, workspaceId, inputs, mode));

async function read(id: string) {
  const row = await findPerson(database.db, workspaceId, id);
  const [shape] = await personShapes(database.db, workspaceId, row ? [row] : []);
  return shape;
}

it("says who is new and who changed, and leaves the others alone", async () => {
  const ada = { id: "ada", name: "Ada", email: "ada@example.com", attributes: { a: 1, b: [1] } };
  expect(await upsert([ada])).toEqual({ created: ["ada"], changed: [] });
  expect(await upsert([{ ...ada, attributes: { b: [1], a: 1 } }])).toEqual({
    created: [],
    changed: [],
  });
  expect(await upsert([{ id: "ada", timeZone: "Asia/Tokyo" }, { id: "bea" }])).toEqual({
    created: ["bea"],
    changed: ["ada"],
  });
  expect(await read("ada")).toMatchObject({ ...ada, timeZone: "Asia/Tokyo" });
});

it("empties by null when merging, and by absence when replacing", async () => {
  const all = { name: "C", email: "c@example.com", phone: "+4930901820", locale: "de" };
  await upsert([{ id: "c", ...all }]);
  await upsert([{ id: "c", email: null, locale: null }]);
  expect(await read("c")).toMatchObject({
    name: "C",
    email: null,
    phone: "+4930901820",
    locale: null,
  });
  await upsert([{ id: "c", name: "D" }], "replace");
  expect(await read("c")).toMatchObject({ name: "D", phone: null, contactPoints: [] });
});

it("never keeps writing to an address that was replaced", async () => {
  await upsert([{ id: "d", email: "old@example.com" }]);
  expect(await upsert([{ id: "d", email: "new@example.com" }])).toEqual({
    created: [],
    changed: ["d"],
  });
  expect((await read("d"))?.contactPoints.map((point) => point.address)).toEqual([
    "new@example.com",
  ]);
});

it("takes the last of a person named twice", async () => {
  await upsert(
    [
      { id: "e", name: "First" },
      { id: "e", name: "Last" },
    ],
    "replace",
  );
  expect((await read("e"))?.name).toBe("Last");
});

it("survives many writers of the same people at once", async () => {
  const ids = Array.from({ length: 20 }, (_, i) => `many${i}`);
  const round = (n: number) => {
    const order = n % 2 === 0 ? ids : ids.toReversed();
    return upsert(order.map((id) => ({ id, name: `round ${n}`, email: `${id}.${n}@example.com` })));
  };
  await Promise.all(Array.from({ length: 8 }, (_, n) => round(n)));
  for (const id of ids) expect((await read(id))?.name).toMatch(/^round \d$/);
});

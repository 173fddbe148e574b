import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { testApi } from "@/server/http/testing";
import { type Receiver, receiver } from "@/server/testing/receiver";

let database: TestDatabase;
let peer: Receiver;
let api: ReturnType<typeof testApi>;
let key: string;

beforeAll(async () => {
  [database, peer] = await Promise.all([testDatabase(), receiver()]);
  api = testApi(database.db);
  api.ctx.config.allowPrivateCalls = true;
  key = await api.newKey("live");
});
afterAll(async () => {
  await peer.close();
  await database.drop();
});

const path = "/webhook-endpoints";
const add = async (body: object = {}, headers = {}) =>
  api.call(key, "POST", path, { url: peer.url, ...body }, { headers });

test("an endpoint is added, read, changed, turned off and on, listed and deleted; its secret is shown once", async () => {
  const added = await add({ description: "Ours", eventTypes: ["case.opened", "case.opened"] });
  expect(added.status).toBe(201);
  const { id, secret } = added.json;
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(added.json).toMatchObject({
    eventTypes: ["case.opened"],
    enabled: true,
    failingSince: null,
  });
  const one = `${path}/${id}`;
  const read = await api.call(key, "GET", one);
  expect(read.text).not.toContain("whsec_");
  const put = await api.call(key, "PUT", one, { url: peer.url, enabled: false });
  expect(put.json).toMatchObject({
    description: "",
    eventTypes: [],
    enabled: false,
    disabledBecause: "operator",
  });
  const on = await api.call(key, "POST", `${one}/enable`);
  expect(on.json).toMatchObject({ enabled: true, disabledBecause: null });
  const rotated = await api.call(key, "POST", `${one}/rotate-secret`);
  expect(rotated.json.secret).not.toBe(secret);
  expect(rotated.json.previousSecretUntil).toEqual(expect.any(String));
  const second = await add();
  const page = await api.call(key, "GET", `${path}?limit=1`);
  expect(page.json.data).toMatchObject([{ id: second.json.id }]);
  const rest = await api.call(key, "GET", `${path}?limit=1&cursor=${page.json.nextCursor}`);
  expect(rest.json).toMatchObject({ data: [{ id }], nextCursor: null });
  expect((await api.call(key, "DELETE", one)).status).toBe(204);
  expect((await api.call(key, "GET", one)).status).toBe(404);
  expect((await api.call(key, "DELETE", one)).status).toBe(404);
});

test("what is wrong with an endpoint is named", async () => {
  const wrong = await add({
    url: "ftp://acme.example",
    eventTypes: ["case.exploded"],
    colour: "red",
  });
  expect(wrong.status).toBe(422);
  const paths = wrong.json.errors.map((error) => error.path);
  expect(paths).toEqual(expect.arrayContaining(["url", "eventTypes.0", "colour"]));
  api.ctx.config.allowPrivateCalls = false;
  const inside = await add();
  api.ctx.config.allowPrivateCalls = true;
  expect(inside).toMatchObject({ status: 422, json: { errors: [{ path: "url" }] } });
});

test("a workspace has at most twenty", async () => {
  const own = await api.newKey();
  const all = await Promise.all(
    Array.from({ length: 21 }, () => api.call(own, "POST", path, { url: peer.url })),
  );
  expect(all.filter(({ status }) => status === 201)).toHaveLength(20);
  expect(all.filter(({ status }) => status === 409)).toHaveLength(1);
});

test("a repeated request gets its secret again, which nobody reads in the table meanwhile", async () => {
  const headers = { "idempotency-key": "add-once" };
  const first = await add({}, headers);
  const again = await add({}, headers);
  expect(again.headers.get("idempotency-replay")).toBe("true");
  expect(again.json).toEqual(first.json);
  const [row] = await database.db.execute<{ body: string }>(
    sql`select body from idempotency_keys where key = 'add-once'`,
  );
  expect(row?.body).not.toContain("whsec_");
});

test("a test is answered with its attempt, and its log can be read and replayed", async () => {
  const { id } = (await add()).json;
  const tested = await api.call(key, "POST", `${path}/${id}/test`);
  expect(tested.json).toMatchObject({
    type: "webhook.test",
    status: "delivered",
    attempts: 1,
    lastAttempt: { status: 204, error: null },
    log: [{ status: 204 }],
  });
  const list = await api.call(key, "GET", `${path}/${id}/deliveries?status=delivered`);
  expect(list.json.data).toMatchObject([{ id: tested.json.id, lastAttempt: { status: 204 } }]);
  expect((await api.call(key, "GET", `${path}/${id}/deliveries?status=failed`)).json.data).toEqual(
    [],
  );
  const one = `${path}/${id}/deliveries/${tested.json.id}`;
  expect((await api.call(key, "GET", one)).json.body).toBe(peer.heard.at(-1)?.body);
  const replayed = await api.call(key, "POST", `${one}/replay`);
  expect(replayed).toMatchObject({ status: 202, json: { status: "waiting", endedAt: null } });
  const since = await api.call(key, "POST", `${path}/${id}/deliveries/replay`, {
    since: "2020-01-01T00:00:00Z",
  });
  expect(since).toMatchObject({ status: 202, json: { replayed: 0 } });
});

test("another workspace's endpoints and deliveries are not there", async () => {
  const { id } = (await add()).json;
  const tested = await api.call(key, "POST", `${path}/${id}/test`);
  const stranger = await api.newKey();
  const one = `${path}/${id}`;
  const asked: [string, string, object?][] = [
    ["GET", one],
    ["PUT", one, { url: peer.url }],
    ["DELETE", one],
    ["POST", `${one}/enable`],
    ["POST", `${one}/rotate-secret`],
    ["POST", `${one}/test`],
    ["GET", `${one}/deliveries`],
    ["GET", `${one}/deliveries/${tested.json.id}`],
    ["POST", `${one}/deliveries/${tested.json.id}/replay`],
    ["POST", `${one}/deliveries/replay`, { since: "2020-01-01T00:00:00Z" }],
  ];
  for (const [method, address, body] of asked) {
    expect((await api.call(stranger, method, address, body)).status, address).toBe(404);
  }
  expect((await api.call(key, "GET", one)).status).toBe(200);
});

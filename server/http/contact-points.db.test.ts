import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { ADDRESSES_MAX } from "@/server/people/change-addresses";
import { testApi } from "./testing";

let database: TestDatabase;
let api: ReturnType<typeof testApi>;
let key: string;

beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database.db);
});
afterAll(() => database.drop());
beforeEach(async () => {
  key = await api.newKey();
  await api.call(key, "PUT", "/people/ada", { name: "Ada", email: "ada@example.com" });
});

const TOKEN = "dGVzdA:APA91bH_kept-as-it.is%7";
const path = "/people/ada/contact-points";
const add = (body: unknown, by = key) => api.call(by, "POST", path, body);
const addToken = (token: string) => add({ channel: "push", address: { token } });
const remove = (body: unknown, by = key) => api.call(by, "POST", `${path}/remove`, body);
const addresses = async () => {
  const { json } = await api.call(key, "GET", "/people/ada");
  return (json.contactPoints as unknown as { address: string }[]).map(({ address }) => address);
};

describe("an app of a person", () => {
  it("is registered by its token, and taken away by the address that is answered", async () => {
    const made = await addToken(TOKEN);
    expect(made.status).toBe(200);
    const address = `fcm:${TOKEN}`;
    expect(made.json.contactPoints).toContainEqual({
      ...{ channel: "push", address, suppressed: false },
      verifiedAt: expect.any(String),
    });
    expect(await addresses()).toEqual(expect.arrayContaining([address, "ada@example.com"]));
    const left = await remove({ channel: "push", address });
    expect(left.status).toBe(200);
    expect(left.json.contactPoints).toEqual([
      expect.objectContaining({ channel: "email", address: "ada@example.com" }),
    ]);
    expect((await remove({ channel: "push", address })).status).toBe(404);
  });

  it("given again is one address, and stays when the person is written whole", async () => {
    await addToken(TOKEN);
    expect((await addToken(TOKEN)).status).toBe(200);
    await api.call(key, "PUT", "/people/ada", { name: "Ada M." });
    expect(await addresses()).toEqual([`fcm:${TOKEN}`]);
  });

  it.each([
    ["no token", { channel: "push", address: {} }],
    ["an empty token", { channel: "push", address: { token: "" } }],
    ["a token with spaces", { channel: "push", address: { token: "a b" } }],
    ["a token that is too long", { channel: "push", address: { token: "a".repeat(1_001) } }],
    ["a token in plain", { channel: "push", address: `fcm:${TOKEN}` }],
    ["another field beside it", { channel: "push", address: { token: TOKEN, verified: true } }],
    ["a number", { channel: "sms", address: "+491701234567" }],
    ["an email address", { channel: "email", address: "b@example.com" }],
    ["a webhook that is no address", { channel: "webhook", address: "ftp://example.com" }],
    ["nothing", {}],
  ])("is not made of %s", async (_name, body) => {
    const { status } = await add(body);
    expect(status).toBe(422);
    expect(await addresses()).toEqual(["ada@example.com"]);
  });

  it("is told apart from what the person's own fields hold", async () => {
    const { json } = await add({ channel: "email", address: "b@example.com" });
    expect(JSON.stringify(json)).toContain("email and phone are fields of the person");
  });

  it("is refused beyond the most addresses that a person has", async () => {
    for (let n = 1; n < ADDRESSES_MAX; n++) expect((await addToken(`t${n}`)).status).toBe(200);
    expect((await addToken("one-more")).status).toBe(422);
    expect(await addresses()).toHaveLength(ADDRESSES_MAX);
  });

  it("belongs to a person who is there, of the key's own workspace", async () => {
    const other = await api.newKey();
    await addToken(TOKEN);
    const address = { channel: "push", address: `fcm:${TOKEN}` };
    expect((await add({ channel: "push", address: { token: "x" } }, other)).status).toBe(404);
    expect((await remove(address, other)).status).toBe(404);
    expect(await addresses()).toContain(`fcm:${TOKEN}`);
    await api.call(key, "DELETE", "/people/ada");
    expect((await addToken(TOKEN)).status).toBe(404);
  });
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testApi } from "../http/testing";
import { mintToken } from "../links/token";
import { erasePerson } from "../people/erase-person";
import { savePeople } from "../people/save-people";
import { type House, testHouse } from "../testing/house";
import { type InboxWorld, inboxWorld } from "./testing";
import { mintInboxToken, readInboxToken } from "./token";

let house: House;
let world: InboxWorld;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  world = await inboxWorld(house);
});

const status = async (token: string | null, headers: Record<string, string> = {}) =>
  (await world.call(token, "GET", "/counts", undefined, headers)).status;

describe("a token", () => {
  test("lets one person in, and says before its dot whose it is", async () => {
    const token = await world.tokenOf("ana");
    const { json } = await world.call(token, "GET", "/counts");
    expect(token.split(".")[0]).toBe(json.owner);
    expect((await world.tokenOf("ben")).split(".")[0]).not.toBe(json.owner);
  });

  test("that was changed anywhere, or is none, is refused", async () => {
    const token = await world.tokenOf("ana");
    const other = (sign: string) => (sign === "A" ? "B" : "A");
    for (let i = 0; i < token.length; i++) {
      const changed = token.slice(0, i) + other(token[i] ?? "") + token.slice(i + 1);
      expect(readInboxToken(world.ctx.config.appSecret, changed)).toBeNull();
    }
    for (const none of [
      null,
      "",
      "x",
      `${token}A`,
      token.slice(0, -1),
      "ft_test_0123456789abcdef",
    ]) {
      expect(await status(none)).toBe(401);
    }
    expect(readInboxToken("another secret of another installation", token)).toBeNull();
  });

  test("of a link opens no inbox", async () => {
    const { workspaceId, ctx } = world;
    for (const purpose of ["p", "a", "v"] as const) {
      const link = { purpose, index: 0, workspaceId, messageId: crypto.randomUUID() };
      expect(await status(mintToken(ctx.config.appSecret, link))).toBe(401);
    }
  });

  test("ends at its moment", async () => {
    const { workspaceId, ctx } = world;
    const [row] = await ctx.db.execute<{ now: number }>(
      sql`select floor(date_part('epoch', clock_timestamp()) * 1000) as now`,
    );
    const now = row?.now ?? 0;
    const spent = {
      workspaceId,
      personId: "ana",
      issuedAt: now - 1000,
      expiresAt: now,
      origin: null,
    };
    expect(await status(mintInboxToken(ctx.config.appSecret, spent))).toBe(401);
  });

  test("of somebody who was erased opens nothing, also when they are there again", async () => {
    const token = await world.tokenOf("ana");
    await erasePerson(world.ctx, world.who, "ana");
    expect(await status(token)).toBe(401);
    await savePeople(world.ctx, world.who, [{ id: "ana", name: "Ana" }] as never);
    expect(await status(token)).toBe(401);
    expect(await status(await world.tokenOf("ana"))).toBe(200);
  });

  test("bound to an origin works there only", async () => {
    const token = await world.tokenOf("ana", { origin: "https://shop.example.com/" });
    expect(await status(token, { origin: "https://shop.example.com" })).toBe(200);
    expect(await status(token, { origin: "https://evil.example.com" })).toBe(403);
    expect(await status(token, { origin: "null" })).toBe(403);
    expect(await status(token)).toBe(403);
    expect(await status(token, { "sec-fetch-site": "same-origin" })).toBe(403);
    const own = await world.tokenOf("ana", { origin: "http://followthrough.test" });
    expect(await status(own, { "sec-fetch-site": "same-origin" })).toBe(200);
  });
});

describe("over HTTP", () => {
  test("a key makes tokens for people of its workspace, whatever their ids look like", async () => {
    const api = testApi(house.database.db);
    const key = await api.newKey();
    const ask = (body: unknown, by = key) => api.call(by, "POST", "/inbox/token", body);
    expect((await ask({ personId: "nobody" })).status).toBe(404);
    const personId = "Ana Ö. / 42 ✓";
    await api.call(key, "PUT", `/people/${encodeURIComponent(personId)}`, { name: "Ana" });
    const made = await ask({ personId });
    expect(made.status).toBe(200);
    expect(readInboxToken(api.ctx.config.appSecret, String(made.json.token))).toMatchObject({
      personId,
      origin: null,
    });
    expect((await api.call(String(made.json.token), "GET", "/people")).status).toBe(401);
    expect((await ask({ personId }, await api.newKey())).status).toBe(404);
    for (const [body, path] of [
      [{ personId, ttlSeconds: 901 }, "ttlSeconds"],
      [{ personId, origin: "ftp://x" }, "origin"],
      [{ personId, more: 1 }, "more"],
      [{}, "personId"],
    ] as const) {
      const { status: refused, json } = await ask(body);
      expect({ refused, path: json.errors[0]?.path }).toEqual({ refused: 422, path });
    }
    const { key: narrow } = await api.narrowKey(key, ["people:write"]);
    expect((await ask({ personId }, String(narrow))).status).toBe(403);
  });

  test("pages of any origin may ask, without cookies, and what is wrong is said with its place", async () => {
    const before = await world.raw(null, "OPTIONS", "/items");
    expect(before.status).toBe(204);
    expect(before.headers.get("access-control-allow-origin")).toBe("*");
    expect(before.headers.get("access-control-allow-headers")).toContain("last-event-id");
    const token = await world.tokenOf("ana");
    const ok = await world.raw(token, "GET", "/counts");
    expect(Object.fromEntries(ok.headers)).toMatchObject({
      "access-control-allow-origin": "*",
      "cache-control": "no-store",
      vary: "origin",
      "x-content-type-options": "nosniff",
    });
    expect(ok.headers.get("access-control-allow-credentials")).toBeNull();
    const wrong: [string, string, unknown, number, string | undefined][] = [
      ["GET", "/nothing", undefined, 404, undefined],
      ["DELETE", "/items", undefined, 405, undefined],
      ["GET", "/changes", undefined, 422, "since"],
      ["GET", "/items?view=none", undefined, 422, "view"],
      ["GET", "/items?cursor=x", undefined, 422, "cursor"],
      ["GET", "/items?limit=51", undefined, 422, "limit"],
      ["POST", "/read", { ids: ["x"] }, 422, "ids.0"],
      ["POST", "/read", { all: true }, 422, "upTo"],
      ["POST", "/read", { ids: [], more: 1 }, 422, "ids"],
      ["POST", "/snooze", { ids: [crypto.randomUUID()] }, 422, "until"],
      ["POST", "/actions/x", { action: "paid" }, 404, undefined],
      ["POST", "/read", { ids: ["x".repeat(17 * 1024)] }, 413, undefined],
    ];
    for (const [method, path, body, code, place] of wrong) {
      const { status: refused, headers, json } = await world.call(token, method, path, body);
      expect({ path, refused, place: json.errors?.[0]?.path }).toEqual({
        path,
        refused: code,
        place,
      });
      expect(headers.get("content-type")).toBe("application/problem+json");
      expect(headers.get("access-control-allow-origin")).toBe("*");
    }
  });

  test("more than a person can press in a minute is refused", async () => {
    const token = await world.tokenOf("ana");
    let refused = await world.call(token, "GET", "/counts");
    for (let i = 0; i < 120; i++) refused = await world.call(token, "GET", "/counts");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await status(await world.tokenOf("ben"))).toBe(200);
  });
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { revokeApiKey } from "@/server/api-keys/revoke-api-key";
import { handleApi } from "./handle-api";
import { testApi } from "./testing";

let database: TestDatabase;
let api: ReturnType<typeof testApi>;
let key: string;

beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database.db);
  key = await api.newKey();
});
afterAll(() => database.drop());

const event = (over = {}) => ({ name: "invoice.created", ...over });

describe("who may call", () => {
  it("refuses a request without a key, and says how to send one", async () => {
    const { status, headers, json } = await api.call(null, "GET", "/cases");
    expect(status).toBe(401);
    expect(headers.get("www-authenticate")).toBe("Bearer");
    expect(json).toMatchObject({ status: 401, code: "unauthorized", title: "Unauthorized" });
  });

  it("refuses a key nobody made", async () => {
    expect((await api.call(`ft_test_${"x".repeat(40)}`, "GET", "/cases")).status).toBe(401);
  });

  it("names the scope a key lacks", async () => {
    const { key: narrow } = await api.narrowKey(key, ["events:write"]);
    const { status, json } = await api.call(narrow, "GET", "/cases");
    expect(status).toBe(403);
    expect(json.detail).toContain("cases:read");
    expect((await api.call(narrow, "POST", "/events", event())).status).toBe(202);
  });

  it("lets a reading key read everything and write nothing", async () => {
    const { key: reader } = await api.narrowKey(key, ["read"]);
    expect((await api.call(reader, "GET", "/people")).status).toBe(200);
    expect((await api.call(reader, "PUT", "/topics/t", { name: "T" })).status).toBe(403);
  });

  it("refuses a revoked key at once", async () => {
    const { key: short, id, who } = await api.narrowKey(key, ["*"]);
    expect((await api.call(short, "GET", "/cases")).status).toBe(200);
    await revokeApiKey(api.ctx, who, id);
    expect((await api.call(short, "GET", "/cases")).status).toBe(401);
  });

  it("shows nothing of another workspace", async () => {
    const other = await api.newKey();
    await api.call(key, "PUT", "/people/secret", { name: "Secret" });
    await api.call(key, "PUT", "/topics/secret", { name: "Secret" });
    const sent = await api.call(key, "POST", "/events", event({ id: "evt-secret" }));
    expect(sent.status).toBe(202);
    for (const path of ["/people/secret", "/topics/secret", "/events/evt-secret"]) {
      expect((await api.call(key, "GET", path)).status).toBe(200);
      expect((await api.call(other, "GET", path)).status).toBe(404);
    }
    for (const path of ["/people", "/topics", "/events", "/cases", "/messages", "/workflows"]) {
      expect((await api.call(other, "GET", path)).json).toEqual({ data: [], nextCursor: null });
    }
  });
});

describe("addresses", () => {
  it("answers 404 with a problem where nothing is", async () => {
    const { status, headers, json } = await api.call(key, "GET", "/nothing");
    expect(status).toBe(404);
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(headers.get("x-request-id")).toBe(json.requestId);
  });

  it("answers 405 and says what the address takes", async () => {
    const { status, headers } = await api.call(key, "DELETE", "/events");
    expect(status).toBe(405);
    expect(headers.get("allow")).toBe("POST, GET");
  });

  it("keeps the request id it is given", async () => {
    const headers = { "x-request-id": "from-the-client-1" };
    const answer = await api.call(key, "GET", "/cases", undefined, { headers });
    expect(answer.headers.get("x-request-id")).toBe("from-the-client-1");
  });

  it("serves the OpenAPI document without a key", async () => {
    const { status, json } = await api.call(null, "GET", "/openapi.json");
    expect(status).toBe(200);
    expect(json.openapi).toMatch(/^3\.1/);
    expect(Object.keys(json.paths as object)).toEqual(
      expect.arrayContaining(["/events", "/cases/{id}/resolve", "/people/{id}/preferences"]),
    );
    expect(json).toHaveProperty(["paths", "/events", "post", "responses", "default"]);
    expect(JSON.stringify(json)).toContain('"format":"date-time"');
  });
});

describe("bodies", () => {
  it("says where JSON breaks off", async () => {
    const { status, json } = await api.call(key, "POST", "/events", undefined, {
      raw: '{\n  "name": "a",\n  "data": {,}\n}',
    });
    expect(status).toBe(400);
    expect(json.code).toBe("malformed");
    expect(json.detail).toContain("line 3");
  });

  it("refuses unknown fields with their path, however deep", async () => {
    const body = event({ person: { id: "p", nickname: "x" }, colour: "red" });
    const { status, json } = await api.call(key, "POST", "/events", body);
    expect(status).toBe(422);
    const paths = json.errors.map((error) => error.path);
    expect(paths).toEqual(expect.arrayContaining(["colour", "person.nickname"]));
  });

  it.each([
    ["a wrong type", { name: 7 }, "name"],
    [
      "an unknown time zone",
      event({ person: { id: "p", timeZone: "Mars/Olympus" } }),
      "person.timeZone",
    ],
    ["an impossible phone number", event({ person: { id: "p", phone: "+1 23" } }), "person.phone"],
    ["a day no calendar has", event({ dueAt: "2026-02-29" }), "dueAt"],
    ["a due moment without an offset", event({ dueAt: "2026-02-28T10:00:00" }), "dueAt"],
    ["a missing name", {}, "name"],
    ["a list for an object", event({ data: [] }), "data"],
  ])("refuses %s with its path", async (_what, body, path) => {
    const { status, json } = await api.call(key, "POST", "/events", body);
    expect(status).toBe(422);
    expect(json.errors.map((error) => error.path)).toContain(path);
  });

  it("takes 29 February in a leap year and a due date in the past", async () => {
    for (const dueAt of ["2028-02-29", "2020-01-01", "2026-01-01T00:00:00+02:00"]) {
      expect((await api.call(key, "POST", "/events", event({ dueAt }))).status).toBe(202);
    }
  });

  it("refuses text PostgreSQL cannot keep", async () => {
    const { status, json } = await api.call(key, "POST", "/events", undefined, {
      raw: '{"name":"a","data":{"x":["ok","b\\u0000d"]}}',
    });
    expect(status).toBe(422);
    expect(json.errors[0]?.path).toBe("data.x.1");
    const lone = await api.call(key, "POST", "/events", undefined, {
      raw: '{"name":"a","data":{"x":"\\ud800"}}',
    });
    expect(lone.status).toBe(422);
  });

  it("refuses nesting that would exhaust a stack", async () => {
    const raw = `{"name":"a","data":{"x":${"[".repeat(100_000)}${"]".repeat(100_000)}}}`;
    expect((await api.call(key, "POST", "/events", undefined, { raw })).status).toBe(422);
  });

  it("refuses more than 10 MiB, whether the length is said or not", async () => {
    const raw = new Uint8Array(10 * 1024 * 1024 + 1).fill(32);
    expect((await api.call(key, "POST", "/events", undefined, { raw })).status).toBe(413);
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024).fill(32)),
    });
    const request = new Request("http://localhost/api/v1/events", {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: endless,
      duplex: "half",
    } as RequestInit);
    expect((await handleApi(api.ctx, request)).status).toBe(413);
  });

  it("refuses what is neither JSON nor a format the endpoint takes", async () => {
    const raw = "name=a";
    const form = { raw, type: "application/x-www-form-urlencoded" };
    expect((await api.call(key, "POST", "/events", undefined, form)).status).toBe(415);
    const yaml = { raw: "name: a", type: "application/yaml" };
    expect((await api.call(key, "POST", "/events", undefined, yaml)).status).toBe(415);
  });

  it("refuses unknown filters and a cursor it did not make", async () => {
    expect((await api.call(key, "GET", "/cases?colour=red")).json.errors[0]?.path).toBe("colour");
    expect((await api.call(key, "GET", "/cases?limit=201")).status).toBe(422);
    expect((await api.call(key, "GET", "/cases?cursor=nonsense")).json.errors[0]?.path).toBe(
      "cursor",
    );
    expect((await api.call(key, "GET", "/cases?status=&workflow=")).status).toBe(200);
    expect((await api.call(key, "GET", "/cases?workflow=%00")).status).toBe(422);
  });
});

describe("lists", () => {
  it("pages through everything once, newest first", async () => {
    const own = await api.newKey();
    for (let i = 0; i < 7; i++) await api.call(own, "PUT", `/people/p${i}`, { name: `P ${i}` });
    const seen: string[] = [];
    let cursor = "";
    do {
      const { json } = await api.call(own, "GET", `/people?limit=3&cursor=${cursor}`);
      seen.push(...json.data.map((person) => person.id));
      cursor = json.nextCursor ?? "";
    } while (cursor !== "");
    expect(seen).toEqual(["p6", "p5", "p4", "p3", "p2", "p1", "p0"]);
  });
});

describe("Idempotency-Key", () => {
  const send = (idempotencyKey: string, body: unknown) =>
    api.call(key, "POST", "/people", body, { headers: { "idempotency-key": idempotencyKey } });

  it("gives the same answer to the same request", async () => {
    const first = await send("once-1", { name: "Ada" });
    const second = await send("once-1", { name: "Ada" });
    expect(first.status).toBe(201);
    expect(second.status).toBe(201);
    expect(second.json).toEqual(first.json);
    expect(first.headers.get("idempotency-replay")).toBeNull();
    expect(second.headers.get("idempotency-replay")).toBe("true");
  });

  it("refuses another body under the same key", async () => {
    await send("once-2", { name: "Ada" });
    expect((await send("once-2", { name: "Bea" })).status).toBe(422);
  });

  it("runs one of two that come at once", async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => send("once-3", { name: "Cleo" })));
    const made = answers.filter((a) => a.status === 201 && !a.headers.get("idempotency-replay"));
    expect(made).toHaveLength(1);
    for (const answer of answers.filter((a) => !made.includes(a))) {
      if (answer.status === 409) expect(answer.headers.get("retry-after")).toBe("1");
      else expect(answer.json).toEqual(made[0]?.json);
    }
    const { json } = await api.call(key, "GET", "/people?q=Cleo");
    expect(json.data).toHaveLength(1);
  });

  it("lets a refused request be corrected under its key", async () => {
    expect((await send("once-4", { nonsense: true })).status).toBe(422);
    expect((await send("once-4", { name: "Dora" })).status).toBe(201);
  });

  it("frees a key whose process died a minute ago, for the same request only", async () => {
    await send("once-5", { name: "Eve" });
    await database.db.execute(sql`
      update idempotency_keys set status = null, body = null,
        created_at = clock_timestamp() - interval '61 seconds' where key = 'once-5'`);
    expect((await send("once-5", { name: "Other" })).status).toBe(422);
    expect((await send("once-5", { name: "Eve" })).status).toBe(201);
  });
});

describe("limits", () => {
  it("answers 429 with Retry-After once the minute is used up", async () => {
    const own = await api.newKey();
    const ctx = { ...api.ctx, config: { ...api.ctx.config, apiRequestsPerMinute: 2 } };
    const headers = { authorization: `Bearer ${own}` };
    const ask = () => handleApi(ctx, new Request("http://localhost/api/v1/cases", { headers }));
    const first = await ask();
    expect(first.headers.get("ratelimit-remaining")).toBe("1");
    await ask();
    const third = await ask();
    expect(third.status).toBe(429);
    expect(Number(third.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(third.headers.get("ratelimit-remaining")).toBe("0");
  });
});

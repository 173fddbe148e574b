import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exampleDefinition } from "@/core/workflow/example-definition";
import { type TestDatabase, testDatabase } from "@/db/testing";
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

const ADA = {
  name: "Ada Marsh",
  email: "ada@example.com",
  phone: "01632 960961",
  locale: "en-GB",
  timeZone: "Europe/London",
  managerId: "not-made-yet",
  attributes: { plan: "team", seats: 3 },
  location: { country: "GB", city: "Leeds" },
};

describe("people", () => {
  it("are made with 201, replaced with 200, and answered whole", async () => {
    const made = await api.call(key, "PUT", "/people/ada", ADA);
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      ...ADA,
      id: "ada",
      phone: "+441632960961",
      location: { country: "GB", region: null, city: "Leeds" },
    });
    const again = await api.call(key, "PUT", "/people/ada", { name: "Ada" });
    expect(again.status).toBe(200);
    expect(again.json).toMatchObject({ name: "Ada", email: null, phone: null, attributes: {} });
    expect(again.json.contactPoints).toEqual([]);
  });

  it("keep what an inline person does not say", async () => {
    await api.call(key, "PUT", "/people/bea", { ...ADA, attributes: { a: 1, b: 2 } });
    const person = { id: "bea", email: "bea@example.com", attributes: { b: 3 } };
    expect((await api.call(key, "POST", "/events", { name: "x", person })).status).toBe(202);
    const { json } = await api.call(key, "GET", "/people/bea");
    expect(json).toMatchObject({
      name: "Ada Marsh",
      email: "bea@example.com",
      attributes: { a: 1, b: 3 },
    });
    expect(json.contactPoints).toHaveLength(2);
  });

  it("get an id when they have none", async () => {
    const { status, json } = await api.call(key, "POST", "/people", { name: "Nobody" });
    expect(status).toBe(201);
    expect((await api.call(key, "GET", `/people/${json.id}`)).json.name).toBe("Nobody");
  });

  it("are found by address", async () => {
    await api.call(key, "PUT", "/people/cy", { email: "cy@example.com" });
    const { json } = await api.call(key, "GET", "/people?email=cy%40example.com");
    expect(json.data.map((person) => person.id)).toEqual(["cy"]);
  });

  it("may have ids with slashes and accents", async () => {
    const path = `/people/${encodeURIComponent("müller/7")}`;
    expect((await api.call(key, "PUT", path, { name: "M" })).json.id).toBe("müller/7");
    expect((await api.call(key, "GET", path)).status).toBe(200);
  });

  it("come as CSV, each by itself", async () => {
    const csv = [
      "id,name,email,timeZone,attributes.plan",
      'c1,"Ann, the first",ann@example.com,Europe/Paris,gold',
      "c2,Ben,not an address,,",
      "c3,Cid,,Mars/Olympus,",
      "",
      "c4,,,,",
    ].join("\r\n");
    const { status, json } = await api.call(key, "POST", "/people/batch", undefined, {
      raw: csv,
      type: "text/csv; charset=utf-8",
    });
    expect(status).toBe(200);
    const results = json.results as { id: string; created: boolean; error: unknown }[];
    expect(results.map(({ id, created }) => [id, created])).toEqual([
      ["c1", true],
      ["c2", false],
      ["c3", false],
      ["c4", true],
    ]);
    expect(results[1]?.error).toMatchObject({ errors: [{ path: "email" }] });
    expect(results[2]?.error).toMatchObject({ errors: [{ path: "timeZone" }] });
    expect((await api.call(key, "GET", "/people/c1")).json).toMatchObject({
      name: "Ann, the first",
      attributes: { plan: "gold" },
    });
  });

  it("are erased for good, and may come back empty", async () => {
    await api.call(key, "PUT", "/people/gone", ADA);
    expect((await api.call(key, "DELETE", "/people/gone")).status).toBe(204);
    expect((await api.call(key, "GET", "/people/gone")).status).toBe(404);
    expect((await api.call(key, "DELETE", "/people/gone")).status).toBe(404);
    const back = await api.call(key, "PUT", "/people/gone", { name: "New" });
    expect(back.status).toBe(201);
    expect(back.json).toMatchObject({ email: null, timeZone: null, attributes: {} });
  });

  it("can be exported", async () => {
    await api.call(key, "POST", "/events", { name: "export.me", person: { id: "exp", name: "E" } });
    const { json } = await api.call(key, "GET", "/people/exp/export");
    expect(json).toMatchObject({
      person: { name: "E" },
      cases: [],
      events: [{ name: "export.me" }],
    });
  });
});

describe("preferences", () => {
  it("show the topic's defaults until the person chooses, and are guarded by their ETag", async () => {
    await api.call(key, "PUT", "/topics/billing", { name: "Billing", defaultChannels: ["email"] });
    await api.call(key, "PUT", "/people/pref", { name: "P" });
    const path = "/people/pref/preferences";
    const first = await api.call(key, "GET", path);
    const etag = first.headers.get("etag") ?? "";
    expect(first.json.topics).toMatchObject({
      billing: { channels: { email: true, sms: false }, frequency: "as_it_happens" },
    });
    const wanted = {
      timeZone: "Asia/Tokyo",
      quietHours: [{ days: ["mon"], from: "22:00", to: "07:00" }],
      topics: { billing: { channels: { email: false }, frequency: "weekly", digestAt: "08:00" } },
    };
    const saved = await api.call(key, "PUT", path, wanted, { headers: { "if-match": etag } });
    expect(saved.status).toBe(200);
    expect(saved.json).toMatchObject({
      timeZone: "Asia/Tokyo",
      topics: { billing: { channels: { email: false }, frequency: "weekly", digestAt: "08:00" } },
    });
    const late = await api.call(key, "PUT", path, wanted, { headers: { "if-match": etag } });
    expect(late.status).toBe(412);
    const written = await api.call(key, "PUT", path, saved.json);
    expect(written.json).toEqual(saved.json);
  });

  it("name the channel that goes first; absent it is none, and an unknown one is refused", async () => {
    const path = "/people/pref/preferences";
    const before = await api.call(key, "GET", path);
    expect(before.json.preferredChannel).toBeNull();
    const saved = await api.call(key, "PUT", path, { preferredChannel: "sms" });
    expect(saved.json.preferredChannel).toBe("sms");
    const read = await api.call(key, "GET", path);
    expect(read.json.preferredChannel).toBe("sms");
    expect(read.headers.get("etag")).not.toBe(before.headers.get("etag"));
    expect(read.headers.get("etag")).toBe(saved.headers.get("etag"));
    for (const preferredChannel of ["webhook", "inbox", "", 7]) {
      const { status, json } = await api.call(key, "PUT", path, { preferredChannel });
      expect(status).toBe(422);
      expect(json.errors[0]?.path).toBe("preferredChannel");
    }
    const kept = await api.call(key, "GET", path);
    expect(kept.json.preferredChannel).toBe("sms");
    const without = await api.call(key, "PUT", path, {});
    expect(without.json.preferredChannel).toBeNull();
  });

  it("refuse a topic that does not exist, with its path", async () => {
    const body = { topics: { nonsense: { frequency: "off" } } };
    const { status, json } = await api.call(key, "PUT", "/people/pref/preferences", body);
    expect(status).toBe(422);
    expect(json.errors[0]?.path).toBe("topics.nonsense");
  });
});

describe("what a workspace keeps by key", () => {
  const hours = [{ days: ["mon", "tue"], from: "09:00", to: "17:00" }];
  const level = {
    targets: [{ team: "billing" }],
    channels: [{ email: "hello" }],
    acknowledgeWithin: "PT4H",
  };
  const content = { subject: "Hi {{ person.name }}", body: "Hello" };
  it.each([
    ["/topics", { name: "T", description: null, required: true, defaultChannels: ["email"] }],
    ["/templates", { channel: "email", content }],
    [
      "/calendars",
      {
        timeZone: "Europe/Berlin",
        hours,
        holidays: { country: "DE", region: "BY", extra: [], except: [] },
      },
    ],
    [
      "/teams",
      {
        name: "T",
        leadId: "a",
        members: [
          { personId: "a", role: "lead", deputyId: "b", absentFrom: null, absentUntil: null },
        ],
        calendar: null,
        timeZone: null,
        parent: null,
      },
    ],
    [
      "/rotas",
      {
        name: "R",
        timeZone: "UTC",
        layers: [
          {
            name: "Weekdays",
            people: ["a", "b"],
            startsOn: "2026-01-05",
            handoverAt: "09:00",
            rotation: { every: 7, unit: "day" },
            hours: [{ days: ["mon", "tue"], from: "09:00", to: "17:00" }],
          },
        ],
      },
    ],
    [
      "/escalation-policies",
      {
        name: "P",
        levels: [level],
        repeat: { toLevel: 1, timesMax: 2 },
        fallback: { person: "a" },
        acknowledgementTimeout: null,
      },
    ],
  ])("%s are made, read, listed, written back and deleted", async (path, body) => {
    const one = `${path}/thing.1`;
    const made = await api.call(key, "PUT", one, body);
    expect(made.json).toEqual({ key: "thing.1", ...body });
    expect(made.status).toBe(201);
    expect((await api.call(key, "GET", one)).json).toEqual(made.json);
    expect((await api.call(key, "PUT", one, made.json)).status).toBe(200);
    const { json } = await api.call(key, "GET", path);
    expect(json.data.map((row) => row.key)).toContain("thing.1");
    expect((await api.call(key, "PUT", one, { ...body, key: "other" })).status).toBe(422);
    expect((await api.call(key, "DELETE", one)).status).toBe(204);
    expect((await api.call(key, "GET", one)).status).toBe(404);
    expect((await api.call(key, "DELETE", one)).status).toBe(404);
  });

  it("refuses a template that cannot be read or names nothing there is", async () => {
    for (const body of ["{% for x in", "{{ nobody.name }}"]) {
      const template = { channel: "email", content: { subject: "s", body } };
      const { status, json } = await api.call(key, "PUT", "/templates/bad", template);
      expect(status).toBe(422);
      expect(json.errors[0]?.path).toBe("content.body");
    }
  });

  it("refuses a country without known holidays and a calendar that is not there", async () => {
    const calendar = { timeZone: "UTC", hours, holidays: { country: "ZZ" } };
    const refused = await api.call(key, "PUT", "/calendars/zz", calendar);
    expect(refused.json.errors[0]?.path).toBe("holidays.country");
    const team = await api.call(key, "PUT", "/teams/t", { name: "T", calendar: "nowhere" });
    expect(team.json.errors[0]?.path).toBe("calendar");
  });
});

describe("workflows", () => {
  const definition = exampleDefinition();

  it("are drafted in JSON, guarded by their ETag, and exported as YAML that can be written back", async () => {
    const body = { name: "Invoices", definition };
    const made = await api.call(key, "PUT", "/workflows/invoices", body);
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({ key: "invoices", status: "draft", liveVersion: null });
    const etag = made.headers.get("etag") ?? "";
    expect(made.json.etag).toBe(etag);
    const renamed = await api.call(
      key,
      "PUT",
      "/workflows/invoices",
      { ...body, name: "Unpaid invoices" },
      { headers: { "if-match": etag } },
    );
    expect(renamed.status).toBe(200);
    const late = await api.call(key, "PUT", "/workflows/invoices", body, {
      headers: { "if-match": etag },
    });
    expect(late.status).toBe(412);
    const accept = { headers: { accept: "application/yaml" } };
    const yaml = await api.call(key, "GET", "/workflows/invoices", undefined, accept);
    expect(yaml.headers.get("content-type")).toBe("application/yaml");
    expect(yaml.text).toContain("name: Unpaid invoices");
    const copied = await api.call(key, "PUT", "/workflows/copy", undefined, {
      raw: yaml.text,
      type: "application/yaml",
    });
    expect(copied.status).toBe(201);
    expect(copied.json.definition).toEqual(renamed.json.definition);
  });

  it("say where a definition is wrong", async () => {
    const broken = structuredClone(definition) as unknown as Record<string, unknown[]>;
    broken.stages = [{ id: "a", name: "A", steps: [{ id: "w", kind: "wait", for: "4 hours" }] }];
    const body = { name: "Broken", definition: { ...broken, colour: "red" } };
    const { status, json } = await api.call(key, "PUT", "/workflows/broken", body);
    expect(status).toBe(422);
    const paths = json.errors.map((error) => error.path);
    expect(paths).toEqual(
      expect.arrayContaining(["definition.stages.0.steps.0.for", "definition.colour"]),
    );
  });

  it("are made once by POST", async () => {
    const body = { key: "posted", name: "Posted", definition };
    expect((await api.call(key, "POST", "/workflows", body)).status).toBe(201);
    expect((await api.call(key, "POST", "/workflows", body)).status).toBe(409);
  });

  it("are checked, with a place, a reason and a fix", async () => {
    const { json } = await api.call(key, "POST", "/workflows/invoices/validate");
    const problems = json.problems as { path: string; why: string; fix: string }[];
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect(problem.fix).not.toBe("");
    const given = { definition: { schema: 1 } };
    const checked = await api.call(key, "POST", "/workflows/nowhere/validate", given);
    expect(checked.status).toBe(200);
    expect((checked.json.problems as { path: string }[]).map((p) => p.path)).toContain("stages");
  });

  it("cannot be published with problems, nor paused before they are live", async () => {
    const published = await api.call(key, "POST", "/workflows/invoices/publish", {});
    expect(published.status).toBe(422);
    expect((await api.call(key, "POST", "/workflows/invoices/pause")).status).toBe(409);
    expect((await api.call(key, "DELETE", "/workflows/copy")).status).toBe(204);
  });
});

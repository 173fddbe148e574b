import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { testApi } from "../http/testing";

let database: TestDatabase;
let api: ReturnType<typeof testApi>;
let key: string;

beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database.db);
  key = await api.newKey();
  for (const name of ["Ana", "Ben"]) {
    await api.call(key, "PUT", `/people/${name.toLowerCase()}`, { name });
  }
});
afterAll(() => database.drop());

const layer = {
  name: "Weekly",
  people: ["ana", "ben"],
  startsOn: "2026-10-05",
  handoverAt: "09:00",
  rotation: { every: 1, unit: "week" },
};
const put = (body: object) => api.call(key, "PUT", "/rotas/r", body);
const plan = { name: "R", timeZone: "Europe/Berlin" };

it("takes a rota in short and keeps it as one layer", async () => {
  const short = { people: ["ana", "ben"], shiftDays: 3, startsOn: "2026-10-05" };
  const { json } = await put({ ...plan, ...short });
  expect(json).toEqual({
    key: "r",
    ...plan,
    layers: [
      {
        ...{ name: "R", people: ["ana", "ben"], startsOn: "2026-10-05", handoverAt: "09:00" },
        rotation: { every: 3, unit: "day" },
      },
    ],
  });
});

it.each([
  [
    "layers.0.rotation.rrule",
    { rotation: { rrule: "FREQ=WEEKLY;BYDAY=XX" } },
    "takes no XX for BYDAY",
  ],
  [
    "layers.0.rotation.rrule",
    { rotation: { rrule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" } },
    "does not hand over within 10 years",
  ],
  ["layers.0.endsOn", { endsOn: "2026-10-05" }, "must be after startsOn"],
  ["layers.0.people", { people: [] }, "needs at least 1 entry"],
])("refuses a layer at %s", async (path, change, message) => {
  const { status, json } = await put({ ...plan, layers: [{ ...layer, ...change }] });
  expect(status).toBe(422);
  expect(json.errors).toEqual([{ path, message }]);
});

it("refuses layers and their short form together, and neither of them", async () => {
  const both = await put({ ...plan, layers: [layer], people: ["ana"] });
  expect(both.json.errors).toEqual([{ path: "people", message: "belongs in a layer" }]);
  const neither = await put(plan);
  expect(neither.json.errors).toEqual([{ path: "layers", message: "needs at least one layer" }]);
  const half = await put({ ...plan, people: ["ana"] });
  expect(half.json.errors.map((error) => error.path)).toEqual(["shiftDays", "startsOn"]);
});

it("says who is on call at a moment, since and until when, and who is next", async () => {
  await put({ ...plan, layers: [layer] });
  const ask = async (at: string) => (await api.call(key, "GET", `/rotas/r/on-call?at=${at}`)).json;
  expect(await ask("2026-10-07T00:00:00Z")).toEqual({
    ...{ personId: "ana", name: "Ana", layer: 0, override: false },
    from: "2026-10-05T07:00:00.000Z",
    until: "2026-10-12T07:00:00.000Z",
    next: {
      ...{ personId: "ben", name: "Ben", layer: 0, override: false },
      from: "2026-10-12T07:00:00.000Z",
      until: "2026-10-19T07:00:00.000Z",
    },
  });
  expect(await ask("2025-09-01T00:00:00Z")).toMatchObject({
    personId: null,
    from: null,
    until: null,
    next: null,
  });
  expect(await ask("2026-09-01T00:00:00Z")).toMatchObject({
    personId: null,
    from: null,
    until: "2026-10-05T07:00:00.000Z",
    next: { personId: "ana" },
  });
  expect((await api.call(key, "GET", "/rotas/r/on-call")).status).toBe(200);
  expect((await api.call(key, "GET", "/rotas/none/on-call")).status).toBe(404);
});

it("lists shifts of a span, its gaps among them, and no longer span than a year", async () => {
  const span = (from: string, to: string) =>
    api.call(key, "GET", `/rotas/r/shifts?from=${from}&to=${to}`);
  const { json } = await span("2026-10-01T00:00:00Z", "2026-10-13T00:00:00Z");
  expect(json.data.map(({ personId, from, until }) => [personId, from, until])).toEqual([
    [null, "2026-10-01T00:00:00.000Z", "2026-10-05T07:00:00.000Z"],
    ["ana", "2026-10-05T07:00:00.000Z", "2026-10-12T07:00:00.000Z"],
    ["ben", "2026-10-12T07:00:00.000Z", "2026-10-13T00:00:00.000Z"],
  ]);
  const long = await span("2026-10-01T00:00:00Z", "2027-10-03T00:00:00Z");
  expect(long.json.errors).toEqual([{ path: "to", message: "must be at most 366 days later" }]);
  const back = await span("2026-10-01T00:00:00Z", "2026-10-01T00:00:00Z");
  expect(back.json.errors).toEqual([{ path: "to", message: "must be later" }]);
});

it("adds, lists and takes back an override, and refuses one that ends before it begins", async () => {
  const from = "2026-10-06T00:00:00Z";
  const refused = await api.call(key, "POST", "/rotas/r/overrides", {
    personId: "ben",
    from,
    until: from,
  });
  expect(refused.json.errors).toEqual([{ path: "until", message: "must be later" }]);
  const until = "2026-10-07T00:00:00Z";
  const body = { personId: "ben", from, until, note: "Ana is at the dentist" };
  const made = await api.call(key, "POST", "/rotas/r/overrides", body);
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({
    ...{ personId: "ben", note: "Ana is at the dentist", from: "2026-10-06T00:00:00.000Z" },
    createdAt: expect.any(String),
  });
  const { json: now } = await api.call(key, "GET", `/rotas/r/on-call?at=${from}`);
  expect(now).toMatchObject({ personId: "ben", override: true, next: { personId: "ana" } });
  const { json: list } = await api.call(key, "GET", "/rotas/r/overrides");
  expect(list.data.map(({ id }) => id)).toEqual([made.json.id]);
  const gone = () => api.call(key, "DELETE", `/rotas/r/overrides/${made.json.id}`);
  expect((await gone()).status).toBe(204);
  expect((await gone()).status).toBe(404);
});

it("gives the address of the feed, the same each time until it is renewed", async () => {
  const feed = async () => (await api.call(key, "GET", "/rotas/r/feed")).json.url;
  const url = await feed();
  expect(url).toMatch(/\/api\/rotas\/[\w-]+\.ics$/);
  expect(await feed()).toBe(url);
  const { json } = await api.call(key, "POST", "/rotas/r/feed/renew");
  expect(json.url).not.toBe(url);
  expect(await feed()).toBe(json.url);
  const { json: one } = await api.call(key, "GET", "/rotas/r/feed?personId=ana");
  expect(one.url).not.toBe(json.url);
});

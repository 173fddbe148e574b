import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WorkspaceId } from "@/core/ids";
import { moveTestClock } from "@/server/clock/test-clock";
import { testApi } from "@/server/http/testing";
import { type House, testHouse } from "@/server/testing/house";
import { openReport } from "./open-report";
import { reportFile } from "./report-files";

let house: House;
let api: ReturnType<typeof testApi>;
let key: string;

const wait = (id: string, days: number) => ({ id, kind: "wait_for_response", for: `P${days}D` });
const invoices = {
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  start: { event: "invoice.created" },
  subject: "Invoice {{ data.number }}",
  due: { after: "P3D" },
  stopsWhen: [{ event: "invoice.paid" }],
  stages: [
    {
      id: "initial",
      name: "First letter",
      steps: [{ id: "s1", kind: "send", channels: [{ email: "hello" }] }, wait("w1", 1)],
    },
    {
      id: "reminder",
      name: "Reminder",
      steps: [{ id: "s2", kind: "send", channels: [{ sms: "again" }] }, wait("w2", 2)],
    },
  ],
};
const surveys = {
  ...invoices,
  start: { event: "survey.sent" },
  stopsWhen: [{ event: "survey.answered" }],
  due: undefined,
  stages: [
    {
      id: "ask",
      name: 'Ask, "once"',
      steps: [{ id: "s", kind: "send", channels: [{ email: "hello" }] }, wait("w", 30)],
    },
  ],
};

async function ok(method: string, path: string, body?: unknown) {
  const answer = await api.call(key, method, path, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`);
  return answer.json;
}

async function publish(workflow: string, definition: unknown) {
  await ok("PUT", `/workflows/${workflow}`, { name: `The ${workflow}`, definition });
  const { confirmToken } = await ok("POST", `/workflows/${workflow}/publish?preview=true`);
  await ok("POST", `/workflows/${workflow}/publish`, { confirmToken, inFlight: "finish" });
}

async function clockTo(to: string) {
  const { headers } = await api.call(key, "GET", "/topics");
  const workspaceId = headers.get("x-workspace-id") as WorkspaceId;
  await moveTestClock(house.ctx, workspaceId, Date.parse(to));
}

const events = (name: string, numbers: readonly number[]) =>
  ok("POST", "/events/batch", {
    events: numbers.map((number) => ({
      name,
      key: `thing:${number}`,
      person: {
        id: `p${number}`,
        email: `p${number}@example.com`,
        phone: `+4915100${10_000 + number}`,
        timeZone: "Europe/Berlin",
        locale: number % 2 ? "de" : "en",
      },
      data: { number: `${number}` },
    })),
  });

const upTo = (n: number, from = 0) => Array.from({ length: n - from }, (_, i) => from + i);

/**
 * A Monday: 50 invoices, 20 paid after 1 h, 12 after 27 h, 3 h after the reminder; the others expire after
 * three days. On Wednesday evening 4 more and 2 surveys, open still on Thursday noon.
 */
beforeAll(async () => {
  house = await testHouse();
  api = testApi(house.database.db);
  key = await api.newKey();
  await ok("PUT", "/topics/billing", { name: "Billing" });
  const content = { subject: "About {{ case.subject }}", body: "Please." };
  await ok("PUT", "/templates/hello", { channel: "email", content });
  await ok("PUT", "/templates/again", { channel: "sms", content: { body: "Please." } });
  await publish("invoices", invoices);
  await publish("surveys", surveys);
  await clockTo("2031-06-02T09:00:00Z");
  await events("invoice.created", upTo(50));
  await clockTo("2031-06-02T10:00:00Z");
  await events("invoice.paid", upTo(20));
  await clockTo("2031-06-03T12:00:00Z");
  await events("invoice.paid", upTo(32, 20));
  await clockTo("2031-06-04T18:00:00Z");
  await events("invoice.created", upTo(54, 50));
  await events("survey.sent", upTo(102, 100));
  await clockTo("2031-06-05T12:00:00Z");
}, 120_000);
afterAll(() => house.database.drop());

const WEEK = "from=2031-06-02&to=2031-06-08";
const get = (report: string, query = "") =>
  ok("GET", `/analytics/${report}?${WEEK}${query && `&${query}`}`);

async function csv(report: string, query = ""): Promise<Record<string, string>[]> {
  const path = `/analytics/${report}?${WEEK}&format=csv${query && `&${query}`}`;
  const { status, text, headers } = await api.call(key, "GET", path);
  expect([status, headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8"]);
  const [head = [], ...rows] = text
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ""])));
}
const sum = (rows: readonly Record<string, string>[], column: string) =>
  rows.reduce((n, row) => n + Number(row[column]), 0);

const H = 3_600;

describe("the summary", () => {
  it("counts each case once, with what each share is of", async () => {
    const { kpis, compared, timeZone } = await get("summary", "workflow=invoices");
    expect(compared).toBeNull();
    expect(timeZone).toEqual(expect.any(String));
    expect(kpis).toMatchObject({
      opened: 54,
      open: 4,
      onTime: { n: 32, of: 50, rate: 0.64 },
      response: { n: 32, of: 54 },
      resolution: { n: 32, of: 54 },
      promised: { n: 0, of: 54 },
      escalation: { n: 0, of: 50, rate: 0 },
      messagesPerResolved: { messages: 84, resolved: 32, value: 84 / 32 },
      delivery: { n: 84, of: 84, rate: 1 },
      reach: { n: 54, of: 54, rate: 1 },
      deadEnd: { n: 0, of: 54 },
      opens: { tracked: 0, human: 0, rate: null },
      optOuts: { n: 0, of: 84, rate: 0 },
    });
  });

  it("takes the median of all who wait, not of those who answered", async () => {
    const { kpis } = await get("summary", "workflow=invoices");
    const { medianToResponse } = kpis as { medianToResponse: { seconds: number } };
    // After 1 h 34 of 54 are left; 4 are watched for 18 h only; at 27 h 12 of 30 follow: 38 %.
    expect(medianToResponse).toMatchObject({ why: null });
    expect(medianToResponse.seconds / (27 * H)).toBeCloseTo(1, 1);
  });

  it("of few cases gives counts without a rate, and of none zeros", async () => {
    const { kpis } = await get("summary", "workflow=surveys");
    expect(kpis).toMatchObject({
      opened: 2,
      response: { n: 0, of: 2, rate: null },
      medianToResponse: { seconds: null, why: "too_few" },
      onTime: { n: 0, of: 0, rate: null },
    });
    const nothing = await get("summary", "team=nobodys");
    expect(nothing.kpis).toMatchObject({ opened: 0, delivery: { n: 0, of: 0, rate: null } });
  });

  it("stands beside the weeks before it", async () => {
    const path = "/analytics/summary?from=2031-06-09&to=2031-06-15&workflow=invoices";
    const { compared, kpis } = await ok("GET", `${path}&compare=previous`);
    expect(kpis).toMatchObject({ opened: 0 });
    expect(compared).toMatchObject({ kpis: { opened: 54, onTime: { n: 32, of: 50 } } });
    expect(compared).toMatchObject({ isAsMature: true });
    const young = await get("summary", "workflow=invoices&compare=previous");
    expect(young.compared).toMatchObject({ isAsMature: false });
    expect((await ok("GET", `${path}&compare=year`)).compared).toMatchObject({
      kpis: { opened: 0 },
    });
  });

  it("of a day that is not over stands beside as much of the other", async () => {
    const day = async (to: string) =>
      (await ok("GET", `/analytics/summary?from=2031-06-04&to=${to}&timeZone=UTC&compare=previous`))
        .compared;
    expect(await day("2031-06-05")).toMatchObject({ to: "2031-05-29T12:00:00.000Z" });
    expect(await day("2031-06-06")).toMatchObject({ to: "2031-05-31T00:00:00.000Z" });
  });

  it("adds up to the same by language, and in any zone that has the same days", async () => {
    const opened = async (query: string) =>
      ((await get("summary", query)).kpis as { opened: number }).opened;
    expect((await opened("locale=de")) + (await opened("locale=en"))).toBe(56);
    expect(await opened("timeZone=Europe/London")).toBe(56);
    expect(await opened("topic=billing")).toBe(56);
    expect(await opened("timeZone=Asia/Tokyo&workflow=invoices&version=1")).toBe(54);
  });

  it("of a stage or channel is of the cases that had a message there, and of those messages", async () => {
    const reminded = { opened: 30, resolution: { n: 12, of: 30 }, delivery: { n: 30, of: 30 } };
    expect((await get("summary", "stage=reminder")).kpis).toMatchObject(reminded);
    expect((await get("summary", "channel=sms")).kpis).toMatchObject(reminded);
    expect((await get("summary", "channel=push")).kpis).toMatchObject({ opened: 0 });
  });

  it("as CSV says the same", async () => {
    const rows = await csv("summary", "workflow=invoices&compare=previous");
    const at = (number: string, period = "this") =>
      rows.find((row) => row.number === number && row.period === period);
    expect(at("opened")).toMatchObject({ value: "54" });
    expect(at("on_time")).toMatchObject({ value: "0.64", numerator: "32", denominator: "50" });
    expect(at("opened", "compared")).toMatchObject({ value: "0" });
  });
});

it("the escalations are of the cases that the filters leave", async () => {
  const opened = async (query: string) =>
    ((await get("escalations", query)).cases as { opened: number }).opened;
  expect(await opened("")).toBe(56);
  expect(await opened("channel=sms")).toBe(30);
  expect(await opened("stage=reminder&locale=de")).toBe(15);
  expect(await opened("topic=none")).toBe(0);
  const segment = "segment=01890000-0000-7000-8000-000000000000";
  const { status, json } = await api.call(key, "GET", `/analytics/escalations?${segment}`);
  expect([status, json.errors]).toEqual([422, [expect.objectContaining({ path: "segment" })]]);
});

describe("the trend", () => {
  it("has every day, and adds up to the summary; so does its CSV", async () => {
    const { points, grain } = await get("trend", "workflow=invoices");
    const days = points as { at: string; opened: number; open: number; duePassed: number }[];
    expect(grain).toBe("day");
    expect(days.map(({ at, opened, open, duePassed }) => [at, opened, open, duePassed])).toEqual([
      ["2031-06-02", 50, 0, 50],
      ["2031-06-03", 0, 0, 0],
      ["2031-06-04", 4, 4, 0],
      ["2031-06-05", 0, 0, 0],
      ["2031-06-06", 0, 0, 0],
      ["2031-06-07", 0, 0, 0],
      ["2031-06-08", 0, 0, 0],
    ]);
    const rows = await csv("trend", "workflow=invoices");
    expect([sum(rows, "opened"), sum(rows, "resolved"), sum(rows, "delivered")]).toEqual([
      54, 32, 84,
    ]);
  });

  it("is told by the hour of one day, and by the week", async () => {
    const { points, grain } = await ok(
      "GET",
      "/analytics/trend?from=2031-06-02&to=2031-06-02&timeZone=Europe/Berlin",
    );
    const hours = (points as { at: string; opened: number }[]).filter(({ opened }) => opened > 0);
    expect([grain, (points as unknown[]).length]).toEqual(["hour", 24]);
    expect(hours).toMatchObject([{ at: "2031-06-02T11", opened: 50 }]);
    expect((await get("trend", "grain=week")).points).toMatchObject([
      { at: "2031-06-02", opened: 56 },
    ]);
  });

  it("says when a version was published, in the real time that operators live in", async () => {
    const { data } = await ok("GET", "/workflows/invoices/versions");
    const publishedAt = Date.parse(String(data[0]?.publishedAt));
    const day = new Date(publishedAt).toISOString().slice(0, 10);
    const path = `/analytics/trend?from=${day}&to=${day}&timeZone=UTC&workflow=invoices`;
    const { annotations, asOf } = await ok("GET", path);
    expect(asOf).toBe("2031-06-05T12:00:00.000Z");
    expect(annotations).toMatchObject([{ kind: "published", workflow: "invoices", version: 1 }]);
  });

  it("refuses hours that nobody could tell apart", async () => {
    const path = "/analytics/trend?from=2031-01-01&to=2031-06-05&grain=hour";
    const { status, json } = await api.call(key, "GET", path);
    expect([status, json.errors]).toEqual([422, [expect.objectContaining({ path: "grain" })]]);
  });
});

describe("the funnel", () => {
  it("counts each stage in what became of it", async () => {
    const report = await get("funnel", "workflow=invoices");
    expect(report).toMatchObject({ opened: 54, resolved: 32, expired: 18, open: 4, canceled: 0 });
    expect(report.stages).toMatchObject([
      {
        stage: "initial",
        name: "First letter",
        entered: 54,
        delivered: 54,
        responded: 20,
        resolved: 20,
        passed: 30,
        here: 4,
        ended: 0,
        noAnswer: 30,
        yield: { n: 20, of: 54 },
      },
      {
        stage: "reminder",
        name: "Reminder",
        entered: 30,
        delivered: 30,
        responded: 12,
        resolved: 12,
        passed: 0,
        here: 0,
        ended: 18,
        noAnswer: 18,
        yield: { n: 12, of: 30, rate: 0.4 },
      },
    ]);
    const rows = await csv("funnel", "workflow=invoices");
    expect([sum(rows, "entered"), sum(rows, "no_answer")]).toEqual([84, 48]);
  });

  it("needs to know which workflow where several have cases, and takes the only one", async () => {
    const { status, json } = await api.call(key, "GET", `/analytics/funnel?${WEEK}`);
    expect([status, json.errors]).toEqual([422, [expect.objectContaining({ path: "workflow" })]]);
    const monday = await ok("GET", "/analytics/funnel?from=2031-06-02&to=2031-06-02");
    expect(monday).toMatchObject({ workflow: "invoices", opened: 50 });
  });
});

describe("the response time", () => {
  type Curve = { key: string; events: number; cases: number; points: { share: number }[] };

  it("follows those who wait, with when the stages began and which message was answered", async () => {
    const report = await get("response-time", "workflow=invoices");
    const [all] = report.curves as Curve[];
    expect(all).toMatchObject({ key: "all", cases: 54, events: 32 });
    expect(all?.points.map(({ share }) => share)).toEqual([
      expect.closeTo(34 / 54, 6),
      expect.closeTo((34 / 54) * 0.6, 6),
    ]);
    const markers = report.markers as { stage: string; seconds: number }[];
    expect(markers.map(({ stage }) => stage)).toEqual(["initial", "reminder"]);
    expect((markers[1]?.seconds ?? 0) / (24 * H)).toBeCloseTo(1, 1);
    expect(report.answeredAfter).toEqual([
      { stage: "initial", channel: "email", place: 1, n: 20, exact: 0 },
      { stage: "reminder", channel: "sms", place: 2, n: 12, exact: 0 },
    ]);
    expect(report.unattributed).toBe(0);
    // 18 of 54 expired: one minus the curve would say too much.
    const incidence = report.incidence as { resolved: number; ended: number }[];
    expect(incidence.at(-1)?.resolved).toBeGreaterThan(0.5);
    expect(incidence.at(-1)?.ended).toBeGreaterThan(0.3);
  });

  it("compares two groups and no more; channels not at all", async () => {
    const byVersion = await get("response-time", "workflow=invoices&by=version");
    expect(byVersion).toMatchObject({ curves: [{ key: "1", cases: 54 }], compared: null });
    const byChannel = await get("response-time", "by=channel&of=resolution");
    expect(byChannel).toMatchObject({ of: "resolution", compared: null, incidence: null });
  });

  it("as CSV adds up to all answers", async () => {
    const rows = await csv("response-time", "workflow=invoices");
    const answers = rows.filter(({ table }) => table === "answered_after");
    expect(sum(answers, "n")).toBe(32);
  });
});

describe("channels, hours, workflows, health", () => {
  it("each channel says what became of its messages", async () => {
    const { channels } = await get("channels", "workflow=invoices");
    expect(channels).toMatchObject([
      { channel: "email", sent: 54, delivered: 54, responded: 20, seen: null },
      { channel: "sms", sent: 30, delivered: 30, responded: 12, opens: null },
    ]);
    expect(sum(await csv("channels"), "delivered")).toBe(86);
  });

  it("answers stand in the hour of the person's own week", async () => {
    const { cells, all } = await get("heatmap", "workflow=invoices");
    const answered = (cells as { weekday: number; hour: number; responses: number }[]).filter(
      ({ responses }) => responses > 0,
    );
    expect(answered).toMatchObject([
      { weekday: 1, hour: 12, responses: 20 },
      { weekday: 2, hour: 14, responses: 12 },
    ]);
    expect(all).toMatchObject({ n: 32 });
    expect(await csv("heatmap")).toHaveLength(168);
  });

  it("the busiest workflow comes first, each with its own numbers", async () => {
    const { workflows } = await get("workflows");
    expect(workflows).toMatchObject([
      {
        workflow: "invoices",
        name: "The invoices",
        opened: 54,
        open: 4,
        onTime: { n: 32, of: 50 },
      },
      { workflow: "surveys", opened: 2, open: 2, trend: [0, 0, 2, 0, 0, 0, 0] },
    ]);
    expect(sum(await csv("workflows"), "opened")).toBe(56);
  });

  it("what was not sent has its reason", async () => {
    const blocked = { channel: "email", addresses: ["p0@example.com"] };
    await ok("POST", "/suppressions", blocked);
    await events("survey.sent", [0]);
    await clockTo("2031-06-05T12:00:00Z");
    const report = await get("health", "workflow=surveys");
    expect(report).toMatchObject({
      notSent: [{ code: "skip.suppressed", channel: "email", n: 1 }],
      failed: [],
      suppressed: 1,
      zoneUnknown: 0,
    });
    const rows = await csv("health", "workflow=surveys");
    expect(
      sum(
        rows.filter(({ table }) => table === "not_sent"),
        "n",
      ),
    ).toBe(1);
  });
});

it("the file of all holds each report line by line, under its name", async () => {
  const { headers } = await api.call(key, "GET", "/topics");
  const workspaceId = headers.get("x-workspace-id") as WorkspaceId;
  const days = { from: "2031-06-02", to: "2031-06-08" };
  const asked = { days, compare: "previous", by: "none", clock: "wall" } as const;
  const file = async (name: string, filters: { workflow?: string; segment?: string } = {}) => {
    const ask = { ...days, ...filters, timeZone: "UTC" };
    const report = await openReport(house.database.db, workspaceId, ask);
    const chunks = await reportFile(name, report, { ...asked, filters });
    return chunks && (await Array.fromAsync(chunks)).join("").split("\r\n").slice(0, -1);
  };
  const all = (await file("all")) ?? [];
  const names = new Set(all.map((line) => line.slice(0, line.indexOf(","))));
  const reports = ["summary", "trend", "response-time", "escalations", "channels", "heatmap"];
  expect([...names].sort()).toEqual([...reports, "workflows", "health", "funnel"].sort());
  const within = (name: string) =>
    all.filter((line) => line.startsWith(`${name},`)).map((line) => line.slice(name.length + 1));
  for (const name of [...reports, "workflows", "health"]) {
    expect(within(name), name).toEqual(await file(name));
  }
  const funnels = await Promise.all(
    ["invoices", "surveys"].map((workflow) => file("funnel", { workflow })),
  );
  expect(within("funnel").sort()).toEqual(funnels.flatMap((lines) => lines ?? []).sort());
  expect(all.some((line) => line.includes('"Ask, ""once""",'))).toBe(true);
  expect(await file("nothing")).toBeNull();
});

it("advice is of a workflow that there is, and of few cases none", async () => {
  expect(await get("advice", "workflow=invoices")).toMatchObject({
    workflow: "invoices",
    hasDraft: false,
    advice: [],
    names: { initial: "First letter", s2: "s2" },
  });
  expect(await csv("advice", "workflow=invoices")).toEqual([]);
  const refused = async (query: string) => {
    const { status, json } = await api.call(key, "GET", `/analytics/advice?${query}`);
    return [status, json.errors?.map(({ path }) => path)];
  };
  expect(await refused(WEEK)).toEqual([422, ["workflow"]]);
  expect(await refused("workflow=gone")).toEqual([404, undefined]);
});

it.each([
  ["from=2031-13-01", "from"],
  ["arm=short", "arm"],
  ["segment=mine", "segment"],
  ["version=2", "version"],
])("%s is refused with its field", async (query, path) => {
  const { status, json } = await api.call(key, "GET", `/analytics/summary?${query}`);
  expect([status, json.errors]).toEqual([422, [expect.objectContaining({ path })]]);
});

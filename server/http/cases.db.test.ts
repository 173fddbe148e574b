import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { testApi } from "./testing";

let database: TestDatabase;
let api: ReturnType<typeof testApi>;
let key: string;

const DEFINITION = {
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  start: { event: "invoice.created" },
  subject: "Invoice {{ data.number }}",
  due: { after: "P14D" },
  stopsWhen: [{ event: "invoice.paid" }, { action: "paid" }],
  stages: [
    {
      id: "initial",
      name: "Initial",
      steps: [
        { id: "s1", kind: "send", channels: [{ email: "hello" }] },
        { id: "w1", kind: "wait", for: "P3D" },
        { id: "s2", kind: "send", channels: [{ email: "hello" }] },
        { id: "a1", kind: "wait_for_response", for: "P7D" },
      ],
    },
  ],
};

beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database.db);
  key = await api.newKey();
  const actions = [{ id: "paid", label: "I have paid", kind: "complete" }];
  const content = { subject: "Invoice {{ data.number }}", body: "Please pay.", actions };
  await api.call(key, "PUT", "/topics/billing", { name: "Billing" });
  await api.call(key, "PUT", "/templates/hello", { channel: "email", content });
  const body = { name: "Invoices", definition: DEFINITION };
  await api.call(key, "PUT", "/workflows/invoices", body);
  const preview = await api.call(key, "POST", "/workflows/invoices/publish?preview=true");
  const { confirmToken } = preview.json;
  const published = await api.call(key, "POST", "/workflows/invoices/publish", {
    confirmToken,
    inFlight: "finish",
  });
  expect(published.json).toMatchObject({ version: 1 });
});
afterAll(() => database.drop());

async function open(id: string): Promise<{ caseId: string; number: number }> {
  const { status, json } = await api.call(key, "POST", "/events", {
    name: "invoice.created",
    key: `invoice:${id}`,
    person: { id: "ada", name: "Ada", email: "ada@example.com" },
    data: { number: id },
  });
  expect(status).toBe(202);
  const [opened] = json.opened as { caseId: string; number: number }[];
  if (!opened) throw new Error(`nothing opened: ${JSON.stringify(json)}`);
  return opened;
}

describe("a case", () => {
  it("is read by id and by number, with what happens next, and has its revision as ETag", async () => {
    const { caseId, number } = await open("2041");
    for (const ref of [caseId, `${number}`, `C-${number}`, `c-${number}`]) {
      const { status, json, headers } = await api.call(key, "GET", `/cases/${ref}`);
      expect(status).toBe(200);
      expect(json).toMatchObject({ id: caseId, subject: "Invoice 2041", status: "open" });
      expect(headers.get("etag")).toBe(`"${json.revision}"`);
      expect(json.next).toMatchObject({ sentence: expect.any(String) });
      expect((json.plan as unknown[]).length).toBeGreaterThan(0);
    }
    expect((await api.call(key, "GET", "/cases/C-999999")).status).toBe(404);
    expect((await api.call(key, "GET", "/cases/nonsense")).status).toBe(422);
  });

  it("is found by every filter that fits it, and by none that does not", async () => {
    const { caseId } = await open("f1");
    const finds = async (query: string) =>
      (await api.call(key, "GET", `/cases?${query}`)).json.data.some(({ id }) => id === caseId);
    for (const query of [
      "status=open",
      "status=resolved,open",
      "workflow=invoices",
      "person=ada",
      "key=invoice:f1",
      "dueAfter=2020-01-01T00:00:00Z",
      "q=Invoice%20f1",
      "priority=normal",
    ]) {
      expect([query, await finds(query)]).toEqual([query, true]);
    }
    for (const query of [
      "status=resolved",
      "person=bob",
      "team=x",
      "dueBefore=2020-01-01T00:00:00Z",
    ]) {
      expect([query, await finds(query)]).toEqual([query, false]);
    }
  });

  it("is resolved with what was stopped, and only at the revision the caller saw", async () => {
    const { caseId } = await open("r1");
    const stale = { headers: { "if-match": '"0"' } };
    const path = `/cases/${caseId}/resolve`;
    expect((await api.call(key, "POST", path, { note: "Paid" }, stale)).status).toBe(412);
    const { status, json, headers } = await api.call(key, "POST", path, { note: "Paid" });
    expect(status).toBe(200);
    expect(json.case).toMatchObject({ id: caseId, status: "resolved", next: null });
    expect(headers.get("etag")).toMatch(/^"\d+"$/);
    expect(json.stopped).toMatchObject([
      { messageId: expect.any(String), channel: "email", step: "s1" },
    ]);
    expect(json.inFlight).toEqual([]);
    const again = await api.call(key, "POST", path, {});
    expect(again.status).toBe(409);
    expect(again.json.detail).toContain("resolved");
  });

  it("does what each verb says", async () => {
    const { caseId } = await open("v1");
    const act = async (verb: string, body: unknown) => {
      const { status, json } = await api.call(key, "POST", `/cases/${caseId}/${verb}`, body);
      expect([verb, status]).toEqual([verb, 200]);
      return json.case as Record<string, unknown>;
    };
    const until = new Date(Date.now() + 86_400_000).toISOString();
    expect(await act("snooze", { until })).toMatchObject({ snoozedUntil: until });
    expect(await act("due", { dueAt: "2030-01-31" })).toMatchObject({
      dueAt: "2030-01-31T23:59:59.999Z",
    });
    await api.call(key, "PUT", "/teams/billing", { name: "Billing" });
    expect(await act("reassign", { team: "billing" })).toMatchObject({
      owner: { team: "billing" },
    });
    expect(await act("reassign", { personId: "ada" })).toMatchObject({
      owner: { personId: "ada" },
    });
    await act("note", { text: "Called them" });
    expect(await act("acknowledge", {})).toMatchObject({ acknowledgedAt: expect.any(String) });
    expect(await act("take-over", { personId: "ada" })).toMatchObject({
      acknowledgedBy: "ada",
      owner: { personId: "ada" },
    });
    const late = await api.call(key, "POST", `/cases/${caseId}/acknowledge`, { personId: "bob" });
    expect([late.status, late.json.detail]).toEqual([
      409,
      expect.stringContaining("already taken on by ada"),
    ]);
    const unknown = await api.call(key, "POST", `/cases/${caseId}/take-over`, {
      personId: "nobody",
    });
    expect(unknown.status).toBe(422);
    const alone = await api.call(key, "POST", `/cases/${caseId}/hand-over`, { personId: "ada" });
    expect([alone.status, alone.json.detail]).toEqual([
      409,
      expect.stringContaining("no escalation step"),
    ]);
    expect(await act("cancel", { reason: "Sent twice" })).toMatchObject({ status: "canceled" });
    expect(await act("reopen", {})).toMatchObject({ status: "open" });
  });

  it("tells its story in the reader's language", async () => {
    const { caseId } = await open("t1");
    await api.call(key, "POST", `/cases/${caseId}/note`, { text: "Called them" });
    const read = async (language: string) => {
      const headers = { "accept-language": language };
      const { status, json } = await api.call(key, "GET", `/cases/${caseId}/timeline`, undefined, {
        headers,
      });
      expect(status).toBe(200);
      return json as unknown as Record<string, unknown>[];
    };
    const english = await read("fr, en-GB;q=0.8");
    expect(english.map((line) => line.code)).toEqual(
      expect.arrayContaining(["case.opened", "case.note"]),
    );
    for (const line of english) {
      expect(Object.keys(line).sort()).toEqual(
        ["at", "because", "class", "code", "evidence", "params", "sentence"].sort(),
      );
      expect(line.sentence).not.toBe("");
    }
    const german = await read("de-AT, en;q=0.5");
    expect(german[0]?.sentence).not.toBe(english[0]?.sentence);
  });

  it("is answered by an event, and the event says what it did", async () => {
    const { caseId, number } = await open("e1");
    const body = { id: "paid-e1", name: "invoice.paid", key: "invoice:e1" };
    const { json } = await api.call(key, "POST", "/events", body);
    expect(json).toMatchObject({ id: "paid-e1", resolved: [{ caseId, number }] });
    const read = await api.call(key, "GET", "/events/paid-e1");
    expect(read.json).toMatchObject({ name: "invoice.paid", resolved: [{ caseId, number }] });
  });

  it("is resolved by its business key", async () => {
    const { caseId, number } = await open("k1");
    const { json } = await api.call(key, "POST", "/cases/resolve", { key: "invoice:k1" });
    expect(json.resolved).toEqual([{ caseId, number }]);
    expect(json.stopped).toHaveLength(1);
  });

  it("has its messages, each with a sentence", async () => {
    const { caseId, number } = await open("m1");
    for (const ref of [caseId, `C-${number}`]) {
      const { json } = await api.call(key, "GET", `/messages?case=${ref}`);
      expect(json.data).toMatchObject([
        { caseId, personId: "ada", channel: "email", step: "s1", status: "planned", class: "held" },
      ]);
      expect(json.data[0]?.sentence).not.toBe("");
    }
    const { json } = await api.call(key, "GET", `/messages?case=${caseId}`);
    const one = await api.call(key, "GET", `/messages/${json.data[0]?.id}`);
    expect(one.json).toMatchObject({ template: "hello", attempts: 0, events: [], content: null });
  });

  it("is of nobody else's workspace", async () => {
    const { caseId } = await open("i1");
    const other = await api.newKey();
    for (const path of ["", "/timeline"]) {
      expect((await api.call(other, "GET", `/cases/${caseId}${path}`)).status).toBe(404);
    }
    expect((await api.call(other, "POST", `/cases/${caseId}/resolve`, {})).status).toBe(404);
    const { json } = await api.call(key, "GET", `/messages?case=${caseId}`);
    expect((await api.call(other, "GET", `/messages/${json.data[0]?.id}`)).status).toBe(404);
    expect((await api.call(key, "GET", `/cases/${caseId}`)).json.status).toBe("open");
  });
});

describe("many at once", () => {
  it("batches events, each by itself, in their order", async () => {
    const { status, json } = await api.call(key, "POST", "/events/batch", {
      events: [
        { name: "invoice.created", key: "invoice:b1", person: "ada", data: { number: "b1" } },
        { name: 7 },
        { name: "invoice.paid", key: "invoice:b1" },
      ],
    });
    expect(status).toBe(202);
    const results = json.results as Record<string, unknown[]>[];
    expect(results[0]?.opened).toHaveLength(1);
    expect(results[1]?.error).toMatchObject({ status: 422, errors: [{ path: "name" }] });
    expect(results[2]?.resolved).toHaveLength(1);
  });

  it("refuses a batch of more than 1000", async () => {
    const events = Array.from({ length: 1_001 }, () => ({ name: "x" }));
    expect((await api.call(key, "POST", "/events/batch", { events })).status).toBe(422);
  });

  it("does the same to many cases as a job", async () => {
    const { caseId } = await open("bulk1");
    const bulk = { ids: [caseId], action: "cancel", params: { reason: "Test" } };
    const { status, json } = await api.call(key, "POST", "/cases/bulk", bulk);
    expect(status).toBe(202);
    expect(api.jobs.at(-1)?.payload).toMatchObject({ ids: [caseId], jobId: json.jobId });
    const wrong = await api.call(key, "POST", "/cases/bulk", { ids: [caseId], action: "snooze" });
    expect(wrong.json.errors[0]?.path).toBe("params.until");
  });

  it("opens cases by hand", async () => {
    const people = ["ada", { id: "new", name: "New" }];
    const { status, json } = await api.call(key, "POST", "/workflows/invoices/trigger", {
      people,
      data: { number: "x" },
    });
    expect(status).toBe(202);
    expect(json.cases).toMatchObject([{ personId: "ada" }, { personId: "new" }]);
  });
});

describe("the test clock", () => {
  it("is for sandbox keys", async () => {
    const live = await api.newKey("live");
    expect((await api.call(live, "GET", "/sandbox/clock")).status).toBe(403);
    const { status, json } = await api.call(key, "GET", "/sandbox/clock");
    expect(status).toBe(200);
    expect(Date.parse(String(json.now))).toBeGreaterThan(0);
  });
});

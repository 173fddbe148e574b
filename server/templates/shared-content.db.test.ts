import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WorkspaceId } from "@/core/ids";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { moveTestClock } from "@/server/clock/test-clock";
import { testApi } from "@/server/http/testing";

let database: TestDatabase;
let api: ReturnType<typeof testApi>;
let key: string;
let workspaceId: WorkspaceId;

beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database.db);
  key = await api.newKey();
  workspaceId = (await api.narrowKey(key, ["*"])).who.workspaceId;
  await ok("PUT", "/topics/billing", { name: "Billing" });
});
afterAll(() => database.drop());

async function ok(method: string, path: string, body?: unknown) {
  const { status, json } = await api.call(key, method, path, body);
  expect({ status, said: status < 300 ? "" : JSON.stringify(json) }).toMatchObject({ said: "" });
  return json;
}
const refused = async (method: string, path: string, body?: unknown) => {
  const { status, json } = await api.call(key, method, path, body);
  return { status, said: [json.detail, ...(json.errors ?? []).map((e) => e.message)].join(" ") };
};

/** A workflow of one email, started by an event of its own. */
async function workflow(name: string, template: object, conditions?: { when: string }) {
  await ok("PUT", `/templates/${name}`, { channel: "email", ...template });
  const send = { id: "s1", kind: "send", channels: [{ email: name }] };
  const paths = [{ ...conditions, name: "yes", steps: [send] }];
  const branch = { id: "b1", kind: "branch", paths, otherwise: [] };
  const waiting = { id: "w1", kind: "wait_for_response", for: "P60D" };
  const definition = {
    schema: 1,
    purpose: "reminder",
    topic: "billing",
    start: { event: `${name}.started` },
    subject: "Matter",
    due: { after: "P14D" },
    stopsWhen: [{ event: `${name}.done` }, { action: "done" }],
    stages: [{ id: "initial", name: "Initial", steps: [conditions ? branch : send, waiting] }],
  };
  await ok("PUT", `/workflows/${name}`, { name, definition });
  const { confirmToken } = await ok("POST", `/workflows/${name}/publish?preview=true`);
  await ok("POST", `/workflows/${name}/publish`, { confirmToken, inFlight: "finish" });
}

const DONE = [{ id: "done", label: "Done", kind: "complete" }];
let clock = Date.parse("2027-03-01T09:00:00Z");

/** Everything that falls due until the clock's moment. */
const run = () => {
  const config = { ...api.ctx.config, databaseUrl: database.url };
  return moveTestClock({ ...api.ctx, config }, workspaceId, clock);
};

/** What the person gets when the event starts their case. */
async function sentTo(person: Record<string, unknown>, event: string, data = {}) {
  const { opened } = await ok("POST", "/events", { name: event, person, data });
  const [{ caseId }] = opened as [{ caseId: string }];
  clock += 60_000;
  await run();
  const { data: rows } = await ok("GET", `/messages?case=${caseId}`);
  const message = await ok("GET", `/messages/${rows[0]?.id}`);
  return message as unknown as { status: string; content: Record<string, string> | null };
}

const ada = { id: "ada", name: "Ada Lovelace", email: "ada@example.com", locale: "en-GB" };

describe("words that depend on history, attributes, location and what else is open", () => {
  test("say what was viewed last, in the reader's language, with prices and counts", async () => {
    await workflow("viewed", {
      content: {
        subject: "Still thinking about {{ history.lastOf['product.viewed'].data.product }}?",
        body: [
          "You viewed {{ history.lastOf['product.viewed'].data.product }} {{ history.lastOf['product.viewed'].at | relative }}.",
          "It's now {{ data.share | percent }} off, just for you: {{ data.price | money: 'EUR' }}.",
          "In {{ person.location.city }}, plan {{ person.attributes.plan }}, last event {{ history.last.name }}.",
          "You have {{ open.count }} pending {{ open.count | plural: 'review', 'reviews' }}.",
        ].join("\n\n"),
        actions: DONE,
      },
    });
    await run();
    const event = (name: string, data: object) =>
      ok("POST", "/events", { name, person: { ...ada, ...more }, data });
    const more = { attributes: { plan: "team" }, location: { country: "GB", city: "London" } };
    await event("product.viewed", { product: "Lamp" });
    await event("product.viewed", { product: "Desk" });
    await event("search.made", { words: "chair" });
    for (const number of [1, 2, 3]) {
      const person = { ...ada, ...more };
      await ok("POST", "/events", {
        name: "viewed.started",
        key: `k${number}`,
        person,
        data: { share: 0.1, price: 20 },
      });
    }
    clock += 86_400_000;
    await run();
    const { content } = await sentTo({ ...ada, ...more }, "viewed.started", {
      share: 0.1,
      price: 89.5,
    });
    expect(content?.subject).toBe("Still thinking about Desk?");
    const body = (content?.body ?? "").replace(/\\/g, "");
    expect(body).toContain("You viewed Desk yesterday.");
    expect(body).toContain("It's now 10% off, just for you: €89.50.");
    expect(body).toContain("In London, plan team, last event viewed.started.");
    expect(body).toContain("You have 3 pending reviews.");
  });

  test("a condition asks for the newest event of a name, and is false where none came", async () => {
    const content = { content: { subject: "S", body: "Please look.", actions: DONE } };
    await workflow("asked", content, {
      when: `history.lastOf["product.viewed"].data.product == "Desk"`,
    });
    expect((await sentTo(ada, "asked.started")).status).toBe("sent");
    const bo = { id: "bo", name: "Bo", email: "bo@example.com" };
    const { opened } = await ok("POST", "/events", { name: "asked.started", person: bo });
    const [{ caseId }] = opened as [{ caseId: string }];
    expect((await ok("GET", `/messages?case=${caseId}`)).data).toEqual([]);
  });

  test("a name that no event had holds the message back with its place", async () => {
    await workflow("lonely", {
      content: { subject: "S", body: "{{ history.lastOf['x'].data.y }}", actions: DONE },
    });
    const { status, content } = await sentTo(ada, "lonely.started");
    expect({ status, content }).toEqual({ status: "failed", content: null });
  });
});

describe("snippets", () => {
  test("are written in the reader's language, with the values of the message", async () => {
    await ok("PUT", "/snippets/signature", {
      text: "Yours, *{{ recipient.firstName }}’s* team",
      locales: { de: "Ihr Team, {{ recipient.firstName }}" },
    });
    await workflow("signed", {
      content: { subject: "Hello", body: "Hi.\n\n{% snippet 'signature' %}", actions: DONE },
      locales: {
        de: { subject: "Hallo", body: "Guten Tag.\n\n{% snippet 'signature' %}", actions: DONE },
      },
    });
    const english = await sentTo(ada, "signed.started");
    expect(english.content?.body).toBe("Hi.\n\nYours, *Ada’s* team");
    const german = { id: "max", name: "Max", email: "max@example.com", locale: "de-CH" };
    expect((await sentTo(german, "signed.started")).content?.body).toBe(
      "Guten Tag.\n\nIhr Team, Max",
    );
    await ok("PUT", "/snippets/signature", { text: "Bye" });
    const later = { ...german, id: "max2", email: "max2@example.com" };
    expect((await sentTo(later, "signed.started")).content?.body).toBe("Guten Tag.\n\nBye");
  });

  test("who speaks neither language gets the workspace's, then the template's own", async () => {
    const polish = { id: "ola", name: "Ola", email: "ola@example.com", locale: "pl" };
    expect((await sentTo(polish, "signed.started")).content?.subject).toBe("Hello");
    await workflow("other", {
      content: { subject: "Bonjour", body: "Salut.", actions: DONE },
      locales: { en: { subject: "Hello", body: "Hi.", actions: DONE } },
    });
    const second = { ...polish, id: "ola2", email: "ola2@example.com" };
    expect((await sentTo(second, "other.started")).content?.subject).toBe("Hello");
  });

  test("that cannot be read, hold themselves or are used are refused", async () => {
    expect(await refused("PUT", "/snippets/bad", { text: "{{ nobody.x }}" })).toMatchObject({
      status: 422,
      said: expect.stringContaining('line 1, column 4: there is no "nobody.x"'),
    });
    expect(await refused("PUT", "/snippets/bad", { text: "{% if %}" })).toMatchObject({
      status: 422,
    });
    expect(await refused("PUT", "/snippets/bad", { text: "{% snippet 'gone' %}" })).toMatchObject({
      status: 422,
      said: expect.stringContaining('no snippet "gone"'),
    });
    expect(
      (await refused("PUT", "/snippets/self", { text: "{% snippet 'self' %}" })).status,
    ).toBeGreaterThanOrEqual(409);
    expect(await refused("DELETE", "/snippets/signature")).toMatchObject({
      status: 409,
      said: expect.stringContaining("template signed"),
    });
    const body = "x {% snippet 'gone' %}";
    expect(
      await refused("PUT", "/templates/signed", {
        channel: "email",
        content: { subject: "S", body },
      }),
    ).toMatchObject({ status: 422, said: expect.stringContaining("line 1, column 3") });
  });

  test("what was read can be written back, and is listed", async () => {
    const read = await ok("GET", "/snippets/signature");
    await ok("PUT", "/snippets/signature", read);
    expect((await ok("GET", "/snippets")).data.map((each) => each.key)).toContain("signature");
    expect((await api.call(key, "GET", "/snippets/none")).status).toBe(404);
  });
});

describe("layouts", () => {
  test("a template that names one is sent with it, and others as the brand says", async () => {
    await ok("PUT", "/layouts/quiet", {
      name: "Quiet",
      width: 480,
      light: { canvas: "#fffaf0" },
      header: "Acme billing",
      locales: { de: { header: "Acme Rechnungen" } },
    });
    await workflow("quiet", {
      layout: "quiet",
      content: { subject: "Hello", body: "Hi.", actions: DONE },
    });
    expect((await sentTo(ada, "quiet.started")).content).toMatchObject({ layout: "quiet" });
    expect((await sentTo(ada, "signed.started")).content).not.toHaveProperty("layout");
  });

  test("what could not be read, is not there or is used is refused", async () => {
    const pale = { name: "Pale", light: { ink: "#cccccc" } };
    expect(await refused("PUT", "/layouts/pale", pale)).toMatchObject({
      status: 422,
      said: expect.stringContaining("contrast"),
    });
    expect((await refused("PUT", "/layouts/x", { name: "X", footer: "{{ data.a }}" })).status).toBe(
      422,
    );
    expect(
      (await refused("PUT", "/layouts/x", { name: "X", logoUrl: "http://x.example/a.png" })).status,
    ).toBe(422);
    const content = { subject: "S", body: "B" };
    expect(
      await refused("PUT", "/templates/none", { channel: "email", layout: "nowhere", content }),
    ).toMatchObject({ status: 422, said: expect.stringContaining('no layout "nowhere"') });
    expect(await refused("DELETE", "/layouts/quiet")).toMatchObject({
      status: 409,
      said: expect.stringContaining("template quiet"),
    });
  });
});

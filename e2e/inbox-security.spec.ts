import { type APIResponse, expect, test } from "@playwright/test";
import { Api } from "./api";
import {
  installInbox,
  type Matter,
  newMatter,
  newReader,
  type Reader,
  statusOf,
} from "./inbox-workflow";
import { installLetters, letterTo, linkIn } from "./letters";
import { APP_URL, HOST_URL, LIVE_KEY, OTHER_HOST_URL, SANDBOX_KEY } from "./settings";
import { signedIn } from "./signed-in";

const KEY = "inbox-guarded";
const MAIL = "inbox-guarded-mail";

let api: Api;
let sandbox: Api;
let reader: Reader;
let matter: Matter;

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL: baseURL ?? "" });
  api = new Api(request);
  sandbox = new Api(request, SANDBOX_KEY);
  await installInbox(api, KEY);
  reader = newReader();
  matter = await newMatter(api, KEY, reader);
  const token = await tokenOf(reader.id);
  await expect.poll(async () => (await itemsOf(token)).items.length).toBe(1);
});

type Answer = { owner: string; revision: number; items: { id: string; title: string }[] };
type Asked = { method?: string; body?: unknown; origin?: string; headers?: Record<string, string> };

const tokenOf = async (personId: string, more: Record<string, unknown> = {}, by = api) =>
  (await by.post<{ token: string }>("/inbox/token", { personId, ...more })).token;

/** Asks the inbox as a page with that token does. */
function ask(token: string | null, path: string, asked: Asked = {}): Promise<Response> {
  const { method = "GET", body, origin, headers = {} } = asked;
  return fetch(`${APP_URL}/api/inbox${path}`, {
    method,
    headers: {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(origin !== undefined && { origin }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

const itemsOf = async (token: string): Promise<Answer> =>
  (await ask(token, "/items?view=all")).json();

/** All that can be asked, each with what it needs. */
const EVERYTHING: [string, Asked][] = [
  ["/counts", {}],
  ["/items?view=all", {}],
  ["/changes?since=0", {}],
  ["/stream", { headers: { accept: "text/event-stream" } }],
  ["/preferences", {}],
  ...["read", "unread", "seen", "archive", "unarchive", "unsnooze"].map((verb): [string, Asked] => [
    `/${verb}`,
    { method: "POST", body: { all: true, upTo: 1_000 } },
  ]),
];

async function everythingAnswers(token: string | null, status: number): Promise<void> {
  for (const [path, asked] of EVERYTHING) {
    const answer = await ask(token, path, asked);
    expect(answer.status, `${path}: ${await answer.text()}`).toBe(status);
  }
}

test("without a token, with a broken one, or with something else that is a secret, nothing is told", async () => {
  const token = await tokenOf(reader.id);
  expect((await itemsOf(token)).items).toHaveLength(1);
  await everythingAnswers(null, 401);
  const at = token.length - 20;
  const flipped = token[at] === "A" ? "B" : "A";
  const tampered = `${token.slice(0, at)}${flipped}${token.slice(at + 1)}`;
  await everythingAnswers(tampered, 401);
  await everythingAnswers(`${token}A`, 401);
  await everythingAnswers(token.slice(0, -1), 401);
  await everythingAnswers(LIVE_KEY, 401);
});

test("the owner that a token begins with cannot be exchanged for somebody else's", async () => {
  const other = newReader();
  await newMatter(api, KEY, other);
  const [mine, theirs] = [await tokenOf(reader.id), await tokenOf(other.id)];
  const mixed = [
    `${theirs.split(".")[0]}.${mine.split(".").slice(1).join(".")}`,
    `${mine.split(".")[0]}.${theirs.split(".").slice(1).join(".")}`,
  ];
  for (const token of mixed) await everythingAnswers(token, 401);
});

test("a token lives for fifteen minutes at most", async () => {
  const asked = { personId: reader.id, ttlSeconds: 901 };
  await expect(api.post("/inbox/token", asked)).rejects.toThrow(/422|400/);
});

test("a token of another workspace sees that workspace's person of the same name, never this one's", async () => {
  await sandbox.put(`/people/${reader.id}`, { name: "Somebody else" });
  const foreign = await tokenOf(reader.id, {}, sandbox);
  const answer = await itemsOf(foreign);
  expect(answer.items).toEqual([]);
  expect(answer.owner).not.toBe((await itemsOf(await tokenOf(reader.id))).owner);
});

test("a token made for pages of one origin works in no other, and in none that hides where it is", async () => {
  const token = await tokenOf(reader.id, { origin: HOST_URL });
  expect((await ask(token, "/counts", { origin: HOST_URL })).status).toBe(200);
  expect((await ask(token, "/counts", { origin: OTHER_HOST_URL })).status).toBe(403);
  expect((await ask(token, "/counts", { origin: "null" })).status).toBe(403);
  expect((await ask(token, "/counts")).status).toBe(403);
});

test("what was asked for somebody who was erased is refused afterwards, also when they are there anew", async () => {
  const gone = newReader();
  await newMatter(api, KEY, gone);
  const token = await tokenOf(gone.id);
  expect((await ask(token, "/counts")).status).toBe(200);
  await api.call("DELETE", `/people/${gone.id}`);
  await everythingAnswers(token, 401);
  await api.put(`/people/${gone.id}`, { name: "Another of the same id" });
  await everythingAnswers(token, 401);
});

test("ids of somebody else's items are as unknown as made-up ones, and nothing happens to them", async () => {
  const other = newReader();
  const token = await tokenOf(reader.id);
  const [item] = (await itemsOf(token)).items;
  await newMatter(api, KEY, other);
  const foreign = await tokenOf(other.id);
  const before = await itemsOf(token);
  const attempts = async (id: string | undefined) => {
    const answers: [number, unknown][] = [];
    for (const verb of ["read", "archive", "snooze", "unread", "unarchive", "unsnooze"]) {
      const until = new Date(Date.now() + 86_400_000).toISOString();
      const body = { ids: [id], ...(verb === "snooze" && { until }) };
      const answer = await ask(foreign, `/${verb}`, { method: "POST", body });
      answers.push([answer.status, withoutId(await answer.json())]);
    }
    for (const path of [`/actions/${id}`, `/actions/${id}/undo`]) {
      const answer = await ask(foreign, path, { method: "POST", body: { action: "paid" } });
      answers.push([answer.status, withoutId(await answer.json())]);
    }
    return answers;
  };
  expect(await attempts(item?.id)).toEqual(await attempts(crypto.randomUUID()));
  expect(await itemsOf(token)).toEqual(before);
  expect(await statusOf(api, matter.caseId)).toBe("open");
});

/** An answer without what differs from request to request. */
const withoutId = (answer: Record<string, unknown>) => ({ ...answer, requestId: null });

test("a token of the inbox opens nothing of the API, and a session of the console nothing of the inbox", async ({
  browser,
  baseURL,
}) => {
  const token = await tokenOf(reader.id);
  for (const path of ["/cases", `/people/${reader.id}`, "/messages"]) {
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${APP_URL}/api/v1${path}`, { headers })).status, path).toBe(401);
  }
  const desk = await signedIn(browser, baseURL);
  const answers: APIResponse[] = [await desk.request.get("/api/inbox/counts")];
  answers.push(await desk.request.post("/api/inbox/read", { data: { all: true, upTo: 1_000 } }));
  for (const answer of answers) expect(answer.status()).toBe(401);
  await desk.context().close();
});

test("a page elsewhere that posts without a token changes nothing, as a form and as a script", async ({
  page,
}) => {
  const token = await tokenOf(reader.id);
  const before = await itemsOf(token);
  const id = before.items[0]?.id ?? "";
  await page.goto(`${OTHER_HOST_URL}/plain`);
  for (const path of [`/actions/${id}`, "/archive", "/read"]) {
    const body = JSON.stringify({ ids: [id], action: "paid" });
    await page.evaluate(
      async ({ url, text }) => {
        const asked = { method: "POST", credentials: "include", body: text } as const;
        await fetch(url, { ...asked, mode: "no-cors" }).catch(() => null);
        const form = document.createElement("form");
        const frame = document.createElement("iframe");
        frame.name = "answer";
        Object.assign(form, {
          method: "post",
          action: url,
          target: "answer",
          enctype: "text/plain",
        });
        const field = document.createElement("input");
        Object.assign(field, { name: text.slice(0, -1), value: "}" });
        form.append(field);
        document.body.append(frame, form);
        const answered = new Promise((done) => {
          frame.onload = done;
        });
        form.submit();
        await answered;
        frame.remove();
        form.remove();
      },
      { url: `${APP_URL}/api/inbox${path}`, text: body },
    );
  }
  expect(await itemsOf(token)).toEqual(before);
  expect(await statusOf(api, matter.caseId)).toBe("open");
});

test("no page of a link can be framed by another site", async ({ page }) => {
  await installLetters(api, MAIL, { name: "Guarded" });
  const letter = await letterTo(api, MAIL, newReader());
  for (const purpose of ["p", "u", "a", "v"] as const) {
    const url = linkIn(letter, purpose);
    const { headers } = await fetch(url);
    expect(headers.get("x-frame-options"), url).toBe("DENY");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("access-control-allow-origin")).toBeNull();
    await page.goto(`${HOST_URL}/plain`);
    await page.evaluate((src) => {
      const frame = document.createElement("iframe");
      Object.assign(frame, { src, title: "framed" });
      document.body.append(frame);
      return new Promise((done) => {
        frame.onload = done;
      });
    }, url);
    const framed = page.frameLocator("iframe[title=framed]");
    await expect(framed.getByRole("heading", { level: 1 })).toHaveCount(0);
    await expect(framed.getByRole("button")).toHaveCount(0);
  }
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach } from "vitest";
import {
  type InboxAnswer,
  type InboxItem,
  type InboxPage,
  type InboxPressed,
  InboxTokenInput,
} from "@/core/contracts/inbox";
import { Template } from "@/core/template/content";
import type { Instant } from "@/core/time";
import * as tables from "@/db/schema";
import { moveTestClock } from "../clock/test-clock";
import { saveTemplate } from "../templates/save-template";
import { type House, install, newWorkspace, openMany, testHouse } from "../testing/house";
import { handleInbox } from "./handle-inbox";
import { InboxHub } from "./hub";
import { issueToken } from "./issue-token";

export const START = Date.parse("2027-03-02T09:00:00Z");

const WORKFLOW = {
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  start: { event: "invoice.created" },
  subject: "A matter",
  key: "{{ data.key }}",
  due: { after: "P14D" },
  stopsWhen: [{ action: "paid" }],
  stages: [
    {
      id: "only",
      name: "Only",
      steps: [
        { id: "s", kind: "send", channels: [{ in_app: "note" }] },
        { id: "w", kind: "wait", for: "P20D" },
        {
          id: "e",
          kind: "escalate",
          levels: ["ben", "dana"].map((person) => ({
            targets: [{ person }],
            channels: [{ in_app: "help" }],
            acknowledgeWithin: "PT4H",
          })),
        },
      ],
    },
  ],
  resolution: {
    steps: [{ id: "c1", kind: "send", to: "person", channels: [{ in_app: "closed" }] }],
  },
};

const NOTE = Template.parse({
  channel: "in_app",
  content: {
    title: "Please pay",
    body: "This is **due**: [the invoice](https://shop.example.com/i/1).",
    actions: [
      { id: "paid", label: "I have paid", kind: "complete" },
      { id: "when", label: "When?", kind: "choice", choices: ["Soon", "Later"] },
      { id: "tell", label: "Write to us", kind: "reply" },
      { id: "later", label: "Remind me later", kind: "snooze" },
      { id: "open", label: "Open", kind: "link", url: "https://shop.example.com/i/1" },
    ],
  },
});
const HELP = Template.parse({
  channel: "in_app",
  content: {
    title: "Help",
    body: "Please look.",
    actions: [{ id: "mine", label: "I'm on it", kind: "acknowledge" }],
  },
});

type Answer = InboxAnswer & InboxPage & InboxPressed;
type Problem = { code: string; detail: string; errors?: { path: string; message: string }[] };

/** A sandbox that asks Ana (and whoever else) for money inside her own product, with its own clock. */
export async function inboxWorld({ ctx }: House) {
  const who = await newWorkspace(ctx);
  const { workspaceId } = who;
  const hub = new InboxHub(ctx);
  const goTo = (to: Instant) => moveTestClock(ctx, workspaceId, to);
  await goTo(START);
  for (const id of ["ana", "ben", "dana"]) await addPerson(id);
  await install(ctx, who, "ask", WORKFLOW);
  await saveTemplate(ctx, who, "note", NOTE);
  await saveTemplate(ctx, who, "help", HELP);

  async function addPerson(id: string) {
    await ctx.db.insert(tables.people).values({ workspaceId, id, name: `${id} Miller` });
  }

  const tokenOf = async (personId: string, more: { origin?: string } = {}) =>
    (await issueToken(ctx, workspaceId, InboxTokenInput.parse({ personId, ...more }))).token;

  async function raw(
    token: string | null,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) {
    return handleInbox(
      ctx,
      () => hub,
      new Request(`http://followthrough.test/api/inbox${path}`, {
        method,
        headers: {
          ...(token !== null && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { "content-type": "application/json" }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
  }

  async function call(...asked: Parameters<typeof raw>) {
    const response = await raw(...asked);
    const text = await response.text();
    const json = (text === "" ? {} : JSON.parse(text)) as Answer & Problem;
    return { status: response.status, headers: response.headers, json };
  }

  /** Opens cases for people, one each, and lets their first messages leave. */
  async function open(...people: string[]): Promise<string[]> {
    const opened = await openMany(
      ctx,
      who,
      "ask",
      people.map((personId) => ({ personId, key: crypto.randomUUID() })),
    );
    const [clock] = await ctx.db.execute<{ now: number }>(sql`
      select round(date_part('epoch', clock_at) * 1000) as now from workspaces where id = ${workspaceId}`);
    await goTo(clock?.now ?? START);
    return opened;
  }

  /** The newest items of a list. */
  const items = async (token: string, view = "all"): Promise<InboxItem[]> =>
    (await call(token, "GET", `/items?view=${view}`)).json.items;

  return { ctx, who, workspaceId, goTo, addPerson, tokenOf, raw, call, open, items, hub };
}

export type InboxWorld = Awaited<ReturnType<typeof inboxWorld>>;

export const NO_COUNTS = { all: 0, unseen: 0, unread: 0, todo: 0, snoozed: 0, archived: 0 };

/** Ana at her inbox: a file's own house, and in it a world for each test. */
export function anaTest() {
  let house: House;
  let world: InboxWorld;
  let token: string;
  const signIn = async () => {
    token = await world.tokenOf("ana");
  };
  beforeAll(async () => {
    house = await testHouse();
  });
  afterAll(() => house.database.drop());
  beforeEach(async () => {
    world = await inboxWorld(house);
    await signIn();
  });

  const call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    world.call(token, method, path, body, headers);
  const items = () => world.items(token);

  /** A message of its own case. */
  async function one() {
    const [caseId = ""] = await world.open("ana");
    const [item] = await items();
    if (!item) throw new Error("There is no item");
    return { caseId, item, id: item.id };
  }

  return {
    world: () => world,
    signIn,
    call,
    get: async (path: string) => (await call("GET", path)).json,
    post: async (path: string, body: unknown) => (await call("POST", path, body)).json,
    items,
    one,
  };
}

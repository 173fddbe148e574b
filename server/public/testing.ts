import { randomUUID } from "node:crypto";
import { and, asc, eq, sql } from "drizzle-orm";
import { EventInput } from "@/core/contracts/events";
import type { RenderedContent } from "@/core/delivery/rendered-content";
import type { Template } from "@/core/template/content";
import { Definition } from "@/core/workflow/definition";
import type { Db } from "@/db/client";
import * as tables from "@/db/schema";
import { LIVE } from "@/server/clock/clock";
import { deliverDue } from "@/server/delivery/deliver";
import { testCtx, testWorld } from "@/server/delivery/testing";
import { receiveEvent } from "@/server/events/receive-event";
import { type LinkPurpose, mintToken } from "@/server/links/token";

const level = (id: string) => ({
  targets: [{ person: id }],
  channels: [{ email: "help" }],
  acknowledgeWithin: "PT4H",
});

const DEFINITION = Definition.parse({
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  start: { event: "invoice.created" },
  subject: "Invoice {{ data.number }}",
  key: "invoice:{{ data.number }}",
  due: { after: "P14D" },
  stopsWhen: [{ action: "paid" }, { event: "invoice.paid" }],
  stages: [
    {
      id: "initial",
      name: "Initial",
      steps: [
        { id: "s1", kind: "send", channels: [{ email: "first" }] },
        { id: "w1", kind: "wait", for: "P3D" },
        { id: "e1", kind: "escalate", levels: [level("Ben"), level("Dana")] },
      ],
    },
  ],
  resolution: {
    steps: [
      { id: "c1", kind: "send", to: "person", channels: [{ email: "closed" }] },
      { id: "c2", kind: "send", to: "involved", channels: [{ email: "closed" }] },
    ],
  },
});

const FIRST: Template = {
  channel: "email",
  content: {
    subject: "Invoice {{ data.number }} is due",
    title: "Your invoice is due soon",
    body: "Please look at [the invoice](https://shop.example.com/i/1) or [our help](https://shop.example.com/help).",
    actions: [
      { id: "paid", label: "I have paid", kind: "complete" },
      {
        id: "when",
        label: "When will you pay?",
        kind: "choice",
        choices: ["This week", "<Later>"],
      },
      { id: "tell", label: "Write to us", kind: "reply" },
      { id: "later", label: "Remind me later", kind: "snooze" },
      { id: "open", label: "Open the invoice", kind: "link", url: "https://shop.example.com/i/1" },
      { id: "sure", label: "Confirm", kind: "complete", resolves: true },
    ],
  },
};
const help: Template = {
  channel: "email",
  content: {
    subject: "Help with {{ case.subject }}",
    body: "Please have a look.",
    actions: [
      { id: "mine", label: "I'm on it", kind: "acknowledge" },
      { id: "help", label: "I need help", kind: "need_help" },
      { id: "over", label: "Take it over", kind: "take_over" },
      { id: "give", label: "Hand it over", kind: "hand_over" },
    ],
  },
};
const closed: Template = {
  channel: "email",
  content: { subject: "Thanks", body: "That was it." },
};

/** A sandbox that reminds Ana of invoices, escalates to Ben and then Dana, and thanks at the end. */
export async function publicWorld(db: Db) {
  const { ctx } = testCtx(db);
  const world = await testWorld(db, "sandbox");
  const { workspaceId } = world;
  // One helper is called in by many tests in a row.
  await db
    .update(tables.workspaces)
    .set({ frequencyLimits: { helpers: { gapMinutes: 0 } } })
    .where(eq(tables.workspaces.id, workspaceId));
  await world.addPerson("Ben", "ben@example.com");
  await world.addPerson("Dana", "dana@example.com");
  await db
    .update(tables.templates)
    .set({ template: FIRST })
    .where(and(eq(tables.templates.workspaceId, workspaceId), eq(tables.templates.key, "first")));
  await db.insert(tables.templates).values([
    { workspaceId, key: "help", template: help },
    { workspaceId, key: "closed", template: closed },
  ]);
  const key = "invoice";
  await db
    .insert(tables.workflows)
    .values({ workspaceId, key, name: "Invoices", liveVersion: 1, status: "live" });
  await db.insert(tables.workflowVersions).values({
    workspaceId,
    workflow: key,
    version: 1,
    definition: DEFINITION,
    publishedAt: sql`now()`,
  });
  const workerId = randomUUID();
  const deliver = () => deliverDue(ctx, { workerId, clock: LIVE });
  const send = (name: string, number: number) =>
    receiveEvent(
      ctx,
      workspaceId,
      EventInput.parse({ name, key: `invoice:${number}`, person: "Ana", data: { number } }),
    );

  /** Opens a case and sends its first message a minute ago. */
  async function open(number: number) {
    const result = await send("invoice.created", number);
    const caseId = result.opened[0]?.caseId ?? "";
    await deliver();
    const [message] = await messagesOf(caseId);
    if (!message) throw new Error("No message was planned");
    await age(message.id);
    return { caseId, messageId: message.id };
  }
  /** So that a hit is not taken for a filter's. */
  const age = (id: string) =>
    db.execute(sql`update messages set sent_at = sent_at - interval '1 minute' where id = ${id}`);
  const messagesOf = (caseId: string) =>
    db
      .select()
      .from(tables.messages)
      .where(and(eq(tables.messages.workspaceId, workspaceId), eq(tables.messages.caseId, caseId)))
      .orderBy(asc(tables.messages.plannedAt), asc(tables.messages.id));
  const caseOf = async (caseId: string) => {
    const where = and(eq(tables.cases.workspaceId, workspaceId), eq(tables.cases.id, caseId));
    const [row] = await db.select().from(tables.cases).where(where);
    if (!row) throw new Error(`There is no case ${caseId}`);
    return row;
  };
  const token = (purpose: LinkPurpose, messageId: string, index = 0) =>
    mintToken(ctx.config.appSecret, { purpose, index, workspaceId, messageId });
  const actionToken = async (messageId: string, id: string) => {
    const content = (await world.message(messageId)).content as RenderedContent;
    return token(
      "a",
      messageId,
      content.actions.findIndex((action) => action.id === id),
    );
  };
  return { ...world, ctx, deliver, send, open, messagesOf, caseOf, token, actionToken };
}

export const BROWSER =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15";

export const getRequest = (headers: Record<string, string> = {}, method = "GET"): Request =>
  new Request("https://follow.example.com/x", {
    method,
    headers: { "user-agent": BROWSER, ...headers },
  });

export const postRequest = (fields: Record<string, string> | [string, string][] = {}): Request =>
  new Request("https://follow.example.com/x", {
    method: "POST",
    headers: { "user-agent": BROWSER, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  });

/** One line per table: its name, row count and a checksum of its rows. */
export async function dumpOf(db: Db): Promise<string[]> {
  const names = await db.execute<{ name: string }>(sql`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`);
  const lines: string[] = [];
  for (const { name } of names) {
    const [row] = await db.execute<{ n: number; sum: string | null }>(sql`
      select count(*)::int as n, md5(string_agg(t::text, '|' order by t::text)) as sum
      from ${sql.identifier(name)} t`);
    lines.push(`${name} ${row?.n} ${row?.sum}`);
  }
  return lines;
}

import { setTimeout as sleep } from "node:timers/promises";
import { Template } from "@/core/template/content";
import { Definition } from "@/core/workflow/definition";
import { deliveryLoop } from "@/jobs/delivery-loop";
import { UnderWay } from "@/jobs/under-way";
import type { Who } from "@/server/cases/verbs";
import { loadConfig } from "@/server/config";
import type { Ctx } from "@/server/context";
import { receiveEvent } from "@/server/events/receive-event";
import { newId } from "@/server/new-id";
import { savePeopleBatch } from "@/server/people/save-people-batch";
import type { Provider } from "@/server/providers/provider";
import { providerRegistry } from "@/server/providers/registry";
import { saveTemplate } from "@/server/templates/save-template";
import { saveTopic } from "@/server/topics/save-topic";
import { publishWorkflow } from "@/server/workflows/publish";
import { saveDraft } from "@/server/workflows/save-draft";
import { environmentOf, type World } from "../engine/world";

export const DOMAIN = "replies.example.com";
export const AUTH_TOKEN = "the token that only the bench knows";

const TOPIC = "answers";
const LOOK_MS = 50;
const WAIT_MS_MAX = 60_000;
const DRAIN_MS = 5_000;

export type Way = "email" | "sms";
export type Asked = { number: number; caseId: string; messageId: string; address: string };

const eventOf = (way: Way) => `bench.asked_by_${way}`;
const addressOf = (way: Way, n: number) =>
  way === "email" ? `asked${n}@example.com` : `+49151${String(10_000_000 + n)}`;

/** The first message asks, the second stands planned behind a wait, and "I have paid" stops both. */
const definitionOf = (way: Way) =>
  Definition.parse({
    schema: 1,
    purpose: "reminder",
    topic: TOPIC,
    start: { event: eventOf(way) },
    subject: "Invoice {{ data.number }}",
    key: "asked:{{ data.number }}",
    due: { after: "P14D" },
    stopsWhen: [{ action: "paid" }],
    stages: [
      {
        id: "initial",
        name: "Initial",
        steps: [
          // It is measured at any hour of the day.
          {
            id: "ask",
            kind: "send",
            channels: [{ [way]: `asked-${way}` }],
            ignoreQuietHours: true,
          },
          { id: "wait", kind: "wait", for: "P3D" },
          { id: "again", kind: "send", channels: [{ [way]: `asked-${way}` }] },
        ],
      },
    ],
  });

const paid = { id: "paid", label: "I have paid", kind: "complete" };
const TEMPLATES: Record<Way, Template> = {
  email: Template.parse({
    channel: "email",
    content: {
      subject: "Invoice {{ data.number }} is due",
      body: "Please pay invoice {{ data.number }}, so that your account stays open.",
      actions: [paid],
    },
  }),
  sms: Template.parse({
    channel: "sms",
    content: { body: "Please pay invoice {{ data.number }}.", actions: [paid] },
  }),
};

/** The same world with an address for answers and a number at Twilio. */
export const answeringContext = (world: World): Ctx => ({
  ...world.ctx,
  config: loadConfig({
    ...environmentOf(world.url),
    INBOUND_DOMAIN: DOMAIN,
    TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
    TWILIO_AUTH_TOKEN: AUTH_TOKEN,
    TWILIO_FROM: "+15005550006",
  }),
  enqueue: async () => {},
});

/** Opens `count` cases and has the first message of each handed over. */
export async function askMany(world: World, ctx: Ctx, way: Way, count: number): Promise<Asked[]> {
  const { workspaceId } = world;
  const who: Who = { workspaceId, actor: { kind: "api", name: "bench" } };
  const people = Array.from({ length: count }, (_, n) => ({
    id: `${way}${n}`,
    name: `Asked ${n}`,
    timeZone: "UTC",
    locale: "en",
    [way === "email" ? "email" : "phone"]: addressOf(way, n),
  }));
  await savePeopleBatch(ctx, who, people);
  await saveTopic(ctx, who, TOPIC, {
    name: "Answers",
    required: true,
    defaultChannels: ["email", "sms"],
  });
  await saveTemplate(ctx, who, `asked-${way}`, TEMPLATES[way]);
  await saveDraft(ctx, who, `asked-${way}`, { name: way, definition: definitionOf(way) });
  const config = { ...ctx.config, smtpUrl: "smtp://127.0.0.1:1" };
  await publishWorkflow({ ...ctx, config }, who, `asked-${way}`, { inFlight: "finish" });
  const asked: Asked[] = [];
  for (let n = 0; n < count; n++) {
    const event = { name: eventOf(way), person: `${way}${n}`, data: { number: n } };
    const { opened } = await receiveEvent(ctx, workspaceId, event);
    const caseId = opened[0]?.caseId;
    if (!caseId) throw new Error("No case opened");
    asked.push({ number: n, caseId, messageId: "", address: addressOf(way, n) });
  }
  await handOver(ctx, way, count);
  const rows = await ctx.db.$client.unsafe<{ id: string; caseId: string }[]>(
    `select id, case_id as "caseId" from messages where status = 'sent' and workflow = $1`,
    [`asked-${way}`],
  );
  const idOf = new Map(rows.map(({ id, caseId }) => [caseId, id]));
  return asked.map((one) => ({ ...one, messageId: idOf.get(one.caseId) ?? "" }));
}

async function handOver(ctx: Ctx, way: Way, count: number): Promise<void> {
  const provider: Provider = {
    name: way === "email" ? "noop" : "twilio",
    channel: way,
    idempotent: true,
    whenUnknown: "retry",
    concurrencyMax: 100,
    send: async (message) => ({ ok: true, providerMessageId: message.id }),
  };
  const calls = new UnderWay(ctx.log);
  const loop = deliveryLoop(ctx, newId(), providerRegistry([provider]), calls);
  loop.start();
  const until = performance.now() + WAIT_MS_MAX;
  for (let sent = 0; sent < count; ) {
    if (performance.now() > until) throw new Error(`Only ${sent} of ${count} left by ${way}`);
    await sleep(LOOK_MS);
    const [row] = await ctx.db.$client.unsafe<{ n: number }[]>(
      "select count(*)::int as n from messages where status = 'sent' and workflow = $1",
      [`asked-${way}`],
    );
    sent = row?.n ?? 0;
  }
  await loop.stop();
  await calls.drain(DRAIN_MS);
}

/** How many of these cases are resolved with nothing planned any more. */
export async function stoppedOf(ctx: Ctx, way: Way): Promise<number> {
  const [row] = await ctx.db.$client.unsafe<{ n: number }[]>(
    `select count(*)::int as n from cases c where workflow = $1 and status = 'resolved'
       and next_action_at is null and not exists (
         select 1 from messages m where m.workspace_id = c.workspace_id and m.case_id = c.id
           and m.status in ('planned', 'sending'))`,
    [`asked-${way}`],
  );
  return row?.n ?? 0;
}

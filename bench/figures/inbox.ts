import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { inTransaction } from "@/db/client";
import { itemsOfCaseChanged, messageArrived } from "@/db/queries/inbox-word";
import { InboxHub } from "@/server/inbox/hub";
import { streamOf } from "@/server/inbox/stream";
import { buildWorld, personOf, type World } from "../engine/world";
import { atMost, type Figure, percentile } from "../figure";
import { EVENTS } from "../settings";
import type { Stage } from "../stage";
import { heapBytes } from "./heap-bytes";

const STREAMS = 1_000;
const WARM_UP = 5;
const CHANGES_MAX = 50;
const ROUNDS_OF_ALL = 5;
const PAUSE_MS = 100;
const ONE_P95_MS_MAX = 300;
const ALL_P95_MS_MAX = 2_000;
const KB_PER_STREAM_MAX = 64;

/** One open inbox; `heard` resolves with the moment of its next event. */
type Open = { caseId: string; heard: () => Promise<number> };

/** From the commit of a change to its event in the streams of those whose inbox it is in. */
export async function inbox(stage: Stage): Promise<Figure[]> {
  const world = await buildWorld(await stage.database());
  const hub = new InboxHub(world.ctx);
  await hub.ready();
  const leave = new AbortController();
  const cases = await addItems(world);
  const open = (n: number) => openStream(world, hub, leave, n, cases[n] ?? "");
  const first = await open(0);
  const alone = await delaysOfOne(world, first);
  const before = await heapBytes();
  const others: Open[] = [];
  for (let n = 1; n < STREAMS; n++) others.push(await open(n));
  const perStream = ((await heapBytes()) - before) / others.length / 1024;
  const crowded = await delaysOfOne(world, first);
  const all = await delaysOfAll(world, [first, ...others]);
  leave.abort();
  await hub.close();
  await world.close();
  const repeat = "inbox";
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const p95 = percentile(crowded, 0.95);
  const allP95 = percentile(all, 0.95);
  return [
    {
      name: "Commit to an inbox's event, one stream, p50 and p95",
      value: `${ms(percentile(alone, 0.5))}, ${ms(percentile(alone, 0.95))}`,
      repeat,
    },
    {
      name: `… beside ${STREAMS} open streams, p95`,
      value: ms(p95),
      required: atMost(p95, ONE_P95_MS_MAX, " ms"),
      repeat,
    },
    {
      name: `… all ${STREAMS} inboxes changed by one commit, p95`,
      value: ms(allP95),
      required: atMost(allP95, ALL_P95_MS_MAX, " ms"),
      repeat,
    },
    {
      name: "Memory for each open inbox (without its socket)",
      value: `${perStream.toFixed(1)} kB`,
      required: atMost(perStream, KB_PER_STREAM_MAX, " kB"),
      repeat,
    },
  ];
}

const CONTENT = JSON.stringify({
  locale: "en",
  subject: null,
  preheader: null,
  title: "Your invoice is due",
  body: "Please pay **soon**: [the invoice](https://shop.example.com/i/1).",
  actions: [{ id: "paid", label: "I have paid", kind: "complete", url: null, choices: [] }],
});

/** A case with one item for each person; gives the cases. */
async function addItems({ ctx, workspaceId }: World): Promise<string[]> {
  const cases = Array.from({ length: STREAMS }, () => randomUUID());
  const messages = cases.map(() => randomUUID());
  const people = cases.map((_, n) => personOf(n));
  await inTransaction(ctx.db, async (tx) => {
    const run = (text: string, params: unknown[]) => tx.$client.unsafe(text, params as never[]);
    await run(
      `insert into cases (workspace_id, id, number, workflow, version, subject, person_id, status, pc, priority, level, opened_at, data)
       select $1, c, row_number() over (), 'bench', 1, 'Invoice', p, 'open', 0, 'normal', 0, now(), '{}'
       from unnest($2::uuid[], $3::text[]) as u(c, p)`,
      [workspaceId, cases, people],
    );
    await run(
      `insert into messages (workspace_id, id, case_id, person_id, workflow, version, step, visit, channel,
         template, request, status, content, planned_at, sent_at)
       select $1, m, c, p, 'bench', 1, 's', 0, 'in_app', 't', '{}', 'sent', $5::jsonb, now(), now()
       from unnest($2::uuid[], $3::uuid[], $4::text[]) as u(m, c, p)`,
      [workspaceId, messages, cases, people, CONTENT],
    );
    for (const id of messages) messageArrived(tx, { workspaceId, id });
  });
  return cases;
}

async function openStream(
  { workspaceId }: World,
  hub: InboxHub,
  { signal }: AbortController,
  n: number,
  caseId: string,
): Promise<Open> {
  const request = new Request("https://follow.example.com/", { signal });
  const whose = { workspaceId, personId: personOf(n), leftMs: 900_000 };
  const { body } = await streamOf(hub, whose, request);
  let heard = Promise.withResolvers<number>();
  const read = async () => {
    for await (const bytes of body as unknown as AsyncIterable<Uint8Array>) {
      if (!Buffer.from(bytes).includes("event: change")) continue;
      heard.resolve(performance.now());
      heard = Promise.withResolvers();
    }
  };
  const next = () => heard.promise;
  const greeted = next();
  read().catch(() => {});
  await greeted;
  return { caseId, heard: next };
}

const change = ({ ctx, workspaceId }: World, opened: readonly Open[]) =>
  inTransaction(ctx.db, async (tx) => {
    for (const { caseId } of opened) itemsOfCaseChanged(tx, { workspaceId, id: caseId });
  });

async function delaysOfOne(world: World, one: Open): Promise<number[]> {
  const taken: number[] = [];
  for (let n = 0; n < Math.min(EVENTS, CHANGES_MAX) + WARM_UP; n++) {
    const heard = one.heard();
    await change(world, [one]);
    const from = performance.now();
    const at = await heard;
    if (n >= WARM_UP) taken.push(Math.max(0, at - from));
    await sleep(PAUSE_MS);
  }
  return taken;
}

async function delaysOfAll(world: World, all: readonly Open[]): Promise<number[]> {
  const taken: number[] = [];
  for (let n = 0; n < ROUNDS_OF_ALL; n++) {
    const heard = all.map((one) => one.heard());
    await change(world, all);
    const from = performance.now();
    for (const at of await Promise.all(heard)) taken.push(Math.max(0, at - from));
    await sleep(PAUSE_MS);
  }
  return taken;
}

import { setTimeout as sleep } from "node:timers/promises";
import { LIVE_TOPICS } from "@/core/live/topics";
import { inTransaction } from "@/db/client";
import { announce } from "@/server/live/announce";
import { LiveHub } from "@/server/live/hub";
import { streamOf } from "@/server/live/stream";
import { StreamReader } from "@/server/live/testing";
import { buildWorld, type World } from "../engine/world";
import { atMost, type Figure, percentile } from "../figure";
import { EVENTS } from "../settings";
import type { Stage } from "../stage";
import { heapBytes } from "./heap-bytes";

const STREAMS = 500;
/** Longer than changes are gathered: each is told at once. */
const PAUSE_MS = 250;
const WARM_UP = 10;
const CHANGES_MAX = 100;
const P95_MS_MAX = 250;
const KB_PER_STREAM_MAX = 64;

/** From the commit of a change to its event at a stream's reader, and what an open stream weighs. */
export async function live(stage: Stage): Promise<Figure[]> {
  const world = await buildWorld(await stage.database());
  const hub = new LiveHub(world.ctx);
  await hub.start();
  const leave = new AbortController();
  const open = () => new StreamReader(streamOf(hub, follower(world, leave)));
  const alone = await delays(world, open());
  const heapBefore = await heapBytes();
  const readers = Array.from({ length: STREAMS - 1 }, open);
  for (const reader of readers) await reader.next();
  const perStream = ((await heapBytes()) - heapBefore) / readers.length;
  // All of them read on, as browsers do; the last one is timed.
  const reading = readers.map(async (reader) => {
    for (let event = await reader.next(); event; event = await reader.next());
  });
  const crowded = await delays(world, open());
  leave.abort();
  await Promise.all(reading);
  await hub.close();
  await world.close();
  const repeat = "live";
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const p95 = percentile(crowded, 0.95);
  const kb = perStream / 1024;
  return [
    {
      name: "Commit to a stream's event, one stream, p50 and p95",
      value: `${ms(percentile(alone, 0.5))}, ${ms(percentile(alone, 0.95))}`,
      repeat,
    },
    { name: `… ${STREAMS} streams, p50`, value: ms(percentile(crowded, 0.5)), repeat },
    { name: "… p95", value: ms(p95), required: atMost(p95, P95_MS_MAX, " ms"), repeat },
    {
      name: "Memory for each open stream (without its socket)",
      value: `${kb.toFixed(1)} kB`,
      required: atMost(kb, KB_PER_STREAM_MAX, " kB"),
      repeat,
    },
  ];
}

const follower = ({ workspaceId }: World, request: AbortController) => ({
  workspaceId,
  operatorId: "bench",
  topics: LIVE_TOPICS,
  lastId: null,
  request,
  mayStay: async () => true,
});

async function delays({ ctx, workspaceId }: World, reader: StreamReader): Promise<number[]> {
  const taken: number[] = [];
  await reader.next();
  for (let n = 1; n <= Math.min(EVENTS, CHANGES_MAX) + WARM_UP; n++) {
    await inTransaction(ctx.db, async (tx) =>
      announce(tx, workspaceId, "cases", { id: String(n), rev: n, fields: { status: "open" } }),
    );
    const from = performance.now();
    await reader.next();
    if (n > WARM_UP) taken.push(performance.now() - from);
    await sleep(PAUSE_MS);
  }
  return taken;
}

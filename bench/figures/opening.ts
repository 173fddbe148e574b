import { receiveBatch } from "@/server/events/receive-batch";
import { receiveEvent } from "@/server/events/receive-event";
import { openMany } from "../engine/open";
import { dataOf, EVENT } from "../engine/workflow";
import { buildWorld, personOf, type World } from "../engine/world";
import { type Figure, perSecond } from "../figure";
import { CASES, EVENTS } from "../settings";
import type { Stage } from "../stage";

const CALLERS = 8;
const EVENTS_IN_BATCH = 100;

/** How fast cases open, by each of the ways they can. */
export async function opening(stage: Stage): Promise<Figure[]> {
  const world = await buildWorld(await stage.database());
  let next = 1_000_000;
  const event = () => {
    next += 1;
    return { name: EVENT, person: personOf(next), data: dataOf(String(next)) };
  };
  const receive = () => receiveEvent(world.ctx, world.workspaceId, event());
  await receive();
  const one = await rateOf(EVENTS, async () => {
    for (let i = 0; i < EVENTS; i++) await receive();
  });
  const callers = Array.from({ length: CALLERS }, (_, i) => i);
  const many = await rateOf(EVENTS, async () => {
    await Promise.all(
      callers.map(async (caller) => {
        for (let i = caller; i < EVENTS; i += CALLERS) await receive();
      }),
    );
  });
  const batch = await rateOf(EVENTS, () => inBatches(world, event));
  const setBased = await rateOf(CASES, () => openMany(world, CASES));
  await world.close();
  const repeat = "opening";
  return [
    { name: "Cases opened by events, one after the other", value: perSecond(one), repeat },
    { name: `… by ${CALLERS} callers at a time`, value: perSecond(many), repeat },
    { name: `… in batches of ${EVENTS_IN_BATCH} events`, value: perSecond(batch), repeat },
    { name: "… set-based (imports, demo)", value: perSecond(setBased), repeat },
  ];
}

async function inBatches({ ctx, workspaceId }: World, event: () => unknown): Promise<void> {
  for (let from = 0; from < EVENTS; from += EVENTS_IN_BATCH) {
    const count = Math.min(EVENTS_IN_BATCH, EVENTS - from);
    const results = await receiveBatch(ctx, workspaceId, Array.from({ length: count }, event));
    const failed = results.find((result) => result.error !== null);
    if (failed) throw new Error(`An event of a batch was refused: ${failed.error?.detail}`);
  }
}

async function rateOf(count: number, work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return count / ((performance.now() - from) / 1000);
}

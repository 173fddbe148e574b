import { setTimeout as sleep } from "node:timers/promises";
import { receiveEvent } from "@/server/events/receive-event";
import { Child } from "../engine/child";
import { dataOf, EVENT } from "../engine/workflow";
import { buildWorld, personOf } from "../engine/world";
import { atMost, type Figure, percentile } from "../figure";
import { EVENTS } from "../settings";
import type { Stage } from "../stage";

const PAUSE_MS = 50;
const WARM_UP = 20;
const P50_MS_MAX = 50;
const P99_MS_MAX = 250;
const LAST_WAIT_MS = 3_000;

const NUMBER = /^Invoice R-(\d+) /;
const clock = () => performance.timeOrigin + performance.now();

/** From an accepted event to the provider's hand-over, on an idle system: the event here, the worker in a process of its own. */
export async function latency(stage: Stage): Promise<Figure[]> {
  const world = await buildWorld(await stage.database());
  const child = new Child("tell", world.url);
  await child.told("ready");
  const handedOverAt = new Map<number, number>();
  child.onTold((message) => {
    const number = message.kind === "handed_over" && NUMBER.exec(message.subject)?.[1];
    if (number && message.kind === "handed_over") handedOverAt.set(Number(number), message.at);
  });
  const sentAt = new Map<number, { asked: number; accepted: number }>();
  for (let n = 1; n <= EVENTS + WARM_UP; n++) {
    const asked = clock();
    const event = { name: EVENT, person: personOf(n), data: dataOf(String(n)) };
    await receiveEvent(world.ctx, world.workspaceId, event);
    if (n > WARM_UP) sentAt.set(n, { asked, accepted: clock() });
    await sleep(PAUSE_MS);
  }
  await sleep(LAST_WAIT_MS);
  child.ask("stop");
  await child.ended();
  await world.close();
  return figuresOf(sentAt, handedOverAt);
}

function figuresOf(
  sentAt: ReadonlyMap<number, { asked: number; accepted: number }>,
  handedOverAt: ReadonlyMap<number, number>,
): Figure[] {
  const since = (from: "asked" | "accepted") =>
    [...sentAt].map(([n, at]) => (handedOverAt.get(n) ?? Number.POSITIVE_INFINITY) - at[from]);
  const ofAccepted = since("accepted");
  const p50 = percentile(ofAccepted, 0.5);
  const p99 = percentile(ofAccepted, 0.99);
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const repeat = "latency";
  return [
    {
      name: "Accepted event to hand-over when idle, p50",
      value: ms(p50),
      required: atMost(p50, P50_MS_MAX, " ms"),
      repeat,
    },
    { name: "… p99", value: ms(p99), required: atMost(p99, P99_MS_MAX, " ms"), repeat },
    {
      name: "… with the event's own time, p50 and p99",
      value: `${ms(percentile(since("asked"), 0.5))}, ${ms(percentile(since("asked"), 0.99))}`,
      repeat,
    },
  ];
}

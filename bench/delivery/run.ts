import { setTimeout as sleep } from "node:timers/promises";
import { deliveryLoop } from "@/jobs/delivery-loop";
import { UnderWay } from "@/jobs/under-way";
import { newId } from "@/server/new-id";
import { composeEmail } from "@/server/providers/email";
import type { Outgoing, Provider } from "@/server/providers/provider";
import { ProviderStates } from "@/server/providers/provider-states";
import { providerRegistry } from "@/server/providers/registry";
import type { MessageSource } from "@/server/providers/source";
import { TEMPLATES } from "../engine/workflow";
import { buildWorld } from "../engine/world";
import { cpuSecondsOf, cpuSecondsOfFamily } from "../machine";
import type { Stage } from "../stage";
import { countByStatus, planMany } from "./messages";

const LOOK_MS = 50;
const WAIT_MS_MAX = 180_000;
const DRAIN_MS = 5_000;

export type Ran = {
  perSecond: number;
  /** Processor seconds for a thousand messages. */
  node: number;
  postgres: number;
};

/** From the moment that all are planned and due until the last outcome is committed. */
export async function pipeline(stage: Stage, provider: Provider, count: number): Promise<Ran> {
  const world = await buildWorld(await stage.database());
  const [template = ""] = Object.keys(TEMPLATES);
  await planMany(world, count, template);
  const providers = providerRegistry([provider], undefined, new ProviderStates());
  const calls = new UnderWay(world.ctx.log);
  const loop = deliveryLoop(world.ctx, newId(), providers, calls);
  const before = { node: cpuSecondsOf(process.pid), postgres: cpuSecondsOfFamily(stage.pid) };
  const from = performance.now();
  loop.start();
  for (;;) {
    await sleep(LOOK_MS);
    const counts = await countByStatus(world);
    if ((counts.get("sent") ?? 0) === count) break;
    const isLost = [...counts.keys()].some((status) => /^(?:failed|unknown|not_sent)/.test(status));
    if (isLost || performance.now() - from > WAIT_MS_MAX) {
      throw new Error(`Not all left: ${JSON.stringify([...counts])}`);
    }
  }
  const tookMs = performance.now() - from;
  const perThousand = (seconds: number) => (seconds / count) * 1_000;
  const ran = {
    perSecond: count / (tookMs / 1_000),
    node: perThousand(cpuSecondsOf(process.pid) - before.node),
    postgres: perThousand(cpuSecondsOfFamily(stage.pid) - before.postgres),
  };
  await loop.stop();
  await calls.drain(DRAIN_MS);
  await world.close();
  await stage.showStatements();
  return ran;
}

/** The same client with messages that are written already, as many calls at a time as delivery makes. */
export async function bare(provider: Provider, count: number): Promise<Ran> {
  const messages = Array.from({ length: count }, written);
  const before = cpuSecondsOf(process.pid);
  const from = performance.now();
  const caller = async () => {
    for (let message = messages.pop(); message; message = messages.pop()) {
      const delivery = await provider.send(message, AbortSignal.timeout(WAIT_MS_MAX));
      if (!delivery.ok) throw new Error(delivery.reason);
    }
  };
  await Promise.all(Array.from({ length: provider.concurrencyMax }, caller));
  const tookMs = performance.now() - from;
  return {
    perSecond: count / (tookMs / 1_000),
    node: ((cpuSecondsOf(process.pid) - before) / count) * 1_000,
    postgres: 0,
  };
}

function written(_: unknown, n: number): Outgoing {
  const id = newId();
  const source: MessageSource = {
    workspaceId: id as MessageSource["workspaceId"],
    id,
    caseId: id,
    personId: `p${n}`,
    request: { audience: "person" },
    plannedAt: Date.now(),
    to: `p${n}@example.com`,
    content: {
      locale: "en",
      subject: `Invoice ${n}`,
      preheader: null,
      title: null,
      body: "Please have a look at this **invoice** and pay it by [Friday](https://shop.example.com).",
      actions: [{ id: "paid", label: "I paid", kind: "complete", url: null, choices: [] }],
    },
    brand: { name: "Shop" },
    caseSubject: `Invoice ${n}`,
    topic: { key: "bench", name: "Bench" },
    tracked: false,
  };
  const email = composeEmail(source, {
    from: "Shop <billing@shop.example.com>",
    appUrl: "https://follow.example.com",
    secret: "a secret that only the bench knows of",
  });
  return { channel: "email", id, to: source.to, compose: () => email };
}

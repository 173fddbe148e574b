import { afterAll, beforeAll, expect, test } from "vitest";
import { inTransaction } from "@/db/client";
import { insertDeliveries } from "@/db/queries/webhook-queue";
import type { Who } from "@/server/cases/verbs";
import { newId } from "@/server/new-id";
import { NO_PROVIDERS } from "@/server/providers/registry";
import { type House, newWorkspace, testHouse } from "@/server/testing/house";
import { type Receiver, receiver } from "@/server/testing/receiver";
import { addEndpoint } from "@/server/webhooks/add-endpoint";
import { wakeSenders } from "@/server/webhooks/tell";
import { startWorker, type Worker } from "./start-worker";

let house: House;
let peer: Receiver;
let worker: Worker;
let who: Who;
let endpointId: string;

beforeAll(async () => {
  [house, peer] = await Promise.all([testHouse(), receiver()]);
  const { ctx } = house;
  worker = await startWorker(ctx.config, ctx.log, NO_PROVIDERS);
  who = await newWorkspace(ctx);
  const input = { url: peer.url, description: "", eventTypes: [], enabled: true };
  endpointId = (await addEndpoint(ctx, who, input)).id;
});
afterAll(async () => {
  await worker.stop();
  await peer.close();
  await house.database.drop();
});

const queue = (count: number) =>
  inTransaction(house.ctx.db, async (tx) => {
    const { workspaceId } = who;
    const rows = Array.from({ length: count }, () => ({
      workspaceId,
      id: newId(),
      endpointId,
      type: "case.opened",
      personId: null,
      body: "{}",
    }));
    await insertDeliveries(tx, rows);
    await wakeSenders(tx);
  });

test("a worker sends what is written as soon as it is committed, not at the next poll", async () => {
  await queue(1);
  const began = performance.now();
  await expect.poll(() => peer.heard.length, { interval: 5, timeout: 5_000 }).toBe(1);
  expect(performance.now() - began).toBeLessThan(500);
});

test("what there is no room for follows as soon as there is", async () => {
  peer.heard.length = 0;
  peer.answer((response) => setTimeout(() => response.writeHead(204).end(), 20));
  await queue(120);
  await expect.poll(() => peer.heard.length, { timeout: 20_000 }).toBe(120);
  expect(new Set(peer.heard.map(({ headers }) => headers["webhook-id"])).size).toBe(120);
});

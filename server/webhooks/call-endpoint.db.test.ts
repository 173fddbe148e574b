import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type House, testHouse } from "@/server/testing/house";
import { receiver } from "@/server/testing/receiver";
import { endpointCaller } from "./call-endpoint";
import { WebhookSender } from "./sender";
import { type WebhookWorld, webhookWorld } from "./testing";

let house: House;
let world: WebhookWorld;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  world = await webhookWorld(house.ctx);
  return () => world.peer.close();
});

test("an answer that does not come is an attempt that failed, and says so", async () => {
  const [id = ""] = await world.queue();
  world.peer.answer(() => {});
  const call = endpointCaller(house.ctx.config, { timeoutMs: 200 });
  const sender = new WebhookSender(house.ctx, call);
  await sender.round();
  await sender.idle();
  expect(await world.attempts(id)).toMatchObject([{ status: null, said: "No answer in time" }]);
  expect(await world.delivery(id)).toMatchObject({ status: "waiting" });
});

test("of 5 MB of answer the beginning is kept, and the status decides", async () => {
  const [id = ""] = await world.queue();
  const words = "x".repeat(5_000_000);
  world.peer.answer((response) => response.writeHead(200).end(words));
  await world.send();
  expect(await world.delivery(id)).toMatchObject({ status: "delivered" });
  expect((await world.attempts(id))[0]?.said).toBe("x".repeat(1_024));
});

test("an answer without an end, or of bytes that are no text, is taken for what its status says", async () => {
  const [id = ""] = await world.queue();
  world.peer.answer((response) => {
    response.writeHead(202).write(Buffer.from([0, 255, 65, 0]));
  });
  const sender = new WebhookSender(house.ctx, endpointCaller(house.ctx.config, { timeoutMs: 300 }));
  await sender.round();
  await sender.idle();
  expect(await world.delivery(id)).toMatchObject({ status: "delivered" });
  expect((await world.attempts(id))[0]?.said).toContain("A");
});

test("a redirect is not followed", async () => {
  const other = await receiver();
  world.peer.answer((response) => response.writeHead(302, { location: other.url }).end());
  const [id = ""] = await world.queue();
  await world.send();
  expect(other.heard).toHaveLength(0);
  expect(await world.delivery(id)).toMatchObject({ status: "waiting" });
  expect((await world.attempts(id))[0]).toMatchObject({
    status: 302,
    said: "302, and redirects are not followed.",
  });
  await other.close();
});

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type House, testHouse } from "@/server/testing/house";
import { verify } from "@/server/testing/receiver";
import { turnEndpoint } from "./edit-endpoint";
import { replayFailedSince } from "./replay";
import { testEndpoint } from "./test-endpoint";
import { failing, type WebhookWorld, webhookWorld } from "./testing";

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

test("a test is sent once, says what came of it, and leaves the endpoint's record alone", async () => {
  world.peer.answer(failing);
  await turnEndpoint(house.ctx, world.who, world.endpointId, false);
  const id = await testEndpoint(house.ctx, world.who, world.endpointId);
  expect(await world.delivery(id)).toMatchObject({ status: "failed", type: "webhook.test" });
  expect(await world.attempts(id)).toMatchObject([{ status: 503 }]);
  expect(await world.endpoint()).toMatchObject({ enabled: false, failingSince: null });
  const [heard] = world.peer.heard;
  expect(heard && verify(heard, world.secret)).toMatchObject({ type: "webhook.test" });
});

test("a test that failed is not sent again with what else failed", async () => {
  world.peer.answer(failing);
  const id = await testEndpoint(house.ctx, world.who, world.endpointId);
  const since = "2020-01-01T00:00:00Z";
  expect(await replayFailedSince(house.ctx, world.who, world.endpointId, { since })).toBe(0);
  expect(await world.delivery(id)).toMatchObject({ status: "failed" });
});

test("at most ten tests leave in ten minutes", async () => {
  for (let n = 0; n < 10; n++) await testEndpoint(house.ctx, world.who, world.endpointId);
  await expect(testEndpoint(house.ctx, world.who, world.endpointId)).rejects.toMatchObject({
    code: "rate_limited",
  });
  expect(world.peer.heard).toHaveLength(10);
});

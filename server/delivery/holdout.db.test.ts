import { expect, test } from "vitest";
import * as tables from "@/db/schema";
import { deliveryTest, testWorld } from "./testing";

const it = deliveryTest();

test("people of a holdout are sent nothing, except what has become required since their message was planned", async () => {
  const world = await testWorld(it.db());
  const { deliver } = it.start();
  await it.db().insert(tables.topics).values({
    workspaceId: world.workspaceId,
    key: "law",
    name: "Law",
    required: true,
    defaultChannels: [],
  });
  const ghost = { audience: "person", ghost: true } as const;
  const asked = [
    { request: ghost },
    { topic: "law", request: ghost },
    { topic: "law", request: { ...ghost, class: "promotional" as const } },
  ];
  const ids: string[] = [];
  for (const message of asked) ids.push(await world.addMessage(await world.addCase(), message));
  await deliver();
  const codes = await Promise.all(ids.map(async (id) => (await world.message(id)).code));
  expect(codes).toEqual(["skip.holdout", "sent.plan", "skip.holdout"]);
  expect(it.server().accepted).toHaveLength(1);
});

import { afterAll, beforeAll, expect, it } from "vitest";
import { listEvents } from "@/db/queries/events";
import { type House, install, newWorkspace, testHouse } from "../testing/house";
import { replayEvent } from "./replay-event";
import { sendByHand } from "./send-by-hand";

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

const orders = {
  schema: 1,
  purpose: "reminder",
  topic: "orders",
  start: { event: "order.placed" },
  subject: "Order {{ data.id }}",
  stopsWhen: [{ event: "order.paid" }],
  stages: [
    {
      id: "initial",
      name: "Initial",
      steps: [{ id: "s1", kind: "send", channels: [{ email: "first" }] }],
    },
  ],
};

it("an event nobody listened to opens a case when it is replayed later, and is found by what it did", async () => {
  const { ctx } = house;
  const who = await newWorkspace(ctx);
  const input = { name: "order.placed", person: { id: "ada" }, data: { id: "7" } };
  const first = await sendByHand(ctx, who, input, "event.sent_by_hand");
  expect(first.ignored).toEqual([{ workflow: null, reason: "no_workflow_listens" }]);
  await install(ctx, who, "orders", orders);
  const again = await replayEvent(ctx, who, first.id);
  expect(again.opened).toMatchObject([{ workflow: "orders" }]);
  const ids = async (outcome: "opened" | "nothing") =>
    (await listEvents(ctx.db, who.workspaceId, { outcome }, { limit: 5 })).rows.map(({ id }) => id);
  expect(await ids("opened")).toEqual([again.id]);
  expect(await ids("nothing")).toEqual([first.id]);
});

it("refuses to replay an event of another workspace", async () => {
  const { ctx } = house;
  const [who, other] = [await newWorkspace(ctx), await newWorkspace(ctx)];
  const { id } = await sendByHand(ctx, who, { name: "a.b" }, "event.sent_by_hand");
  await expect(replayEvent(ctx, other, id)).rejects.toMatchObject({ code: "not_found" });
});

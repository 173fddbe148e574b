import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { DAY_MS, toRfc3339 } from "@/core/time";
import * as tables from "@/db/schema";
import { cancelCase, resolveCase } from "../cases/verbs";
import { anaTest, START } from "./testing";

const { call, get, one, post, world } = anaTest();

test("closes the case, is one press however often it is sent, and reads the item", async () => {
  const { id } = await one();
  const done = await post(`/actions/${id}`, { action: "paid" });
  expect(done).toMatchObject({ result: "done", counts: { todo: 0 } });
  expect(done.items).toMatchObject([
    {
      todo: false,
      done: {
        kind: "answered",
        action: "I have paid",
        by: { isYou: true },
        at: toRfc3339(START),
      },
      actions: [{ id: "open" }],
    },
  ]);
  expect(await post(`/actions/${id}`, { action: "paid" })).toMatchObject({ result: "done" });
  const presses = await world()
    .ctx.db.select()
    .from(tables.messageEvents)
    .where(eq(tables.messageEvents.messageId, id));
  expect(presses).toHaveLength(1);
});

test("asks for what its button needs, and says which field lacks", async () => {
  const { id } = await one();
  const wrong: [object, string][] = [
    [{ action: "none" }, "action"],
    [{ action: "when" }, "choice"],
    [{ action: "when", choice: "Never" }, "choice"],
    [{ action: "tell" }, "text"],
    [{ action: "later" }, "until"],
    [{ action: "later", until: toRfc3339(START - 1) }, "until"],
    [{ action: "paid", more: 1 }, "more"],
  ];
  for (const [body, path] of wrong) {
    const { status, json } = await call("POST", `/actions/${id}`, body);
    expect({ status, path: json.errors?.[0]?.path }).toEqual({ status: 422, path });
  }
  expect(await post(`/actions/${id}`, { action: "when", choice: "Soon" })).toMatchObject({
    items: [{ todo: false, done: { kind: "answered", action: "When?", choice: "Soon" } }],
  });
  const { id: told } = await one();
  expect(await post(`/actions/${told}`, { action: "tell", text: "Half of it" })).toMatchObject({
    items: [{ done: { kind: "replied", action: "Write to us" } }],
  });
  const until = toRfc3339(START + DAY_MS);
  const { id: other } = await one();
  expect(await post(`/actions/${other}`, { action: "later", until })).toMatchObject({
    items: [{ todo: false, done: { kind: "put_off", until } }],
  });
  await world().goTo(START + DAY_MS);
  const back = (await get("/items?view=todo")).items;
  expect(back.map((item) => item.id)).toEqual([other]);
});

test("after somebody closed the case says so", async () => {
  const { id, caseId } = await one();
  await resolveCase(world().ctx, world().who, caseId, {});
  expect(await post(`/actions/${id}`, { action: "paid" })).toMatchObject({ result: "already" });
  const { id: other, caseId: canceled } = await one();
  await cancelCase(world().ctx, world().who, canceled, { reason: "no" });
  expect(await post(`/actions/${other}`, { action: "paid" })).toMatchObject({ result: "closed" });
});

import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { codeSentence } from "@/core/sentence/decision-sentence";
import { DAY_MS, HOUR_MS, toRfc3339 } from "@/core/time";
import * as tables from "@/db/schema";
import { reopenCase } from "../cases/verbs";
import { anaTest, START } from "./testing";

const { call, one, post, world } = anaTest();

const SOON = 10_000;
const undo = (id: string) => call("POST", `/actions/${id}/undo`);
const endings = async () =>
  world()
    .ctx.db.select({ status: tables.messages.status, code: tables.messages.code })
    .from(tables.messages)
    .where(
      and(eq(tables.messages.workspaceId, world().workspaceId), eq(tables.messages.step, "c1")),
    );

test("opens the case as it stood, sends nothing, and another press counts anew", async () => {
  const { id, item, caseId } = await one();
  const pressed = await post(`/actions/${id}`, { action: "paid" });
  expect(pressed.items[0]?.done?.undoUntil).toBe(toRfc3339(START + SOON));
  expect(await endings()).toEqual([{ status: "planned", code: null }]);
  const { json } = await undo(id);
  expect(json).toMatchObject({ result: "done", counts: { todo: 1 } });
  expect(json.items).toMatchObject([{ todo: true, done: null, actions: item.actions }]);
  expect((await undo(id)).json.items).toEqual(json.items);
  await world().goTo(START + HOUR_MS);
  expect(await endings()).toEqual([{ status: "not_sent", code: "skip.reopened" }]);
  const told = await world().ctx.db.execute<{
    entries: { code: string; params: Record<string, unknown> }[];
  }>(sql`
    select entries from case_decisions where case_id = ${caseId} order by id`);
  const entry = told.flatMap(({ entries }) => entries).find(({ code }) => code === "case.reopened");
  expect(codeSentence("case.reopened", entry?.params ?? {}, { locale: "en", zone: "UTC" })).toBe(
    "Open again: ana Miller took the answer back.",
  );
  expect(codeSentence("case.reopened", entry?.params ?? {}, { locale: "de", zone: "UTC" })).toBe(
    "Wieder offen: ana Miller hat die Antwort zurückgenommen.",
  );
  expect(await post(`/actions/${id}`, { action: "paid" })).toMatchObject({
    result: "done",
    items: [{ done: { kind: "answered", at: toRfc3339(START + HOUR_MS) } }],
  });
});

test("is not undone by a press that arrives again under its key", async () => {
  const { id } = await one();
  const press = (key: string) =>
    call("POST", `/actions/${id}`, { action: "paid" }, { "idempotency-key": key });
  await press("a");
  await undo(id);
  const again = await press("a");
  expect(again).toMatchObject({
    status: 200,
    json: { result: "done", counts: { todo: 1 }, items: [{ todo: true, done: null }] },
  });
  expect((await press("b")).json).toMatchObject({ counts: { todo: 0 } });
  expect(await press("ä")).toMatchObject({
    status: 422,
    json: { errors: [{ path: "Idempotency-Key" }] },
  });
});

test("brings back a snooze of before", async () => {
  const { id } = await one();
  const until = [1, 2].map((days) => toRfc3339(START + days * DAY_MS));
  for (const one of until) await post(`/actions/${id}`, { action: "later", until: one });
  expect((await undo(id)).json.items).toMatchObject([
    { done: { kind: "put_off", until: until[0] } },
  ]);
  const { id: other } = await one();
  await post(`/actions/${other}`, { action: "later", until: until[0] });
  expect((await undo(other)).json.items).toMatchObject([{ todo: true, done: null }]);
});

test("is refused when its time is over, when somebody was there since, and when there is nothing", async () => {
  const { id, caseId } = await one();
  expect(await undo(id)).toMatchObject({ status: 409 });
  await post(`/actions/${id}`, { action: "paid" });
  await reopenCase(world().ctx, world().who, caseId, {});
  expect(await undo(id)).toMatchObject({ status: 409 });
  const { id: late } = await one();
  await post(`/actions/${late}`, { action: "paid" });
  await world().goTo(START + SOON + 1000);
  expect(await undo(late)).toMatchObject({ status: 409 });
  expect(await endings()).toContainEqual({ status: "sent", code: "sent.plan" });
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AppError } from "@/core/errors";
import { receiveEvent } from "../events/receive-event";
import { type House, install, newWorkspace, testHouse } from "../testing/house";
import { reopenCase, resolveCase } from "./verbs";

const workflow = {
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  start: { event: "invoice.created" },
  subject: "Invoice {{ data.id }}",
  key: "invoice:{{ data.id }}",
  stopsWhen: [{ event: "invoice.paid" }],
  stages: [{ id: "only", name: "Only", steps: [{ id: "w1", kind: "wait", for: "P1D" }] }],
};

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

test("a case reopened while an event opens one with the same key: one is open, and nobody gets a fault", async () => {
  const { ctx } = house;
  const who = await newWorkspace(ctx);
  await install(ctx, who, "invoices", workflow);
  const created = (id: string) =>
    receiveEvent(ctx, who.workspaceId, { name: "invoice.created", person: "maria", data: { id } });
  const ids = Array.from({ length: 30 }, (_, i) => String(i));
  const first = await Promise.all(ids.map(created));
  const cases = first.map(({ opened }) => opened[0]?.caseId ?? "");
  await Promise.all(cases.map((id) => resolveCase(ctx, who, id, {})));

  const results = await Promise.allSettled(
    ids.flatMap((id, i) => [created(id), reopenCase(ctx, who, cases[i] ?? "", {})]),
  );
  for (const result of results) {
    if (result.status === "fulfilled") continue;
    expect(result.reason).toBeInstanceOf(AppError);
    expect(result.reason).toMatchObject({ code: "conflict" });
  }
  const open = await ctx.db.execute<{ key: string; n: number }>(sql`
    select key, count(*)::int as n from cases
    where workspace_id = ${who.workspaceId} and status = 'open' group by 1`);
  expect(open).toHaveLength(ids.length);
  expect(open.every(({ n }) => n === 1)).toBe(true);
});

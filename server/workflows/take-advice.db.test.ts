import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AdvisedChange } from "@/core/metrics/advice";
import { findWorkflow } from "@/db/queries/workflows";
import { openReport } from "../analytics/open-report";
import { readAdvice } from "../analytics/read-advice";
import { type House, install, newWorkspace, testHouse } from "../testing/house";
import { takeAdvice } from "./take-advice";

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

const document = {
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  start: { event: "invoice.created" },
  stopsWhen: [{ event: "invoice.paid" }],
  subject: "Invoice",
  stages: [
    {
      id: "one",
      name: "One",
      steps: [
        { id: "s1", kind: "send", channels: [{ email: "first" }] },
        { id: "w1", kind: "wait", for: "P5D" },
      ],
    },
    {
      id: "two",
      name: "Two",
      steps: [{ id: "s2", kind: "send", channels: [{ email: "again" }] }],
    },
  ],
};

test("each advised change is made in the draft, nothing is published, and what has changed is refused", async () => {
  const { ctx } = house;
  const who = await newWorkspace(ctx);
  await install(ctx, who, "invoices", document);
  const read = () => findWorkflow(ctx.db, who.workspaceId, "invoices");
  const take = async (change: AdvisedChange, late = 0) => {
    const revision = (await read())?.workflow.revision ?? 0;
    return takeAdvice(ctx, who, "invoices", { change, ifMatch: revision - late });
  };
  await take({ do: "wait_for", step: "w1", for: "PT48H" });
  await take({ do: "wait_at", step: "w1", at: "09:00" });
  await take({ do: "disable", step: "s2" });
  const found = await read();
  expect(found?.workflow.draft?.stages.map(({ steps }) => steps.at(-1))).toEqual([
    { id: "w1", kind: "wait", for: "PT48H", at: "09:00", zone: "person" },
    { ...document.stages[1]?.steps[0], disabled: true },
  ]);
  expect(found?.workflow.liveVersion).toBe(1);
  expect(found?.live?.definition.stages[0]?.steps.at(-1)).toMatchObject({ for: "P5D" });
  const refused = { code: "precondition_failed" };
  await expect(take({ do: "disable", step: "s1" }, 1)).rejects.toMatchObject(refused);
  await expect(take({ do: "disable", step: "w1" })).rejects.toMatchObject(refused);
  await expect(take({ do: "wait_at", step: "gone", at: "09:00" })).rejects.toMatchObject(refused);
  const audited = await ctx.db.execute<{ action: string }>(sql`
    select action from audit_log where workspace_id = ${who.workspaceId}
      and action = 'workflow.advice_taken'`);
  expect(audited).toHaveLength(3);
});

test("without cases nothing is advised", async () => {
  const { ctx } = house;
  const who = await newWorkspace(ctx);
  await install(ctx, who, "invoices", document);
  const asked = { workflow: "invoices", timeZone: "UTC" };
  const report = await openReport(ctx.db, who.workspaceId, asked);
  expect(await readAdvice(report, "invoices")).toMatchObject({ hasDraft: false, advice: [] });
  expect(await readAdvice(report, "gone")).toBeNull();
});

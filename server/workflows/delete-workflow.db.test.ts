import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ScenarioTest } from "@/core/case/scenario-test";
import { inTransaction } from "@/db/client";
import { foldStepMoves } from "@/db/queries/step-counts";
import { type House, install, newOperator, newWorkspace, testHouse } from "../testing/house";
import { attendDraft } from "./attend-draft";
import { deleteWorkflow } from "./delete-workflow";
import { saveScenario } from "./save-scenario";

const DOCUMENT = {
  schema: 1,
  purpose: "reminder",
  topic: "tasks",
  subject: "Task {{ data.id }}",
  start: { event: "task.created" },
  stopsWhen: [{ event: "task.done" }],
  stages: [{ id: "a", name: "A", steps: [{ id: "s1", kind: "wait", for: "P1D" }] }],
};

const SCENARIO = ScenarioTest.parse({
  key: "one",
  name: "One",
  person: { name: "Mara", timeZone: "UTC" },
  startAt: "2026-11-24T09:12:00Z",
  scenario: {},
});

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

it("nothing of a deleted workflow comes back with one of the same key, and the others keep theirs", async () => {
  const { ctx } = house;
  const { db } = ctx;
  const who = await newWorkspace(ctx);
  const { workspaceId } = who;
  const operatorId = await newOperator(ctx, who, "Ana");
  const counted = JSON.stringify(
    ["gone", "stays"].map((key) => [key, 1, "s1", "next", 20_000, 3, 1]),
  );
  const writeMoves = () =>
    db.execute(sql`
      insert into step_moves (workspace_id, id, moves)
      values (${workspaceId}, gen_random_uuid(), ${counted}::jsonb)`);
  for (const key of ["gone", "stays"]) {
    await install(ctx, who, key, DOCUMENT);
    await attendDraft(ctx, { workspaceId, operatorId, name: "Ana" }, key, "first_tab");
    await saveScenario(ctx, who, key, SCENARIO);
  }
  await writeMoves();
  await inTransaction(db, foldStepMoves);
  await writeMoves();

  await deleteWorkflow(ctx, who, "gone");
  await inTransaction(db, foldStepMoves);
  for (const table of ["step_counts", "draft_viewers", "scenarios"]) {
    const rows = await db.execute<{ workflow: string }>(sql`
      select workflow from ${sql.identifier(table)} where workspace_id = ${workspaceId}`);
    expect([table, rows.map(({ workflow }) => workflow)]).toEqual([table, ["stays"]]);
  }
});

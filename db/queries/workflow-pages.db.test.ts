import { afterAll, beforeAll, expect, it } from "vitest";
import type { WorkspaceId } from "@/core/ids";
import { Definition } from "@/core/workflow/definition";
import { workflows, workflowVersions } from "@/db/schema/workflows";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { countWorkflows, listWorkflowsBy, type WorkflowClause } from "./workflow-pages";

const workspaceId = "018f0000-0000-7000-8000-000000000001" as WorkspaceId;
const definition = (topic: string) =>
  Definition.parse({
    schema: 1,
    purpose: "reminder",
    topic,
    subject: "Invoice",
    stages: [{ id: "first", name: "First", steps: [{ id: "w", kind: "wait", for: "P1D" }] }],
  });

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  const all = [
    { key: "a", name: "Zebra", status: "live", liveVersion: 1, draft: definition("next") },
    { key: "b", name: "apple", status: "paused", liveVersion: 1, draft: null },
    { key: "c", name: "Mango", status: "draft", liveVersion: null, draft: definition("billing") },
  ] as const;
  await database.db.insert(workflows).values(all.map((each) => ({ workspaceId, ...each })));
  await database.db.insert(workflowVersions).values(
    ["a", "b"].map((workflow) => ({
      workspaceId,
      workflow,
      version: 1,
      definition: definition(workflow === "a" ? "billing" : "support"),
      publishedAt: new Date(),
    })),
  );
});
afterAll(() => database.drop());

const keysOf = async (clauses: WorkflowClause[], desc = false) => {
  const keys: string[] = [];
  let cursor: string | undefined;
  do {
    const page = { limit: 1, cursor, by: "name", desc } as const;
    const found = await listWorkflowsBy(database.db, workspaceId, clauses, page);
    keys.push(...found.rows.map(({ workflow }) => workflow.key));
    cursor = found.nextCursor ?? undefined;
  } while (cursor);
  expect(await countWorkflows(database.db, workspaceId, clauses, 10)).toBe(keys.length);
  return keys;
};

it("pages go through all workflows by name, whatever the case of the letters", async () => {
  expect(await keysOf([])).toEqual(["b", "c", "a"]);
  expect(await keysOf([], true)).toEqual(["a", "c", "b"]);
});

it("the topic is that of what runs; only what never ran is found by its draft", async () => {
  const topic = (not: boolean, ...values: string[]) => keysOf([{ on: "topic", values, not }]);
  expect(await topic(false, "billing")).toEqual(["c", "a"]);
  expect(await topic(false, "next")).toEqual([]);
  expect(await topic(true, "billing")).toEqual(["b"]);
});

it("states and words narrow the list together", async () => {
  expect(await keysOf([{ on: "status", values: ["live", "draft"], not: false }])).toEqual([
    "c",
    "a",
  ]);
  expect(await keysOf([{ on: "status", values: ["live", "draft"], not: true }])).toEqual(["b"]);
  expect(await keysOf([{ on: "words", text: "ANG" }])).toEqual(["c"]);
});

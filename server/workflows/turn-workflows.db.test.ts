import { afterAll, beforeAll, expect, it } from "vitest";
import { findWorkflow } from "@/db/queries/workflows";
import { workflows } from "@/db/schema/workflows";
import { type House, newWorkspace, testHouse } from "../testing/house";
import { turnWorkflows } from "./turn-workflows";

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

it("those that cannot be paused, or are gone, keep no other from it, and what was paused is turned on again", async () => {
  const who = await newWorkspace(house.ctx);
  const { workspaceId } = who;
  await house.ctx.db.insert(workflows).values([
    { workspaceId, key: "runs", name: "Runs", status: "live", liveVersion: 1 },
    { workspaceId, key: "written", name: "Written", status: "draft" },
  ]);
  const all = ["written", "gone", "runs"];
  expect(await turnWorkflows(house.ctx, who, all, "paused")).toEqual({
    done: ["runs"],
    refused: 2,
  });
  const statusOf = async (key: string) =>
    (await findWorkflow(house.ctx.db, workspaceId, key))?.workflow.status;
  expect([await statusOf("runs"), await statusOf("written")]).toEqual(["paused", "draft"]);
  await turnWorkflows(house.ctx, who, ["runs"], "live");
  expect(await statusOf("runs")).toBe("live");
});

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

it("only what is paused is resumed: an archive opens no cases again and a draft is not counted", async () => {
  const who = await newWorkspace(house.ctx);
  const { workspaceId } = who;
  await house.ctx.db.insert(workflows).values([
    { workspaceId, key: "rests", name: "Rests", status: "paused", liveVersion: 1 },
    { workspaceId, key: "over", name: "Over", status: "archived", liveVersion: 1 },
    { workspaceId, key: "written", name: "Written", status: "draft" },
    { workspaceId, key: "runs", name: "Runs", status: "live", liveVersion: 1 },
  ]);
  expect(await turnWorkflows(house.ctx, who, ["over", "rests", "runs", "written"], "live")).toEqual(
    { done: ["rests"], refused: 3 },
  );
  const statusOf = async (key: string) =>
    (await findWorkflow(house.ctx.db, workspaceId, key))?.workflow.status;
  expect([await statusOf("over"), await statusOf("written")]).toEqual(["archived", "draft"]);
});

it("what is paused already is not counted as paused", async () => {
  const who = await newWorkspace(house.ctx);
  await house.ctx.db.insert(workflows).values({
    workspaceId: who.workspaceId,
    key: "rests",
    name: "Rests",
    status: "paused",
    liveVersion: 1,
  });
  expect(await turnWorkflows(house.ctx, who, ["rests"], "paused")).toEqual({
    done: [],
    refused: 1,
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findMe } from "@/db/queries/operator-person";
import { listSavedViews } from "@/db/queries/saved-views";
import { operators, workspaceMembers } from "@/db/schema/operators";
import { contactPoints, people } from "@/db/schema/people";
import { teamMembers } from "@/db/schema/teams";
import type { Who } from "../cases/verbs";
import { type House, newWorkspace, testHouse } from "../testing/house";
import { createView } from "./create-view";
import { deleteView } from "./delete-view";
import { updateView } from "./update-view";

let house: House;
let ana: Who & { operatorId: string };
let ben: Who & { operatorId: string };

beforeAll(async () => {
  house = await testHouse();
  const who = await newWorkspace(house.ctx);
  const { db } = house.ctx;
  await db.insert(operators).values([
    { id: "op-ana", name: "Ana", email: "ana@example.com" },
    { id: "op-ben", name: "Ben", email: "ben@example.com" },
  ]);
  const { workspaceId } = who;
  await db.insert(workspaceMembers).values([
    { workspaceId, operatorId: "op-ana", role: "viewer" },
    { workspaceId, operatorId: "op-ben", role: "viewer", personId: "chosen" },
  ]);
  ana = { ...who, operatorId: "op-ana" };
  ben = { ...who, operatorId: "op-ben" };
});
afterAll(() => house.database.drop());

const view = (name: string, shared = false) => ({
  list: "cases" as const,
  name,
  query: "state=open",
  shared,
});
const namesOf = async ({ workspaceId, operatorId }: typeof ana) =>
  (await listSavedViews(house.ctx.db, workspaceId, operatorId, "cases")).map(({ name }) => name);

describe("a saved view", () => {
  it("is seen by others only when it is shared, and comes after their own", async () => {
    await createView(house.ctx, ana, view("Mine alone"));
    await createView(house.ctx, ana, view("For all", true));
    await createView(house.ctx, ben, view("Zen"));
    expect(await namesOf(ana)).toEqual(["For all", "Mine alone"]);
    expect(await namesOf(ben)).toEqual(["Zen", "For all"]);
  });

  it("has a name of its own among the views of its maker", async () => {
    const { id } = await createView(house.ctx, ana, view("First"));
    await expect(createView(house.ctx, ana, view("First"))).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(updateView(house.ctx, ana, id, { name: "Mine alone" })).rejects.toMatchObject({
      code: "conflict",
    });
    await updateView(house.ctx, ana, id, { name: "First" });
    await createView(house.ctx, ben, view("First"));
  });

  it("is changed and deleted by its maker only, even when it is shared", async () => {
    const { id } = await createView(house.ctx, ana, view("Locked", true));
    const theirs = { code: "not_found" };
    await expect(updateView(house.ctx, ben, id, { query: "" })).rejects.toMatchObject(theirs);
    await expect(deleteView(house.ctx, ben, id)).rejects.toMatchObject(theirs);
    await deleteView(house.ctx, ana, id);
    expect(await namesOf(ana)).not.toContain("Locked");
  });
});

describe("who an operator is among the people", () => {
  it("is who the membership says, else the one with the same email address, else nobody", async () => {
    const { db } = house.ctx;
    const { workspaceId } = ana;
    const me = (operatorId: string) => findMe(db, workspaceId, operatorId);
    expect(await me("op-ana")).toEqual({ personId: null, teams: [] });
    await db.insert(people).values({ workspaceId, id: "cus_ana" });
    await db
      .insert(contactPoints)
      .values({ workspaceId, personId: "cus_ana", channel: "email", address: "ana@example.com" });
    await db.insert(teamMembers).values({ workspaceId, team: "billing", personId: "cus_ana" });
    expect(await me("op-ana")).toEqual({ personId: "cus_ana", teams: ["billing"] });
    expect(await me("op-ben")).toEqual({ personId: "chosen", teams: [] });
  });
});

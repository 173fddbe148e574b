import { afterAll, beforeAll, expect, it } from "vitest";
import { TeamInput } from "@/core/contracts/teams";
import { listMembers } from "@/db/queries/keyed-writes";
import { teamParents } from "@/db/queries/org";
import type { Who } from "../cases/verbs";
import { savePeople } from "../people/save-people";
import { type House, newWorkspace, testHouse } from "../testing/house";
import { changeTeam } from "./change-team";
import { deleteTeam } from "./delete-team";
import { saveTeam } from "./save-team";

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

const save = (who: Who, key: string, parent: string | null = null) =>
  saveTeam(house.ctx, who, key, TeamInput.parse({ name: key, parent }));
const moved = (who: Who, key: string, parent: string | null) =>
  changeTeam(house.ctx, who, key, {
    change: "settings",
    name: key,
    leadId: null,
    calendar: null,
    timeZone: null,
    parent,
  });

/** Web belongs to engineering, which belongs to product. */
async function company(): Promise<Who> {
  const who = await newWorkspace(house.ctx);
  await save(who, "product");
  await save(who, "engineering", "product");
  await save(who, "web", "engineering");
  return who;
}

it("a department that is not there, or belongs to the team itself, is refused with its place", async () => {
  const who = await company();
  await expect(save(who, "web", "mars")).rejects.toMatchObject({
    code: "invalid",
    errors: [{ path: "parent", message: "there is no team mars" }],
  });
  const circle = {
    errors: [
      {
        path: "parent",
        message: "product belongs to web, which belongs to engineering, which belongs to product",
      },
    ],
  };
  await expect(save(who, "product", "web")).rejects.toMatchObject(circle);
  await expect(moved(who, "product", "web")).rejects.toMatchObject(circle);
  await expect(save(who, "new", "new")).rejects.toMatchObject({
    errors: [{ path: "parent", message: "new belongs to new" }],
  });
});

it("two moves at once cannot put two departments under each other", async () => {
  for (let round = 0; round < 6; round++) {
    const who = await newWorkspace(house.ctx);
    await save(who, "a");
    await save(who, "b");
    const settled = await Promise.allSettled([save(who, "a", "b"), moved(who, "b", "a")]);
    expect(settled.filter(({ status }) => status === "rejected")).toHaveLength(1);
  }
});

it("a team others belong to is not deleted, and they are named; emptied, it is", async () => {
  const who = await company();
  await expect(deleteTeam(house.ctx, who, "engineering")).rejects.toMatchObject({
    code: "conflict",
    message: "engineering is still used by team web.",
  });
  await moved(who, "web", null);
  await deleteTeam(house.ctx, who, "engineering");
  const parents = await teamParents(house.ctx.db, who.workspaceId);
  expect(Object.fromEntries(parents)).toEqual({ product: null, web: null });
});

it("an absence has a beginning on the team's clock, before its end", async () => {
  const who = await newWorkspace(house.ctx);
  await savePeople(house.ctx, who, [{ id: "ana" }]);
  const input = { name: "T", timeZone: "America/New_York", members: [{ personId: "ana" }] };
  await saveTeam(house.ctx, who, "t", TeamInput.parse(input));
  const away = (absentFrom: string | null, absentUntil: string | null) =>
    changeTeam(house.ctx, who, "t", {
      change: "member",
      personId: "ana",
      deputyId: null,
      absentFrom,
      absentUntil,
    });
  await away("2030-06-03", "2030-06-07");
  const [row] = await listMembers(house.ctx.db, who.workspaceId, ["t"]);
  expect(row?.absentFrom?.toISOString()).toBe("2030-06-03T04:00:00.000Z");
  expect(row?.absentUntil?.toISOString()).toBe("2030-06-08T03:59:59.999Z");
  await expect(away("2030-06-08", "2030-06-07")).rejects.toMatchObject({
    errors: [{ path: "absentUntil", message: "must come after absentFrom" }],
  });
  await expect(away("2030-06-08", null)).rejects.toMatchObject({ code: "invalid" });
  const backwards = {
    personId: "ana",
    absentFrom: "2030-06-08T00:00:00Z",
    absentUntil: "2030-06-08T00:00:00Z",
  };
  expect(TeamInput.safeParse({ name: "T", members: [backwards] }).success).toBe(false);
});

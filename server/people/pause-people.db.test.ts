import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { listMembers } from "@/db/queries/keyed-writes";
import { findPerson } from "@/db/queries/people";
import type { Who } from "../cases/verbs";
import { addMembers } from "../teams/add-members";
import { saveTeam } from "../teams/save-team";
import { type House, newWorkspace, testHouse } from "../testing/house";
import { pausePeople } from "./pause-people";
import { savePeople } from "./save-people";

let house: House;
let who: Who;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  who = await newWorkspace(house.ctx);
  await savePeople(house.ctx, who, [{ id: "ada" }, { id: "bea" }]);
});

const pausedUntil = async (id: string) =>
  (await findPerson(house.ctx.db, who.workspaceId, id))?.pausedUntil?.toISOString() ?? null;

it("one who is gone keeps nobody else from being paused, and what was done can be taken back", async () => {
  const until = "2099-01-01T00:00:00.000Z";
  const pauses = ["ada", "nobody", "bea"].map((personId) => ({ personId, until }));
  expect(await pausePeople(house.ctx, who, pauses)).toEqual({ done: ["ada", "bea"], refused: 1 });
  expect(await pausedUntil("bea")).toBe(until);
  await pausePeople(house.ctx, who, [{ personId: "bea", until: null }]);
  expect([await pausedUntil("ada"), await pausedUntil("bea")]).toEqual([until, null]);
});

it("a moment that has passed pauses nobody", async () => {
  const pauses = [{ personId: "ada", until: "2001-01-01" }];
  expect(await pausePeople(house.ctx, who, pauses)).toEqual({ done: [], refused: 1 });
});

it("people are added to a team once; an unknown team is refused", async () => {
  await saveTeam(house.ctx, who, "billing", {
    name: "Billing",
    members: [{ personId: "ada", role: "member" }],
  });
  const added = await addMembers(house.ctx, who, "billing", ["ada", "bea", "nobody"]);
  expect(added).toEqual({ done: ["bea"], refused: 2 });
  const members = await listMembers(house.ctx.db, who.workspaceId, ["billing"]);
  expect(members.map(({ personId }) => personId)).toEqual(["ada", "bea"]);
  await expect(addMembers(house.ctx, who, "sales", ["bea"])).rejects.toMatchObject({
    code: "not_found",
  });
});

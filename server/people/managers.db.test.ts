import { afterAll, beforeAll, expect, it } from "vitest";
import type { WorkspaceId } from "@/core/ids";
import { managerChain } from "@/db/queries/org";
import { findPerson } from "@/db/queries/people";
import type { Who } from "../cases/verbs";
import { receiveEvent } from "../events/receive-event";
import { type House, newWorkspace, testHouse } from "../testing/house";
import { erasePerson } from "./erase-person";
import { savePeople } from "./save-people";
import { savePeopleBatch } from "./save-people-batch";
import { updatePerson } from "./update-person";

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

/** Ana reports to Ben, who reports to Cy. */
async function company(): Promise<Who> {
  const who = await newWorkspace(house.ctx);
  await savePeople(house.ctx, who, [
    { id: "ana", name: "Ana", managerId: "ben" },
    { id: "ben", name: "Ben", managerId: "cy" },
    { id: "cy", name: "Cy" },
  ]);
  return who;
}
const managerOf = async ({ workspaceId }: Who, id: string) =>
  (await findPerson(house.ctx.db, workspaceId, id))?.managerId ?? null;
const profile = (managerId: string | null) => ({
  name: "Cy",
  timeZone: null,
  locale: null,
  managerId,
  attributes: {},
});
const circle = (message: string, path = "managerId") => ({
  code: "invalid",
  errors: [{ path, message }],
});

it("a manager who reports to the person is refused, with the way round, wherever they are written", async () => {
  const who = await company();
  const said = "Cy reports to Ana, who reports to Ben, who reports to Cy";
  const cy = { id: "cy", name: "Cy", managerId: "ana" };
  await expect(savePeople(house.ctx, who, [cy])).rejects.toMatchObject(circle(said));
  await expect(updatePerson(house.ctx, who, "cy", profile("ana"))).rejects.toMatchObject(
    circle(said),
  );
  await expect(updatePerson(house.ctx, who, "cy", profile("cy"))).rejects.toMatchObject(
    circle("nobody is their own manager"),
  );
  const event = { name: "hired", person: cy };
  await expect(receiveEvent(house.ctx, who.workspaceId, event)).rejects.toMatchObject(
    circle(said, "person.managerId"),
  );
  expect(await managerOf(who, "cy")).toBeNull();
});

it("a batch is looked at as a whole: who is in a circle at its end is refused, the others are saved", async () => {
  const who = await company();
  const { results } = await savePeopleBatch(house.ctx, who, [
    // Turned round, which is fine only together.
    { id: "ben", name: "Ben", managerId: "ana" },
    { id: "ana", name: "Ana", managerId: "cy" },
    { id: "dee", managerId: "eli" },
    { id: "eli", name: "Eli", managerId: "dee" },
    { id: "fay", managerId: "eli" },
  ]);
  expect(results.map(({ error }) => error?.errors[0] ?? null)).toEqual([
    null,
    null,
    { path: "managerId", message: "dee reports to Eli, who reports to dee" },
    { path: "managerId", message: "Eli reports to dee, who reports to Eli" },
    null,
  ]);
  expect(await managerOf(who, "ben")).toBe("ana");
  expect(await managerOf(who, "fay")).toBe("eli");
  expect(await findPerson(house.ctx.db, who.workspaceId, "dee")).toBeUndefined();
});

it("two changes at once cannot make a circle that neither makes alone", async () => {
  for (let round = 0; round < 10; round++) {
    const who = await newWorkspace(house.ctx);
    await savePeople(house.ctx, who, [{ id: "ana" }, { id: "ben" }]);
    const settled = await Promise.allSettled([
      savePeople(house.ctx, who, [{ id: "ana", managerId: "ben" }]),
      updatePerson(house.ctx, who, "ben", profile("ana")),
    ]);
    expect(settled.filter(({ status }) => status === "rejected")).toHaveLength(1);
    expect(await managerChain(house.ctx.db, who.workspaceId, "ana")).not.toContain("ana");
  }
});

it("writing a name beside a change of the manager does not bring the old manager back", async () => {
  const who = await company();
  await Promise.all([
    ...Array.from({ length: 8 }, (_, n) =>
      savePeople(house.ctx, who, [{ id: "ana", name: `Ana ${n}` }], "merge"),
    ),
    savePeople(house.ctx, who, [{ id: "ana", managerId: "cy" }], "merge"),
  ]);
  expect(await managerOf(who, "ana")).toBe("cy");
});

const chainOf = (workspaceId: WorkspaceId, id: string) =>
  managerChain(house.ctx.db, workspaceId, id);

it("the way up ends at somebody erased, and is walked once where old data goes in a circle", async () => {
  const who = await company();
  expect(await chainOf(who.workspaceId, "ana")).toEqual(["ben", "cy"]);
  await erasePerson(house.ctx, who, "cy");
  expect(await chainOf(who.workspaceId, "ana")).toEqual(["ben"]);
});

it("a calendar that is not there is refused", async () => {
  const who = await company();
  await expect(savePeople(house.ctx, who, [{ id: "ana", calendar: "mars" }])).rejects.toMatchObject(
    {
      errors: [{ path: "calendar", message: "there is no calendar mars" }],
    },
  );
});

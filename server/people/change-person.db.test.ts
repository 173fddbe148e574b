import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { PersonProblem } from "@/core/filter/person-fields";
import { findPerson, listAddresses } from "@/db/queries/people";
import { listPeopleIds } from "@/db/queries/people-pages";
import { liftSuppression } from "@/server/suppressions/lift-suppression";
import type { Who } from "../cases/verbs";
import { moveTestClock } from "../clock/test-clock";
import { type House, newWorkspace, testHouse } from "../testing/house";
import { addPerson } from "./add-person";
import { addAddress, removeAddress } from "./change-addresses";
import { pausePerson } from "./pause-person";
import { savePeople } from "./save-people";
import { updatePerson } from "./update-person";

let house: House;
let who: Who;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  who = await newWorkspace(house.ctx);
  await savePeople(house.ctx, who, [
    { id: "ada", name: "Ada", email: "ada@example.com", attributes: { plan: "gold" } },
    { id: "bea", name: "Bea", timeZone: "Asia/Tokyo" },
  ]);
});

const profile = { name: "Ada Marsh", timeZone: "Europe/London", locale: "en-GB", managerId: "bea" };
const idsOf = (problem: PersonProblem) => {
  const clause = { on: "problem", problems: [problem], not: false, now: new Date() } as const;
  return listPeopleIds(house.ctx.db, who.workspaceId, [clause], 9);
};
const suppress = () =>
  house.ctx.db.execute(sql`insert into suppressions (workspace_id, channel, address, reason, at)
    values (${who.workspaceId}, 'email', 'ada@example.com', 'bounced', now())`);

it("a profile is replaced as a whole, and the addresses stay", async () => {
  await updatePerson(house.ctx, who, "ada", { ...profile, attributes: {} });
  const row = await findPerson(house.ctx.db, who.workspaceId, "ada");
  expect(row).toMatchObject({ ...profile, attributes: {} });
  expect(await listAddresses(house.ctx.db, who.workspaceId, "ada")).toHaveLength(1);
  const own = { ...profile, managerId: "ada", attributes: {} };
  await expect(updatePerson(house.ctx, who, "ada", own)).rejects.toMatchObject({ code: "invalid" });
});

it("nobody is overwritten by adding a person", async () => {
  await expect(addPerson(house.ctx, who, { id: "ada", name: "Eve" })).rejects.toMatchObject({
    code: "conflict",
  });
  const id = await addPerson(house.ctx, who, { name: "Eve" });
  expect(await findPerson(house.ctx.db, who.workspaceId, id)).toMatchObject({ name: "Eve" });
});

it("each problem finds exactly those who have it", async () => {
  await suppress();
  await pausePerson(house.ctx, who, "bea", "2099-01-01");
  expect(await idsOf("no_zone")).toEqual(["ada"]);
  expect(await idsOf("no_address")).toEqual(["bea"]);
  expect(await idsOf("suppressed")).toEqual(["ada"]);
  expect(await idsOf("paused")).toEqual(["bea"]);
  await pausePerson(house.ctx, who, "bea", null);
  expect(await idsOf("paused")).toEqual([]);
});

it("a pause ends with the day on the person’s own clock, and must lie ahead", async () => {
  await moveTestClock(house.ctx, who.workspaceId, Date.parse("2030-06-01T10:00:00Z"));
  await pausePerson(house.ctx, who, "bea", "2030-06-05");
  const row = await findPerson(house.ctx.db, who.workspaceId, "bea");
  expect(row?.pausedUntil?.toISOString()).toBe("2030-06-05T14:59:59.999Z");
  const past = pausePerson(house.ctx, who, "bea", "2030-05-30");
  await expect(past).rejects.toMatchObject({ code: "invalid" });
});

it("a suppression is lifted with its reason in the audit log, where no address stands in full", async () => {
  await suppress();
  const ref = { channel: "email" as const, address: "ada@example.com" };
  await liftSuppression(house.ctx, who, { ...ref, reason: "The mailbox works again" });
  expect(await idsOf("suppressed")).toEqual([]);
  const again = liftSuppression(house.ctx, who, { ...ref, reason: "again" });
  await expect(again).rejects.toMatchObject({ code: "not_found" });
  await addAddress(house.ctx, who, "ada", { channel: "sms", address: "+49 30 1234567" });
  await removeAddress(house.ctx, who, "ada", ref);
  const rows = await house.ctx.db.execute<{ line: string }>(sql`
    select action || ' ' || detail::text as line from audit_log
    where workspace_id = ${who.workspaceId} order by id`);
  const lines = rows.map(({ line }) => line).join("\n");
  expect(lines).toContain("The mailbox works again");
  expect(lines).not.toContain("ada@example.com");
  expect(await listAddresses(house.ctx.db, who.workspaceId, "ada")).toMatchObject([
    { channel: "sms", address: "+49301234567" },
  ]);
});

it("an address that is none is refused", async () => {
  const add = addAddress(house.ctx, who, "ada", { channel: "sms", address: "12" });
  await expect(add).rejects.toMatchObject({ code: "invalid" });
  const twice = addAddress(house.ctx, who, "ada", { channel: "email", address: "ada@example.com" });
  await expect(twice).rejects.toMatchObject({ code: "conflict" });
});

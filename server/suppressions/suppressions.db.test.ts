import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { SuppressInput } from "@/core/contracts/suppressions";
import { listSuppressions } from "@/db/queries/suppressions";
import type { Who } from "../cases/verbs";
import { savePeople } from "../people/save-people";
import { type House, newWorkspace, testHouse } from "../testing/house";
import { liftSuppression } from "./lift-suppression";
import { suppress } from "./suppress";

const ALL = { limit: 50 };
let house: House;
let who: Who;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  who = await newWorkspace(house.ctx);
});

const listed = async (filter = {}, workspaceId = who.workspaceId) => {
  const { rows } = await listSuppressions(house.ctx.db, workspaceId, filter, ALL);
  return rows.map(({ address }) => address);
};
const block = (addresses: string[], channel = "email") =>
  suppress(house.ctx, who, SuppressInput.parse({ channel, addresses }));

it("what is blocked once more is counted once, and in no other workspace", async () => {
  const other = await newWorkspace(house.ctx);
  expect(await block(["a@example.com", "b@example.com", "a@example.com"])).toBe(2);
  expect(await block(["b@example.com", "c@example.com"])).toBe(1);
  expect((await listed()).sort()).toEqual(["a@example.com", "b@example.com", "c@example.com"]);
  expect(await listed({}, other.workspaceId)).toEqual([]);
});

it("an address that bounced keeps that as its reason when it is blocked by hand", async () => {
  await house.ctx.db.execute(sql`insert into suppressions (workspace_id, channel, address, reason, at)
    values (${who.workspaceId}, 'email', 'a@example.com', 'bounced', now())`);
  expect(await block(["a@example.com"])).toBe(0);
  expect(await listed({ reason: "bounced" })).toEqual(["a@example.com"]);
});

it("numbers are kept as delivery knows them", async () => {
  await block(["+49 30 / 123 45 67"], "sms");
  expect(await listed({ channel: "sms" })).toEqual(["+49301234567"]);
});

it("what is no address is refused with its place, and nothing is blocked", () => {
  const mails = SuppressInput.safeParse({ channel: "email", addresses: ["a@example.com", "b"] });
  expect(mails.error?.issues).toMatchObject([{ path: ["addresses", 1] }]);
  const numbers = SuppressInput.safeParse({ channel: "sms", addresses: ["030 1234567"] });
  expect(numbers.error?.issues).toMatchObject([{ path: ["addresses", 0] }]);
});

it("every address comes once, page by page, also of those blocked in one moment", async () => {
  const addresses = Array.from({ length: 25 }, (_, i) => `p${i}@example.com`);
  await block(addresses);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = { limit: 7, cursor };
    const { rows, nextCursor } = await listSuppressions(house.ctx.db, who.workspaceId, {}, page);
    seen.push(...rows.map(({ address }) => address));
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toHaveLength(25);
  expect(new Set(seen)).toEqual(new Set(addresses));
  expect(await listed({ address: "P2" })).toHaveLength(6);
  expect(await listed({ address: "p_" })).toEqual([]);
});

it("lifting says in the audit log why, names nobody's address, and holds for one person's page", async () => {
  await savePeople(house.ctx, who, [{ id: "ada", email: "ada@example.com" }]);
  await block(["ada@example.com"]);
  const input = { channel: "email" as const, address: "ada@example.com", reason: "they wrote us" };
  await liftSuppression(house.ctx, who, input);
  expect(await listed()).toEqual([]);
  await expect(liftSuppression(house.ctx, who, input)).rejects.toMatchObject({ code: "not_found" });
  const lines = await house.ctx.db.execute<{ action: string; target: string; detail: object }>(sql`
    select action, target, detail from audit_log
     where workspace_id = ${who.workspaceId} and action like 'address.%' order by id`);
  expect(lines.map(({ action, target }) => [action, target])).toEqual([
    ["address.suppressed", "email"],
    ["address.unsuppressed", "ada"],
  ]);
  expect(JSON.stringify(lines)).toContain("they wrote us");
  expect(JSON.stringify(lines)).not.toContain("ada@example.com");
});

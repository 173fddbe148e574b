import { afterAll, beforeAll, expect, test } from "vitest";
import { ladderOf, PolicyInput } from "@/core/contracts/teams";
import { findKeyed } from "@/db/queries/keyed";
import { type House, newWorkspace, testHouse } from "@/server/testing/house";
import { savePolicy } from "./save-policy";

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

const level = {
  targets: [{ person: "max" }],
  channels: [{ email: "esc" }],
  acknowledgeWithin: "PT1H",
};
const policy = (name: string) => PolicyInput.parse({ name, levels: [level] });

test("a save that says what it has seen replaces just that, and nothing made or changed meanwhile", async () => {
  const who = await newWorkspace(house.ctx);
  const save = (name: string, seen: string | null) =>
    savePolicy(house.ctx, who, "leads", policy(name), {
      seen: seen === null ? null : { name: seen, ladder: ladderOf(policy(seen)) },
    });
  await expect(save("First", null)).resolves.toEqual({ created: true });
  const taken = { code: "conflict", errors: [{ path: "key" }] };
  await expect(save("Another", null)).rejects.toMatchObject(taken);
  await expect(save("Second", "First")).resolves.toEqual({ created: false });
  await expect(save("Third", "First")).rejects.toMatchObject({ code: "precondition_failed" });
  const stored = await findKeyed(house.ctx.db, who.workspaceId, "policies", "leads");
  expect(stored?.name).toBe("Second");
});

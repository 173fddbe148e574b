import { afterAll, beforeAll, expect, test } from "vitest";
import { pushAddress } from "@/core/delivery/push-address";
import { listAddresses } from "@/db/queries/people";
import { type House, newWorkspace, testHouse } from "../testing/house";
import { ADDRESSES_MAX, addAddress, NewAddress } from "./change-addresses";
import { savePeople } from "./save-people";

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

const browser = (name: string) => ({
  endpoint: `https://push.example.com/${name}`,
  keys: { p256dh: `B${"a".repeat(86)}`, auth: "c".repeat(22) },
});

async function ada() {
  const who = await newWorkspace(house.ctx);
  await savePeople(house.ctx, who, [{ id: "ada", name: "Ada" }]);
  const add = (address: unknown) => addAddress(house.ctx, who, "ada", NewAddress.parse(address));
  const known = async () =>
    (await listAddresses(house.ctx.db, who.workspaceId, "ada")).map(({ address }) => address);
  return { add, known };
}

test("a browser given again is not a second address, and is the newest again", async () => {
  const { add, known } = await ada();
  await add({ channel: "push", address: { ...browser("one"), expirationTime: null } });
  await add({ channel: "push", address: browser("two") });
  await add({ channel: "push", address: browser("one") });
  expect(await known()).toEqual([pushAddress(browser("one")), pushAddress(browser("two"))]);
});

test("a person who has all addresses they can have may still renew a browser", async () => {
  const { add, known } = await ada();
  for (let n = 0; n < ADDRESSES_MAX; n++) await add({ channel: "push", address: browser(`${n}`) });
  await add({ channel: "push", address: browser("0") });
  expect(await known()).toHaveLength(ADDRESSES_MAX);
  await expect(add({ channel: "push", address: browser("new") })).rejects.toMatchObject({
    code: "invalid",
  });
});

test("a webhook is an address of the web, once", async () => {
  const { add, known } = await ada();
  const webhook = { channel: "webhook", address: "https://example.com/hook" };
  await add(webhook);
  await expect(add(webhook)).rejects.toMatchObject({ code: "conflict" });
  for (const address of ["ftp://example.com", "example.com/hook", ""]) {
    expect(NewAddress.safeParse({ channel: "webhook", address }).success).toBe(false);
  }
  expect(await known()).toEqual(["https://example.com/hook"]);
});

import { afterAll, beforeAll, expect, it } from "vitest";
import type { WorkspaceId } from "@/core/ids";
import { contactPoints, suppressions } from "@/db/schema/people";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { findAddress } from "./contact-addresses";

const workspaceId = "018f0000-0000-7000-8000-000000000001" as WorkspaceId;
const channel = "email" as const;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const find = (address: string) => findAddress(database.db, workspaceId, channel, address);
const keep = (...addresses: string[]) =>
  database.db
    .insert(contactPoints)
    .values(
      addresses.map((address) => ({ workspaceId, personId: `of ${address}`, channel, address })),
    );

it("of several spellings the one asked for is found, whichever was kept first", async () => {
  await keep("Ana@example.com", "ana@example.com", "ANA@example.com");
  for (const address of ["ana@example.com", "Ana@example.com", "ANA@example.com"]) {
    expect(await find(address)).toEqual({ address, isSuppressed: false });
  }
});

it("an address that is suppressed in one spelling is so in every other", async () => {
  await keep("ben@example.com", "Ben@example.com");
  const at = new Date();
  await database.db
    .insert(suppressions)
    .values({ workspaceId, channel, address: "Ben@example.com", reason: "stopped", at });
  for (const address of ["ben@example.com", "Ben@example.com", "BEN@example.com"]) {
    expect(await find(address)).toMatchObject({ isSuppressed: true });
  }
  expect(await find("nobody@example.com")).toBeUndefined();
});

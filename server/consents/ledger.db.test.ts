import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { ConsentInput } from "@/core/contracts/consents";
import { inTransaction } from "@/db/client";
import { insertConsents } from "@/db/queries/consents";
import type { Who } from "../cases/verbs";
import { newId } from "../new-id";
import { erasePerson } from "../people/erase-person";
import { savePeople } from "../people/save-people";
import { type House, newWorkspace, testHouse } from "../testing/house";
import { readLedger } from "./read-ledger";
import { recordConsent } from "./record-consent";

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

const record = (granted: boolean, more = {}, personId = "ada") =>
  recordConsent(
    house.ctx,
    who,
    personId,
    ConsentInput.parse({ channel: "sms", granted, source: "checkout", ...more }),
  );
const ledger = (personId = "ada") => readLedger(house.ctx.db, who.workspaceId, personId);

it("what was agreed to is read back with its words, oldest first, each entry with its proof", async () => {
  const wording = { text: "Text me when my order ships.", version: "2026-03", locale: "en" };
  await record(true, { wording, address: "+49301234567", legalBasis: "consent" });
  await record(false, { source: "phone call", evidence: { agent: "max", recording: 12 } });
  const { data, intact } = await ledger();
  expect(intact).toBe(true);
  expect(data).toMatchObject([
    { granted: true, wording, address: "+49301234567", actor: { kind: "api" } },
    { granted: false, source: "phone call", wording: null, evidence: { agent: "max" } },
  ]);
  expect(new Set(data.map(({ proof }) => proof)).size).toBe(2);
});

it.each([
  ["changed", sql`update consents set granted = not granted where source = 'first'`],
  ["backdated", sql`update consents set at = at - interval '1 day' where source = 'second'`],
  ["taken out", sql`delete from consents where source = 'second'`],
  [
    "given another address",
    sql`update consents set address = '+49309999999' where source = 'third'`,
  ],
  ["given another proof", sql`update consents set proof = repeat('0', 64) where source = 'third'`],
])("a ledger with an entry that was %s is not intact", async (_, change) => {
  for (const source of ["first", "second", "third"]) await record(true, { source });
  expect((await ledger()).intact).toBe(true);
  await house.ctx.db.execute(change);
  expect((await ledger()).intact).toBe(false);
});

it("entries written at the same time follow one another, each person's on their own", async () => {
  await Promise.all(
    Array.from({ length: 20 }, (_, i) => record(i % 2 === 0, {}, i % 3 === 0 ? "bea" : "ada")),
  );
  const [ada, bea] = [await ledger("ada"), await ledger("bea")];
  expect([ada.intact, bea.intact]).toEqual([true, true]);
  expect(ada.data.length + bea.data.length).toBe(20);
  const moments = ada.data.map(({ at }) => at);
  expect(new Set(moments).size).toBe(moments.length);
});

it("entries from before there were proofs are kept, and prove nothing", async () => {
  await house.ctx.db.execute(sql`
    insert into consents (workspace_id, person_id, id, channel, granted, source, at)
    values (${who.workspaceId}, 'ada', ${newId()}, 'sms', true, 'old', now() - interval '1 year')`);
  await record(false);
  expect(await ledger()).toMatchObject({ intact: true, data: [{ proof: "" }, {}] });
});

it("nothing is written when the transaction it belongs to fails", async () => {
  const fails = inTransaction(house.ctx.db, async (tx) => {
    const entry = { personId: "ada", id: newId(), channel: "sms" as const, topic: null };
    await insertConsents(tx, who.workspaceId, [{ ...entry, granted: true, source: "x" }]);
    throw new Error("no");
  });
  await expect(fails).rejects.toThrow("no");
  expect((await ledger()).data).toEqual([]);
});

it("what was agreed to is still proven after the person was erased and came back", async () => {
  await record(true, { address: "+49301234567", evidence: { agent: "max" } });
  await erasePerson(house.ctx, who, "ada");
  await savePeople(house.ctx, who, [{ id: "ada" }]);
  await record(false);
  const { data, intact } = await ledger();
  expect(intact).toBe(true);
  expect(data[0]).toMatchObject({ address: null, actor: null, evidence: {}, salt: null });
  expect(JSON.stringify(data)).not.toContain("+49301234567");
});

it("an unknown topic and an unknown person are refused with their place", async () => {
  await expect(record(true, { topic: "gone" })).rejects.toMatchObject({
    code: "invalid",
    errors: [{ path: "topic" }],
  });
  await expect(record(true, {}, "nobody")).rejects.toMatchObject({ code: "not_found" });
});

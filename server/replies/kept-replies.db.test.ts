import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { inTransaction } from "@/db/client";
import { removeOld } from "@/db/queries/retention";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { resolveCase } from "@/server/cases/verbs";
import { erasePerson } from "@/server/people/erase-person";
import { exportPerson } from "@/server/people/export-person";
import { receiveEmail } from "./receive-email";
import { replyWorld } from "./testing";

let database: TestDatabase;
let world: Awaited<ReturnType<typeof replyWorld>>;
const operator = { kind: "operator", id: "op", name: "Olga" } as const;

beforeAll(async () => {
  database = await testDatabase();
  world = await replyWorld(database.db);
});
afterAll(() => database.drop());

describe("harm", () => {
  test.each([
    ["an empty mail", { text: "", html: null, subject: "" }],
    ["NUL and half characters", { text: "pa\0id \ud800 \udfff", subject: "a\0\ud800" }],
    ["a subject of two lines", { text: "hm", subject: "Re: x\r\nBcc: all@example.com" }],
    [
      "a name of two lines",
      { text: "hm", from: "Ana\r\nBcc: x@y.example.com\r\n <ana@example.com>" },
    ],
    ["five megabytes", { text: `${"lorem ipsum \n".repeat(400_000)}` }],
    ["nothing but pictures", { text: "🎉🎉🎉" }],
  ])("%s is kept as what it is", async (_, over) => {
    const { reception, reply, row } = await world.answered("", over);
    expect(reception.kind).toBe("taken");
    expect(row.status).toBe("open");
    expect(reply?.needsReading).toBe(true);
    expect(reply?.text?.length ?? 0).toBeLessThanOrEqual(10_000);
    expect(Buffer.byteLength(reply?.fullText ?? "")).toBeLessThanOrEqual(64 * 1_024);
    expect(`${reply?.subject}${reply?.fromAddress}`).not.toMatch(/[\r\n\0]/);
  });
});

it("the words go with the words of the message they answer", async () => {
  const { caseId, messageId } = await world.answered("Words of a while ago");
  const { workspaceId } = world;
  await resolveCase(world.ctx, { workspaceId, actor: operator }, caseId, {});
  await database.db.execute(
    sql`update messages set deliver_at = null, status = 'not_sent' where case_id = ${caseId} and deliver_at is not null`,
  );
  const old = { workspaceId, kind: "sandbox" as const, before: Date.now() + 86_400_000 };
  await inTransaction(database.db, (tx) => removeOld(tx, "messageContentDays", old, 1_000));
  expect((await world.repliesOf(caseId))[0]).toMatchObject({
    text: null,
    fullText: null,
    fromAddress: null,
  });
  const late = await receiveEmail(world.ctx, world.mail(messageId, "more words"));
  expect(late).toEqual({ kind: "unknown" });
});

it("what somebody wrote is exported with them, and goes with them", async () => {
  const { caseId } = await world.answered("My secret words");
  const reader = { locale: "en", zone: "UTC" };
  const kept = await exportPerson(world.ctx, world.workspaceId, "Ana", reader);
  expect(JSON.stringify(kept?.replies)).toContain("My secret words");
  await erasePerson(world.ctx, { workspaceId: world.workspaceId, actor: operator }, "Ana");
  expect((await world.repliesOf(caseId))[0]).toMatchObject({
    text: null,
    fullText: null,
    subject: null,
    fromAddress: null,
  });
});

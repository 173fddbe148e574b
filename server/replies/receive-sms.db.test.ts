import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as tables from "@/db/schema";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { codesOf } from "@/server/testing/house";
import { receiveSms } from "./receive-sms";
import { replyWorld } from "./testing";

const ANA = "+4915112345678";

let database: TestDatabase;
let world: Awaited<ReturnType<typeof replyWorld>>;
let number = 0;

beforeAll(async () => {
  database = await testDatabase();
  world = await replyWorld(database.db);
  const { workspaceId } = world;
  await database.db
    .insert(tables.contactPoints)
    .values({ workspaceId, personId: "Ana", channel: "sms", address: ANA, verifiedAt: sql`now()` });
});
afterAll(() => database.drop());
beforeEach(async () => {
  world.jobs.length = 0;
  await database.db.execute(sql`delete from suppressions`);
  await database.db.execute(sql`delete from consents`);
  await database.db.execute(sql`update messages set sent_at = sent_at - interval '60 days'`);
  await database.db.execute(
    sql`update cases set status = 'canceled', next_action_at = null where status = 'open'`,
  );
});

/** Opens a case whose first message went to Ana's phone. */
async function texted(daysAgo = 0) {
  const matter = await world.open(++number);
  await database.db.execute(sql`
    update messages set channel = 'sms', to_address = ${ANA},
      sent_at = now() - make_interval(days => ${daysAgo}) where id = ${matter.messageId}`);
  return matter;
}
const consents = () =>
  database.db
    .select()
    .from(tables.consents)
    .where(eq(tables.consents.channel, "sms"))
    .orderBy(tables.consents.at);
const suppressed = () =>
  database.db
    .select()
    .from(tables.suppressions)
    .where(and(eq(tables.suppressions.channel, "sms"), eq(tables.suppressions.address, ANA)));

describe("an answer by SMS", () => {
  it("that nobody understands stands in the timeline once, beside the response it is", async () => {
    const { caseId } = await texted();
    await receiveSms(world.ctx, world.sms("Hm, no idea"));
    const codes = await codesOf(database.db, caseId);
    expect(codes.filter((code) => code === "reply.unclear")).toHaveLength(1);
    expect(codes.filter((code) => code === "response.received")).toHaveLength(1);
  });

  it("resolves the case by the time it is taken, and ends what was planned", async () => {
    const { caseId, messageId } = await texted();
    const reception = await receiveSms(world.ctx, world.sms("Paid!"));
    expect(reception).toMatchObject({ kind: "taken", handled: "action", resolved: true });
    expect(await world.caseOf(caseId)).toMatchObject({ status: "resolved", nextActionAt: null });
    expect((await world.repliesOf(caseId))[0]).toMatchObject({
      channel: "sms",
      text: "Paid!",
      fromAddress: ANA,
    });
    expect((await world.message(messageId)).repliedAt).not.toBeNull();
  });

  it("is to the newest message of an open case, before a newer one of a closed case", async () => {
    const open = await texted(3);
    const closed = await texted(1);
    await database.db.execute(
      sql`update cases set status = 'canceled' where id = ${closed.caseId}`,
    );
    await receiveSms(world.ctx, world.sms("paid"));
    expect((await world.caseOf(open.caseId)).status).toBe("resolved");
  });

  it("is to no message that is older than a month, and to none of another number", async () => {
    await texted(31);
    expect(await receiveSms(world.ctx, world.sms("paid"))).toEqual({ kind: "unknown" });
    await texted();
    const from = "+4915199999999";
    expect(await receiveSms(world.ctx, world.sms("paid", { from }))).toEqual({ kind: "unknown" });
    for (const odd of ["", "Shop", "+49", "'; drop table cases;--"]) {
      expect(await receiveSms(world.ctx, world.sms("STOP", { from: odd }))).toEqual({
        kind: "unknown",
      });
    }
  });

  it("is taken once however often it is told", async () => {
    const { caseId } = await texted();
    const sms = world.sms("a question");
    await receiveSms(world.ctx, sms);
    expect(await receiveSms(world.ctx, sms)).toEqual({ kind: "repeat" });
    expect(await world.repliesOf(caseId)).toHaveLength(1);
  });
});

describe("STOP, START and HELP", () => {
  it("a stop holds before anything is queued, with one confirmation", async () => {
    const { caseId } = await texted();
    const reception = await receiveSms(world.ctx, world.sms("please stop texting me"));
    expect(reception).toMatchObject({ kind: "taken", handled: "stopped", resolved: false });
    expect(await suppressed()).toMatchObject([{ reason: "stopped" }]);
    expect(await consents()).toMatchObject([
      { personId: "Ana", granted: false, topic: null, source: "sms_reply", address: ANA },
    ]);
    expect(await codesOf(database.db, caseId)).toContain("reply.stopped");
    await receiveSms(world.ctx, world.sms("STOP"));
    await receiveSms(world.ctx, world.sms("stopp"));
    const { workspaceId } = world;
    expect(world.jobs.map(({ name, payload }) => ({ name, payload }))).toEqual([
      { name: "reply.notice", payload: { workspaceId, to: ANA, kind: "stop" } },
    ]);
    expect(await consents()).toHaveLength(1);
  });

  it("a stop after a bounce is a stop, with its confirmation, and can be taken back", async () => {
    await database.db.execute(sql`insert into suppressions (workspace_id, channel, address, reason, at)
      values (${world.workspaceId}, 'sms', ${ANA}, 'bounced', now())`);
    await receiveSms(world.ctx, world.sms("STOP"));
    expect(await suppressed()).toMatchObject([{ reason: "stopped" }]);
    expect(world.jobs.map(({ payload }) => payload)).toMatchObject([{ kind: "stop" }]);
    await receiveSms(world.ctx, world.sms("yes"));
    expect(await suppressed()).toEqual([]);
  });

  it("a stop needs no message that it answers, and nobody that is known", async () => {
    expect(await receiveSms(world.ctx, world.sms("STOPALL"))).toEqual({ kind: "opted" });
    expect(await suppressed()).toHaveLength(1);
    const from = "+4915188888888";
    await receiveSms(world.ctx, world.sms("Stop", { from }));
    const rows = await database.db
      .select()
      .from(tables.suppressions)
      .where(eq(tables.suppressions.address, from));
    expect(rows).toMatchObject([{ reason: "stopped" }]);
  });

  it("a start takes the stop back, and a repeated old stop does not come again", async () => {
    const stop = world.sms("STOP");
    await receiveSms(world.ctx, stop);
    await receiveSms(world.ctx, world.sms("START"));
    expect(await suppressed()).toEqual([]);
    expect((await consents()).map(({ granted }) => granted)).toEqual([false, true]);
    await receiveSms(world.ctx, stop);
    expect(await suppressed()).toEqual([]);
    expect(world.jobs.map(({ payload }) => payload)).toMatchObject([
      { kind: "stop" },
      { kind: "start" },
    ]);
  });

  it("“yes” starts again only for whoever is stopped", async () => {
    await texted();
    await receiveSms(world.ctx, world.sms("YES"));
    expect(await consents()).toEqual([]);
    await receiveSms(world.ctx, world.sms("STOP"));
    await receiveSms(world.ctx, world.sms("Yes"));
    expect((await consents()).map(({ granted }) => granted)).toEqual([false, true]);
  });

  it("a start does not lift what was suppressed for another reason", async () => {
    const { workspaceId } = world;
    await database.db.insert(tables.suppressions).values({
      ...{ workspaceId, channel: "sms", address: ANA, reason: "manual", at: sql`now()` },
    });
    await receiveSms(world.ctx, world.sms("START"));
    expect(await suppressed()).toMatchObject([{ reason: "manual" }]);
  });

  it("help is answered and changes nothing", async () => {
    const { caseId } = await texted();
    await receiveSms(world.ctx, world.sms("HELP"));
    expect(world.jobs).toMatchObject([{ name: "reply.notice", payload: { kind: "help" } }]);
    expect(await world.caseOf(caseId)).toMatchObject({ status: "open", firstResponseAt: null });
  });

  it("of the environment's account holds where the number is known, and nowhere else", async () => {
    await database.db.execute(
      sql`update workspaces set kind = 'live' where id = ${world.workspaceId}`,
    );
    await receiveSms(world.ctx, world.sms("STOP", { workspaceId: null }));
    expect(await suppressed()).toMatchObject([{ workspaceId: world.workspaceId }]);
    await database.db.execute(
      sql`update workspaces set kind = 'sandbox' where id = ${world.workspaceId}`,
    );
  });
});

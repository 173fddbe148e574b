import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import type { WorkspaceId } from "@/core/ids";
import { inTransaction } from "@/db/client";
import { countRepliesToRead, listRepliesToRead } from "@/db/queries/replies";
import { removeOld } from "@/db/queries/retention";
import * as tables from "@/db/schema";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { resolveCase } from "@/server/cases/verbs";
import { newId } from "@/server/new-id";
import { erasePerson } from "@/server/people/erase-person";
import { exportPerson } from "@/server/people/export-person";
import { showAction } from "@/server/public/action-page";
import { getRequest } from "@/server/public/testing";
import { codesOf } from "@/server/testing/house";
import { markReplyRead } from "./mark-read";
import { receiveEmail } from "./receive-email";
import { mintReplyAddress } from "./reply-address";
import { MACHINES_PER_HOUR_MAX, REPLIES_PER_HOUR_MAX } from "./take-reply";
import { REPLIES_DOMAIN, replyWorld } from "./testing";

let database: TestDatabase;
let world: Awaited<ReturnType<typeof replyWorld>>;
let number = 0;
const operator = { kind: "operator", id: "op", name: "Olga" } as const;

beforeAll(async () => {
  database = await testDatabase();
  world = await replyWorld(database.db);
});
afterAll(() => database.drop());

async function answered(text: string, over: Parameters<typeof world.mail>[2] = {}) {
  const matter = await world.open(++number);
  const reception = await receiveEmail(world.ctx, world.mail(matter.messageId, text, over));
  const [reply] = await world.repliesOf(matter.caseId);
  const row = await world.caseOf(matter.caseId);
  return { ...matter, reception, reply, row, codes: await codesOf(database.db, matter.caseId) };
}

describe("an answer of whom it was for", () => {
  it("that says what a button says presses it, and the button shows that it was pressed", async () => {
    const { messageId, reply, row, codes } = await answered("Schon bezahlt, danke!");
    expect(row).toMatchObject({ status: "resolved", closedBy: "person:Ana" });
    expect(row.firstResponseAt).not.toBeNull();
    expect(reply).toMatchObject({
      ...{ text: "Schon bezahlt, danke!", intent: "paid", handled: "action", needsReading: false },
      ...{ fromAddress: "ana@example.com", fromOther: false, personId: "Ana", channel: "email" },
    });
    expect(codes).toEqual(
      expect.arrayContaining(["reply.action", "response.received", "case.resolved"]),
    );
    const [event] = await world.eventsOf(messageId);
    expect(event).toMatchObject({
      type: "replied",
      by: "human",
      detail: { action: "paid", resolved: true },
    });
    const message = await world.message(messageId);
    expect(message.repliedAt).not.toBeNull();
    expect(message.clickedAt).toBeNull();
    const page = await showAction(
      world.ctx,
      getRequest(),
      await world.actionToken(messageId, "paid"),
    );
    expect(await page.text()).toContain('role="status"');
  });

  it("ends what was planned in the same transaction", async () => {
    const { caseId, messageId } = await world.open(++number);
    const before = await world.caseOf(caseId);
    expect(before.nextActionAt).not.toBeNull();
    await receiveEmail(world.ctx, world.mail(messageId, "paid"));
    const { status, nextActionAt } = await world.caseOf(caseId);
    expect({ status, nextActionAt }).toEqual({ status: "resolved", nextActionAt: null });
  });

  it("that names a choice is that choice", async () => {
    const { reply, messageId, row } = await answered("This week");
    expect(reply?.handled).toBe("action");
    const [event] = await world.eventsOf(messageId);
    expect(event?.detail).toMatchObject({ action: "when", choice: "This week", resolved: false });
    expect(row.status).toBe("open");
  });

  it("“done” without a button of that meaning is a reply, and somebody has to read it", async () => {
    const { reply, row, codes } = await answered("Done");
    expect(reply).toMatchObject({ intent: "done", handled: "response", needsReading: true });
    expect(row.firstResponseAt).not.toBeNull();
    expect(codes).toContain("response.received");
  });

  it("a day it names is a promise: snoozed until nine there, and no answer", async () => {
    const { reply, row, codes } = await answered(
      "I'll do it by in two weeks".replace("by in", "in"),
    );
    expect(reply).toMatchObject({ intent: "by", handled: "promised", needsReading: false });
    expect(row.waitingFor).toBe("snooze");
    const days = ((row.snoozedUntil?.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(13);
    expect(days).toBeLessThan(15);
    expect(row.firstResponseAt).toBeNull();
    expect(codes).toEqual(expect.arrayContaining(["reply.promised", "case.snoozed"]));
  });

  it("a day too far ahead is no promise", async () => {
    const { reply, row } = await answered("by 2099-01-01");
    expect(reply).toMatchObject({ handled: "response", needsReading: true });
    expect(row.snoozedUntil).toBeNull();
  });

  it("“not me” goes to a person and is no answer", async () => {
    const { reply, row, codes } = await answered("Falsche Person");
    expect(reply).toMatchObject({ intent: "not_me", handled: "not_me", needsReading: true });
    expect(row.firstResponseAt).toBeNull();
    expect(codes).toContain("reply.not_me");
  });

  it("everything else counts as a reply and goes to a person, who marks it as read", async () => {
    const { caseId, reply, row, codes } = await answered(
      "I talked to Sam, he has a question about line 3.",
    );
    expect(reply).toMatchObject({ intent: "unclear", handled: "response", needsReading: true });
    expect(row.status).toBe("open");
    expect(row.firstResponseAt).not.toBeNull();
    expect(codes).toContain("reply.unclear");
    const waiting = await listRepliesToRead(database.db, world.workspaceId);
    expect(waiting.find(({ id }) => id === reply?.id)).toMatchObject({
      caseId,
      personName: "Ana Miller",
    });
    const count = await countRepliesToRead(database.db, world.workspaceId);
    const who = { workspaceId: world.workspaceId, actor: operator };
    await markReplyRead(world.ctx, who, reply?.id ?? "");
    expect((await world.repliesOf(caseId))[0]).toMatchObject({ readBy: "op" });
    expect(await countRepliesToRead(database.db, world.workspaceId)).toBe(count - 1);
    await expect(markReplyRead(world.ctx, who, reply?.id ?? "")).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("on a closed case changes nothing, and is kept", async () => {
    const { caseId, messageId } = await world.open(++number);
    await resolveCase(world.ctx, { workspaceId: world.workspaceId, actor: operator }, caseId, {});
    await receiveEmail(world.ctx, world.mail(messageId, "Why did you close this?"));
    expect((await world.repliesOf(caseId))[0]).toMatchObject({
      handled: "late",
      needsReading: true,
    });
    expect((await world.caseOf(caseId)).closedBy).toBe("operator:op");
  });

  it("of an HTML mail is its words", async () => {
    const { reply, row } = await answered("", {
      text: null,
      html: '<div>Paid!<script>alert("x")</script></div><blockquote>Not paid</blockquote>',
    });
    expect(reply?.text).toBe("Paid!");
    expect(row.status).toBe("resolved");
  });
});

describe("a workflow that any reply resolves", () => {
  it("takes questions, choices and “done” alike, and somebody reads what was not understood", async () => {
    const any = await replyWorld(database.db);
    await database.db.execute(sql`
      update workflow_versions set definition = jsonb_set(definition, '{stopsWhen}', '[{"reply": true}]')
      where workspace_id = ${any.workspaceId}`);
    for (const [text, handled, needsReading] of [
      ["Why is it so much?", "response", true],
      ["Done", "response", false],
      ["This week", "action", false],
      ["by tomorrow", "promised", false],
    ] as const) {
      const { caseId, messageId } = await any.open(++number);
      await receiveEmail(any.ctx, any.mail(messageId, text));
      expect((await any.repliesOf(caseId))[0]).toMatchObject({ handled, needsReading });
      const { status } = await any.caseOf(caseId);
      expect(status).toBe(handled === "promised" ? "open" : "resolved");
    }
  });
});

describe("stopping by email", () => {
  it("switches the topic off, is kept in the ledger, and is no answer", async () => {
    await database.db.execute(sql`delete from preferences where person_id = 'Ana'`);
    const { reply, row, messageId } = await answered("unsubscribe");
    expect(reply).toMatchObject({ intent: "stop", handled: "stopped", needsReading: false });
    expect(row).toMatchObject({ status: "open", firstResponseAt: null });
    const [chosen] = await database.db
      .select()
      .from(tables.preferences)
      .where(eq(tables.preferences.personId, "Ana"));
    expect(chosen).toMatchObject({ topic: "billing", channels: { email: false } });
    const consents = await database.db
      .select()
      .from(tables.consents)
      .where(eq(tables.consents.source, "reply"));
    expect(consents.at(-1)).toMatchObject({ personId: "Ana", channel: "email", granted: false });
    expect((await world.eventsOf(messageId)).map(({ type }) => type)).toContain("unsubscribed");
    await database.db.execute(sql`delete from preferences where person_id = 'Ana'`);
  });

  it("of a required topic goes to a person", async () => {
    await database.db.execute(
      sql`update topics set required = true where workspace_id = ${world.workspaceId}`,
    );
    const { reply, codes } = await answered("Bitte keine weiteren Mails");
    expect(reply).toMatchObject({ handled: "stop_required", needsReading: true });
    expect(codes).toContain("reply.stop_required");
    await database.db.execute(
      sql`update topics set required = false where workspace_id = ${world.workspaceId}`,
    );
  });
});

describe("somebody else", () => {
  it("lands on the case and never counts as the person's answer", async () => {
    const { reply, row, codes } = await answered("paid", { from: "bob@elsewhere.example.com" });
    expect(reply).toMatchObject({
      handled: "other",
      fromOther: true,
      needsReading: true,
      fromAddress: "bob@elsewhere.example.com",
    });
    expect(row).toMatchObject({ status: "open", firstResponseAt: null });
    expect(codes).toContain("reply.other");
  });

  it("is none of those who answer from another address of the person", async () => {
    await database.db.insert(tables.contactPoints).values({
      ...{ workspaceId: world.workspaceId, personId: "Ana", channel: "email" },
      address: "ana@private.example.com",
    });
    const { row } = await answered("paid", { from: "ANA@private.example.com" });
    expect(row.status).toBe("resolved");
  });

  it("cannot stop anybody", async () => {
    const { reply } = await answered("STOP", { from: "bob@elsewhere.example.com" });
    expect(reply?.handled).toBe("other");
    expect(
      await database.db
        .select()
        .from(tables.preferences)
        .where(eq(tables.preferences.personId, "Ana")),
    ).toEqual([]);
  });
});

describe("finding what is answered", () => {
  it("works by the id in the references for whom the message was for, and for nobody else", async () => {
    const { caseId, messageId } = await world.open(++number);
    const headers = { references: `<case-${caseId}@x> <${messageId}@shop.example.com>` };
    const to = ["billing@shop.example.com"];
    const by = (from: string) =>
      receiveEmail(world.ctx, world.mail(messageId, "paid", { to, headers, from }));
    expect(await by("bob@example.com")).toEqual({ kind: "unknown" });
    expect(await by("ana@example.com")).toMatchObject({ kind: "taken", handled: "action" });
  });

  it("never leaves the workspace whose account received it", async () => {
    const { messageId } = await world.open(++number);
    const workspaceId = newId() as WorkspaceId;
    const mail = world.mail(messageId, "paid", { workspaceId });
    expect(await receiveEmail(world.ctx, mail)).toEqual({ kind: "unknown" });
    const address = { kind: "reply" as const, workspaceId, messageId };
    const forged = mintReplyAddress(
      "another secret of thirty-two characters",
      address,
      REPLIES_DOMAIN,
    );
    expect(await receiveEmail(world.ctx, { ...mail, to: [forged], workspaceId: null })).toEqual({
      kind: "unknown",
    });
  });

  it("takes a repeat for the same mail", async () => {
    const { caseId, messageId } = await world.open(++number);
    const mail = world.mail(messageId, "A question");
    const both = await Promise.all([receiveEmail(world.ctx, mail), receiveEmail(world.ctx, mail)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["repeat", "taken"]);
    expect(await world.repliesOf(caseId)).toHaveLength(1);
  });
});

describe("machines", () => {
  it("an absence is noted with its end, and counts for nothing", async () => {
    const { reply, row, codes } = await answered("I am away and will be back on Monday.", {
      subject: "Automatic reply: Invoice",
      headers: { "auto-submitted": "auto-replied" },
    });
    expect(reply).toMatchObject({ handled: "away", needsReading: false, intent: null });
    expect(row).toMatchObject({ status: "open", firstResponseAt: null, snoozedUntil: null });
    expect(codes).toContain("reply.away");
  });

  it("that answer each other are kept a few times and then only counted", async () => {
    const { caseId, messageId } = await world.open(++number);
    const headers = { "auto-submitted": "auto-replied" };
    for (let n = 0; n < MACHINES_PER_HOUR_MAX + 3; n++) {
      await receiveEmail(world.ctx, world.mail(messageId, `receipt ${n}`, { headers }));
    }
    expect(await world.repliesOf(caseId)).toHaveLength(MACHINES_PER_HOUR_MAX);
    const dropped = (await world.eventsOf(messageId)).find(({ id }) => id === "dropped");
    expect(dropped).toMatchObject({ by: "scanner", detail: { dropped: 3 } });
  });

  it("and people cannot fill the case either", async () => {
    const { caseId, messageId } = await world.open(++number);
    for (let n = 0; n < REPLIES_PER_HOUR_MAX + 2; n++) {
      await receiveEmail(world.ctx, world.mail(messageId, `words ${n}`));
    }
    expect(await world.repliesOf(caseId)).toHaveLength(REPLIES_PER_HOUR_MAX);
  });

  it("our own message that comes back is dropped", async () => {
    const { caseId, messageId } = await world.open(++number);
    const headers = { "message-id": `<${messageId}@shop.example.com>` };
    expect(await receiveEmail(world.ctx, world.mail(messageId, "paid", { headers }))).toEqual({
      kind: "dropped",
    });
    expect(await world.repliesOf(caseId)).toEqual([]);
  });
});

it("a mail without a sender is a machine's", async () => {
  expect((await answered("hm", { from: "" })).reply).toMatchObject({ handled: "automatic" });
});

describe("a server's report", () => {
  const report = (messageId: string, status: string, recipient = "ana@example.com") =>
    world.mail(messageId, "", {
      from: "MAILER-DAEMON@mx.example.com",
      to: [world.addressOf(messageId, "bounce")],
      subject: "Undelivered Mail Returned to Sender",
      text: `It failed.\n\nFinal-Recipient: rfc822; ${recipient}\nAction: failed\nStatus: ${status}\nDiagnostic-Code: smtp; 550 ${status} No such user`,
      headers: {
        "content-type": "multipart/report; report-type=delivery-status",
        "return-path": "<>",
      },
    });

  it("that nobody is there is the message's bounce, and the address is left alone", async () => {
    const { messageId, caseId } = await world.open(++number);
    const mail = report(messageId, "5.1.1");
    expect(await receiveEmail(world.ctx, mail)).toEqual({ kind: "reported" });
    expect(await receiveEmail(world.ctx, mail)).toEqual({ kind: "repeat" });
    expect(await world.message(messageId)).toMatchObject({
      status: "failed",
      code: "fail.bounced",
    });
    expect(await world.repliesOf(caseId)).toEqual([]);
    const suppressed = await database.db
      .select()
      .from(tables.suppressions)
      .where(eq(tables.suppressions.address, "ana@example.com"));
    expect(suppressed).toMatchObject([{ channel: "email", reason: "bounced" }]);
    await database.db.execute(sql`delete from suppressions`);
  });

  it("that comes where readers answer is nobody's: it may be made up by whoever got the mail forwarded", async () => {
    const { messageId, caseId } = await world.open(++number);
    const before = await world.message(messageId);
    const forged = { ...report(messageId, "5.1.1"), to: [world.addressOf(messageId, "reply")] };
    expect(await receiveEmail(world.ctx, forged)).toMatchObject({ handled: "automatic" });
    expect((await world.message(messageId)).status).toBe(before.status);
    expect((await world.caseOf(caseId)).status).toBe("open");
    expect(await database.db.select().from(tables.suppressions)).toEqual([]);
  });

  it("that a mailbox is full, or of another address, leaves the address alone", async () => {
    for (const [status, recipient] of [
      ["5.2.2", "ana@example.com"],
      ["5.1.1", "forwarded@example.net"],
    ] as const) {
      const { messageId } = await world.open(++number);
      await receiveEmail(world.ctx, report(messageId, status, recipient));
      expect((await world.message(messageId)).status).toBe("failed");
    }
    expect(await database.db.select().from(tables.suppressions)).toEqual([]);
  });
});

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
    const { reception, reply, row } = await answered("", over);
    expect(reception.kind).toBe("taken");
    expect(row.status).toBe("open");
    expect(reply?.needsReading).toBe(true);
    expect(reply?.text?.length ?? 0).toBeLessThanOrEqual(10_000);
    expect(Buffer.byteLength(reply?.fullText ?? "")).toBeLessThanOrEqual(64 * 1_024);
    expect(`${reply?.subject}${reply?.fromAddress}`).not.toMatch(/[\r\n\0]/);
  });
});

it("the words go with the words of the message they answer", async () => {
  const { caseId, messageId } = await answered("Words of a while ago");
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
  const { caseId } = await answered("My secret words");
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

import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WorkspaceId } from "@/core/ids";
import * as tables from "@/db/schema";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { newId } from "@/server/new-id";
import { receiveEmail } from "./receive-email";
import { mintReplyAddress } from "./reply-address";
import { MACHINES_PER_HOUR_MAX, REPLIES_PER_HOUR_MAX } from "./take-reply";
import { REPLIES_DOMAIN, replyWorld } from "./testing";

let database: TestDatabase;
let world: Awaited<ReturnType<typeof replyWorld>>;

beforeAll(async () => {
  database = await testDatabase();
  world = await replyWorld(database.db);
});
afterAll(() => database.drop());

describe("somebody else", () => {
  it("lands on the case and never counts as the person's answer", async () => {
    const { reply, row, codes } = await world.answered("paid", {
      from: "bob@elsewhere.example.com",
    });
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
    const { row } = await world.answered("paid", { from: "ANA@private.example.com" });
    expect(row.status).toBe("resolved");
  });

  it("cannot stop anybody", async () => {
    const { reply } = await world.answered("STOP", { from: "bob@elsewhere.example.com" });
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
    const { caseId, messageId } = await world.openNext();
    const headers = { references: `<case-${caseId}@x> <${messageId}@shop.example.com>` };
    const to = ["billing@shop.example.com"];
    const by = (from: string) =>
      receiveEmail(world.ctx, world.mail(messageId, "paid", { to, headers, from }));
    expect(await by("bob@example.com")).toEqual({ kind: "unknown" });
    expect(await by("ana@example.com")).toMatchObject({ kind: "taken", handled: "action" });
  });

  it("never leaves the workspace whose account received it", async () => {
    const { messageId } = await world.openNext();
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
    const { caseId, messageId } = await world.openNext();
    const mail = world.mail(messageId, "A question");
    const both = await Promise.all([receiveEmail(world.ctx, mail), receiveEmail(world.ctx, mail)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["repeat", "taken"]);
    expect(await world.repliesOf(caseId)).toHaveLength(1);
  });
});

describe("machines", () => {
  it("an absence is noted with its end, and counts for nothing", async () => {
    const { reply, row, codes } = await world.answered("I am away and will be back on Monday.", {
      subject: "Automatic reply: Invoice",
      headers: { "auto-submitted": "auto-replied" },
    });
    expect(reply).toMatchObject({ handled: "away", needsReading: false, intent: null });
    expect(row).toMatchObject({ status: "open", firstResponseAt: null, snoozedUntil: null });
    expect(codes).toContain("reply.away");
  });

  it("that answer each other are kept a few times and then only counted", async () => {
    const { caseId, messageId } = await world.openNext();
    const headers = { "auto-submitted": "auto-replied" };
    for (let n = 0; n < MACHINES_PER_HOUR_MAX + 3; n++) {
      await receiveEmail(world.ctx, world.mail(messageId, `receipt ${n}`, { headers }));
    }
    expect(await world.repliesOf(caseId)).toHaveLength(MACHINES_PER_HOUR_MAX);
    const dropped = (await world.eventsOf(messageId)).find(({ id }) => id === "dropped");
    expect(dropped).toMatchObject({ by: "scanner", detail: { dropped: 3 } });
  });

  it("and people cannot fill the case either", async () => {
    const { caseId, messageId } = await world.openNext();
    for (let n = 0; n < REPLIES_PER_HOUR_MAX + 2; n++) {
      await receiveEmail(world.ctx, world.mail(messageId, `words ${n}`));
    }
    expect(await world.repliesOf(caseId)).toHaveLength(REPLIES_PER_HOUR_MAX);
  });

  it("our own message that comes back is dropped", async () => {
    const { caseId, messageId } = await world.openNext();
    const headers = { "message-id": `<${messageId}@shop.example.com>` };
    expect(await receiveEmail(world.ctx, world.mail(messageId, "paid", { headers }))).toEqual({
      kind: "dropped",
    });
    expect(await world.repliesOf(caseId)).toEqual([]);
  });
});

it("a mail without a sender is a machine's", async () => {
  expect((await world.answered("hm", { from: "" })).reply).toMatchObject({ handled: "automatic" });
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
    const { messageId, caseId } = await world.openNext();
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
    const { messageId, caseId } = await world.openNext();
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
      const { messageId } = await world.openNext();
      await receiveEmail(world.ctx, report(messageId, status, recipient));
      expect((await world.message(messageId)).status).toBe("failed");
    }
    expect(await database.db.select().from(tables.suppressions)).toEqual([]);
  });
});

import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countRepliesToRead, listRepliesToRead } from "@/db/queries/replies";
import * as tables from "@/db/schema";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { resolveCase } from "@/server/cases/verbs";
import { showAction } from "@/server/public/action-page";
import { getRequest } from "@/server/public/testing";
import { markReplyRead } from "./mark-read";
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

describe("an answer of whom it was for", () => {
  it("that says what a button says presses it, and the button shows that it was pressed", async () => {
    const { messageId, reply, row, codes } = await world.answered("Schon bezahlt, danke!");
    expect(row).toMatchObject({ status: "resolved", closedBy: "person:Ana" });
    expect(row.firstResponseAt).not.toBeNull();
    expect(reply).toMatchObject({
      ...{ text: "Schon bezahlt, danke!", intent: "paid", handled: "action", needsReading: false },
      ...{ fromAddress: "ana@example.com", fromOther: false, personId: "Ana", channel: "email" },
    });
    expect(codes).toEqual(
      expect.arrayContaining(["reply.action", "response.received", "case.resolved"]),
    );
    const stored = await database.db.execute<{ entry: unknown }>(sql`
      select jsonb_array_elements(entries) as entry from case_decisions where case_id = ${row.id}`);
    for (const code of ["response.received", "case.resolved"]) {
      const params = expect.objectContaining({ written: true });
      expect(stored.map(({ entry }) => entry)).toContainEqual(
        expect.objectContaining({ code, params }),
      );
    }
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
    const { caseId, messageId } = await world.openNext();
    const before = await world.caseOf(caseId);
    expect(before.nextActionAt).not.toBeNull();
    await receiveEmail(world.ctx, world.mail(messageId, "paid"));
    const { status, nextActionAt } = await world.caseOf(caseId);
    expect({ status, nextActionAt }).toEqual({ status: "resolved", nextActionAt: null });
  });

  it("that names a choice is that choice", async () => {
    const { reply, messageId, row } = await world.answered("This week");
    expect(reply?.handled).toBe("action");
    const [event] = await world.eventsOf(messageId);
    expect(event?.detail).toMatchObject({ action: "when", choice: "This week", resolved: false });
    expect(row.status).toBe("open");
  });

  it("“done” without a button of that meaning is a reply, and somebody has to read it", async () => {
    const { reply, row, codes } = await world.answered("Done");
    expect(reply).toMatchObject({ intent: "done", handled: "response", needsReading: true });
    expect(row.firstResponseAt).not.toBeNull();
    expect(codes).toContain("response.received");
  });

  it("a day it names is a promise: snoozed until nine there, and no answer", async () => {
    const { reply, row, codes } = await world.answered(
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
    const { reply, row } = await world.answered("by 2099-01-01");
    expect(reply).toMatchObject({ handled: "response", needsReading: true });
    expect(row.snoozedUntil).toBeNull();
  });

  it("“not me” goes to a person and is no answer", async () => {
    const { reply, row, codes } = await world.answered("Falsche Person");
    expect(reply).toMatchObject({ intent: "not_me", handled: "not_me", needsReading: true });
    expect(row.firstResponseAt).toBeNull();
    expect(codes).toContain("reply.not_me");
  });

  it("everything else counts as a reply and goes to a person, who marks it as read", async () => {
    const { caseId, reply, row, codes } = await world.answered(
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
    const { caseId, messageId } = await world.openNext();
    await resolveCase(world.ctx, { workspaceId: world.workspaceId, actor: operator }, caseId, {});
    await receiveEmail(world.ctx, world.mail(messageId, "Why did you close this?"));
    expect((await world.repliesOf(caseId))[0]).toMatchObject({
      handled: "late",
      needsReading: true,
    });
    expect((await world.caseOf(caseId)).closedBy).toBe("operator:op");
  });

  it("of an HTML mail is its words", async () => {
    const { reply, row } = await world.answered("", {
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
      const { caseId, messageId } = await any.openNext();
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
    const { reply, row, messageId } = await world.answered("unsubscribe");
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
    const { reply, codes } = await world.answered("Bitte keine weiteren Mails");
    expect(reply).toMatchObject({ handled: "stop_required", needsReading: true });
    expect(codes).toContain("reply.stop_required");
    await database.db.execute(
      sql`update topics set required = false where workspace_id = ${world.workspaceId}`,
    );
  });
});

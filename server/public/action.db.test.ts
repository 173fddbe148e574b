import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toRfc3339 } from "@/core/time";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { escalateCase, reopenCase } from "@/server/cases/verbs";
import { pressAction, showAction } from "./action-page";
import { followClick } from "./click";
import { PAGE_BYTES_MAX } from "./page";
import { showPreferences } from "./preferences/show";
import { dumpOf, getRequest, postRequest, publicWorld } from "./testing";
import { showUnsubscribe } from "./unsubscribe";
import { showMessage } from "./view";

let database: TestDatabase;
let world: Awaited<ReturnType<typeof publicWorld>>;
let number = 0;

beforeAll(async () => {
  database = await testDatabase();
  world = await publicWorld(database.db);
});
afterAll(() => database.drop());

const show = async (token: string) => {
  const response = await showAction(world.ctx, getRequest(), token);
  return { response, text: await response.text() };
};
const pressWith = async (token: string, fields: Record<string, string> = {}) => {
  const response = await pressAction(world.ctx, postRequest(fields), token);
  return { response, text: await response.text() };
};
async function opened(action: string) {
  const matter = await world.open(++number);
  return { ...matter, token: await world.actionToken(matter.messageId, action) };
}
const operator = { kind: "operator", id: "op", name: "Olga" } as const;

describe("looking", () => {
  test("no GET and no HEAD of any link changes a row", async () => {
    const { messageId } = await opened("paid");
    const before = await dumpOf(database.db);
    for (const method of ["GET", "HEAD"]) {
      const request = () => getRequest({}, method);
      for (const index of [0, 1, 2, 3, 4, 5]) {
        await showAction(world.ctx, request(), world.token("a", messageId, index));
      }
      await showMessage(world.ctx, request(), world.token("v", messageId));
      await showUnsubscribe(world.ctx, request(), world.token("u", messageId));
      await showPreferences(world.ctx, request(), world.token("p", messageId));
      await followClick(world.ctx, request(), world.token("c", messageId));
    }
    expect(await dumpOf(database.db)).toEqual(before);
  });

  test("the page is one plain form to its own address that no frame and no script can press", async () => {
    const { token } = await opened("paid");
    const { response, text } = await show(token);
    expect(response.status).toBe(200);
    expect(text).toContain("<h1>Invoice ");
    expect(text.match(/<button/g)).toHaveLength(1);
    expect(text).toMatch(/<form method="post">\s*<input type="hidden" name="action" value="paid">/);
    expect(text).not.toContain("<script");
    expect(Buffer.byteLength(text)).toBeLessThan(PAGE_BYTES_MAX);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
      "x-robots-tag": "noindex, nofollow",
      "x-content-type-options": "nosniff",
    });
  });

  test("a button of a list is headed by its own matter, not by how many the list has", async () => {
    const { token, messageId } = await opened("paid");
    const item = { messageId, subject: "Invoice 7001 is due", text: "", due: null, actions: [] };
    const listed = { title: "3 things wait for you", items: [item] };
    await database.db.execute(sql`update messages
      set content = content || ${JSON.stringify(listed)}::jsonb where id = ${messageId}`);
    const { text } = await show(token);
    expect(text).toContain("Invoice 7001 is due");
    expect(text).not.toContain("3 things wait for you");
  });

  test("a tampered, a foreign and a made-up token get one and the same page", async () => {
    const { token, messageId } = await opened("paid");
    const tampered = await show(
      token.slice(0, 10) + (token[10] === "A" ? "B" : "A") + token.slice(11),
    );
    const foreign = await show(world.token("u", messageId));
    const short = await show(token.slice(0, -1));
    const gone = await show(world.token("a", "0197c3a0-0000-7000-8000-000000000000"));
    for (const { response, text } of [tampered, foreign, short, gone]) {
      expect(response.status).toBe(404);
      expect(text).toBe(tampered.text);
    }
    expect(tampered.text).toContain("This link does not work");
    expect(tampered.text).not.toContain("Shop");
  });

  test("after 60 days the page says so and pressing does nothing", async () => {
    const { token, messageId, caseId } = await opened("paid");
    await database.db.execute(
      sql`update messages set planned_at = now() - interval '61 days' where id = ${messageId}`,
    );
    expect((await show(token)).response.status).toBe(410);
    const { response, text } = await pressWith(token);
    expect(response.status).toBe(410);
    expect(text).toContain("This link has expired");
    expect((await world.caseOf(caseId)).status).toBe("open");
  });

  test("a reader whose language is German reads German", async () => {
    const { token } = await opened("paid");
    await database.db.execute(sql`update people set locale = 'de-AT' where id = 'Ana'`);
    const { text } = await show(token);
    await database.db.execute(sql`update people set locale = null where id = 'Ana'`);
    expect(text).toContain('<html lang="de"');
    expect(text).toContain("Noch ist nichts geschehen.");
  });
});

describe("pressing", () => {
  test("a button that the workflow lists closes the case, and the page says who is told", async () => {
    const { token, caseId, messageId } = await opened("paid");
    const { response, text } = await pressWith(token, { action: "paid" });
    expect(response.status).toBe(200);
    expect(text).toContain("You pressed “I have paid” on ");
    expect(text).toContain("The matter is closed");
    expect(text).toContain("You will get a confirmation.");
    expect(await world.caseOf(caseId)).toMatchObject({
      status: "resolved",
      closedBy: "person:Ana",
    });
    expect((await world.message(messageId)).clickedAt).not.toBeNull();
  });

  test("the same press twice gives the same answer and counts once", async () => {
    const { token, caseId } = await opened("paid");
    const first = await pressWith(token);
    const before = await dumpOf(database.db);
    const second = await pressWith(token);
    expect(second.text).toBe(first.text);
    expect((await show(token)).text).toBe(first.text);
    expect(await dumpOf(database.db)).toEqual(before);
    expect(await world.caseOf(caseId)).toMatchObject({ status: "resolved" });
  });

  test("ten presses at once are one", async () => {
    const { token, caseId, messageId } = await opened("paid");
    const answers = await Promise.all(Array.from({ length: 10 }, () => pressWith(token)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const [row] = await database.db.execute<{ n: number }>(
      sql`select count(*)::int as n from message_events where message_id = ${messageId}`,
    );
    expect(row?.n).toBe(1);
    expect((await world.messagesOf(caseId)).filter(({ step }) => step === "c1")).toHaveLength(1);
  });

  test("a template's own word that a button resolves counts although the workflow lists it not", async () => {
    const { token, caseId } = await opened("sure");
    await pressWith(token);
    expect(await world.caseOf(caseId)).toMatchObject({ status: "resolved" });
  });

  test("a case closed meanwhile: the page says by whom and when, and changes nothing", async () => {
    const { token, caseId } = await opened("paid");
    await world.send("invoice.paid", number);
    const before = await dumpOf(database.db);
    const { response, text } = await pressWith(token);
    expect(response.status).toBe(200);
    expect(text).toContain("Already done");
    expect(text).toMatch(/Resolved by Shop’s system on \w{3},? \d+ \w+, \d\d:\d\d UTC\./);
    expect(await dumpOf(database.db)).toEqual(before);
    expect(await world.caseOf(caseId)).toMatchObject({ status: "resolved" });
  });

  test("the button works again when the case it closed was reopened", async () => {
    const { token, caseId } = await opened("paid");
    await pressWith(token);
    await reopenCase(world.ctx, { workspaceId: world.workspaceId, actor: operator }, caseId, {});
    expect((await show(token)).text).toContain("<button");
    await pressWith(token);
    expect(await world.caseOf(caseId)).toMatchObject({ status: "resolved" });
  });

  test("a choice is taken only from those offered, and is escaped", async () => {
    const { token, caseId } = await opened("when");
    expect((await show(token)).text).toContain('value="&#60;Later&#62;"');
    const wrong = await pressWith(token, { choice: "Never" });
    expect(wrong.response.status).toBe(422);
    expect(wrong.text).toContain("Choose one of the answers.");
    const { text } = await pressWith(token, { choice: "<Later>" });
    expect(text).toContain("You answered “&#60;Later&#62;” on ");
    expect(await world.caseOf(caseId)).toMatchObject({ status: "open" });
    expect((await world.caseOf(caseId)).firstResponseAt).not.toBeNull();
  });

  test("a reply is kept in the timeline, counts as one, and is at most 2,000 characters", async () => {
    const { token, caseId, messageId } = await opened("tell");
    expect((await pressWith(token, { text: "  " })).response.status).toBe(422);
    expect((await pressWith(token, { text: "x".repeat(2_001) })).response.status).toBe(422);
    await pressWith(token, { text: "On Friday, <promise>" });
    const [row] = await database.db.execute<{ found: boolean }>(
      sql`select bool_or(entries::text like '%On Friday, <promise>%') as found from case_decisions where case_id = ${caseId}`,
    );
    expect(row?.found).toBe(true);
    expect((await world.message(messageId)).repliedAt).not.toBeNull();
  });

  test("putting off holds the case until nine in the reader's zone; another day is another press", async () => {
    const { token, caseId } = await opened("later");
    expect((await pressWith(token, { when: "date", date: "2001-01-01" })).response.status).toBe(
      422,
    );
    const { text } = await pressWith(token, { when: "tomorrow" });
    expect(text).toContain("This comes back to you on ");
    const first = (await world.caseOf(caseId)).snoozedUntil?.getTime() ?? 0;
    expect(toRfc3339(first)).toMatch(/T09:00:00\.000Z$/);
    expect((await pressWith(token, { when: "tomorrow" })).text).toBe(text);
    const day = new Date(first + 5 * 86_400_000).toISOString().slice(0, 10);
    await pressWith(token, { when: "date", date: day });
    expect((await world.caseOf(caseId)).snoozedUntil?.toISOString()).toBe(`${day}T09:00:00.000Z`);
  });

  test("a link goes on to its address and is no answer unless the workflow lists it", async () => {
    const { token, caseId, messageId } = await opened("open");
    const { text } = await pressWith(token);
    expect(text).toContain('href="https://shop.example.com/i/1"');
    expect(await world.caseOf(caseId)).toMatchObject({ status: "open", firstResponseAt: null });
    expect((await world.message(messageId)).clickedAt).not.toBeNull();
  });
});

describe("taking an escalation on", () => {
  async function escalated() {
    const { caseId } = await world.open(++number);
    const who = { workspaceId: world.workspaceId, actor: operator };
    const next = async () => {
      await escalateCase(world.ctx, who, caseId, {});
      await database.db.execute(
        sql`update messages set deliver_at = now() where deliver_at > now()`,
      );
      await world.deliver();
    };
    const tokenOf = async (personId: string) => {
      const message = (await world.messagesOf(caseId)).find((m) => m.personId === personId);
      return world.actionToken(message?.id ?? "", "mine");
    };
    await next();
    return { caseId, next, tokenOf };
  }

  test("the first who presses has it; the next one reads who it is", async () => {
    const { caseId, next, tokenOf } = await escalated();
    await next();
    const dana = await tokenOf("Dana");
    const { text } = await pressWith(dana);
    expect(text).toContain("You took this on at ");
    expect(await world.caseOf(caseId)).toMatchObject({ status: "open", acknowledgedBy: "Dana" });
    const late = await pressWith(await tokenOf("Ben"));
    expect(late.text).toContain("Already acknowledged by Dana Miller on ");
    expect((await pressWith(dana)).text).toBe(text);
  });

  test("a level that was passed reads who has it now, and changes nothing", async () => {
    const { caseId, next, tokenOf } = await escalated();
    const ben = await tokenOf("Ben");
    await next();
    const before = await dumpOf(database.db);
    const { text } = await pressWith(ben);
    expect(text).toMatch(/Already at level 2\. Brought in on .+ UTC: Dana Miller\./);
    expect(await dumpOf(database.db)).toEqual(before);
    expect(await world.caseOf(caseId)).toMatchObject({ acknowledgedAt: null });
  });

  test("who was brought in is named when the reader closes the case", async () => {
    const { caseId } = await escalated();
    const [first] = await world.messagesOf(caseId);
    const { text } = await pressWith(await world.actionToken(first?.id ?? "", "paid"));
    expect(text).toContain("Ben Miller will be told.");
  });
});

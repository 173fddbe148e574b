import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as tables from "@/db/schema";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { escalateCase, resolveCase } from "@/server/cases/verbs";
import { pressAction, showAction } from "./action-page";
import { dumpOf, getRequest, postRequest, publicWorld } from "./testing";

let database: TestDatabase;
let world: Awaited<ReturnType<typeof publicWorld>>;
let number = 5000;

beforeAll(async () => {
  database = await testDatabase();
  world = await publicWorld(database.db);
  const { workspaceId } = world;
  await database.db.insert(tables.teams).values({ workspaceId, key: "help", name: "Help desk" });
  await database.db
    .insert(tables.teamMembers)
    .values(["Ben", "Dana"].map((personId) => ({ workspaceId, team: "help", personId })));
});
afterAll(() => database.drop());

const operator = { kind: "operator", id: "op", name: "Olga" } as const;
const show = async (token: string) => (await showAction(world.ctx, getRequest(), token)).text();
const press = async (token: string, fields: Record<string, string> = {}) =>
  (await pressAction(world.ctx, postRequest(fields), token)).text();

/** What a page has in one of its forms. */
const seenIn = (text: string): string => /name="seen" value="([^"]+)"/.exec(text)?.[1] ?? "";
const verb = (page: string, id: string, more: Record<string, string> = {}) => ({
  action: id,
  seen: seenIn(page),
  ...more,
});

/** A case that stands at level 1, whose message Ben has. */
async function escalated() {
  const { caseId } = await world.open(++number);
  const deliver = async () => {
    await database.db.execute(sql`update messages set deliver_at = now() where deliver_at > now()`);
    await world.deliver();
  };
  const tokenOf = async (personId: string, action: string) => {
    await deliver();
    const messages = await world.messagesOf(caseId);
    const message = messages.findLast((m) => m.personId === personId);
    return world.actionToken(message?.id ?? "", action);
  };
  const who = { workspaceId: world.workspaceId, actor: operator };
  await escalateCase(world.ctx, who, caseId, {});
  return { caseId, tokenOf, who };
}
const countOf = async (caseId: string) =>
  (await world.messagesOf(caseId)).filter(
    ({ request }) => (request as { audience: string }).audience === "escalation",
  ).length;

describe("what a helper finds", () => {
  test("everything that can be done now, each with its consequence, beside the pressed button", async () => {
    const { tokenOf } = await escalated();
    const text = await show(await tokenOf("Ben", "mine"));
    expect(text).toContain("Nobody has taken it on yet. Ben Miller: told on ");
    expect(text).toContain("Brought in now: Dana Miller.");
    for (const id of ["~hand_over", "~need_help", "~snooze", "~resolve"]) {
      expect(text).toContain(`name="action" value="${id}"`);
    }
    expect(text).not.toContain("~take_over");
    expect(text).not.toContain("~acknowledge");
    expect(text).not.toContain("<script");
  });

  test("the person whom it is about finds none of it, and cannot press it", async () => {
    const { messageId } = await world.open(++number);
    const token = await world.actionToken(messageId, "paid");
    expect(await show(token)).not.toContain("~resolve");
    expect(await press(token, { action: "~resolve" })).not.toContain("Olga");
    expect((await world.message(messageId)).clickedAt).toBeNull();
  });

  test("looking changes nothing", async () => {
    const { tokenOf } = await escalated();
    const tokens = [await tokenOf("Ben", "mine"), await tokenOf("Ben", "give")];
    const before = await dumpOf(database.db);
    for (const token of tokens) await show(token);
    expect(await dumpOf(database.db)).toEqual(before);
  });
});

describe("taking it on and giving it away", () => {
  test("who acknowledged reads who is told if it stays unresolved or what else there is to do", async () => {
    const { caseId, tokenOf } = await escalated();
    const text = await press(await tokenOf("Ben", "mine"));
    expect(text).toContain("You took this on at ");
    expect(text).toContain("You have had it since ");
    expect(text).toContain("~hand_over");
    expect(await world.caseOf(caseId)).toMatchObject({
      acknowledgedBy: "Ben",
      ownerPersonId: "Ben",
    });
  });

  test("what a page showed and what is true are compared: the second who presses reads who has it", async () => {
    const { caseId, tokenOf } = await escalated();
    const ben = await tokenOf("Ben", "mine");
    const shown = await show(ben);
    await press(ben, verb(shown, "~need_help"));
    const dana = await tokenOf("Dana", "mine");
    const early = await show(ben);
    await press(dana);
    for (const id of ["~hand_over", "~need_help", "~snooze", "~take_over"]) {
      const more = { to: "person:Dana", when: "tomorrow" };
      const text = await press(ben, verb(early, id, more));
      expect(text).toContain("Already acknowledged by Dana Miller on ");
      expect(text).toContain("Nothing was changed.");
    }
    expect(await world.caseOf(caseId)).toMatchObject({
      acknowledgedBy: "Dana",
      snoozedUntil: null,
      level: 2,
    });
  });

  test("whoever takes it over has it, and twice is once", async () => {
    const { caseId, tokenOf } = await escalated();
    const ben = await tokenOf("Ben", "mine");
    await press(ben, verb(await show(ben), "~need_help"));
    await press(await tokenOf("Dana", "mine"));
    const page = await show(ben);
    expect(page).toContain("It is yours then, and no longer with Dana Miller.");
    const text = await press(ben, verb(page, "~take_over"));
    expect(text).toContain("You took this over on ");
    expect(await press(ben, verb(page, "~take_over"))).toContain("You took this over on ");
    expect(await world.caseOf(caseId)).toMatchObject({
      acknowledgedBy: "Ben",
      ownerPersonId: "Ben",
    });
    expect(await show(await tokenOf("Dana", "mine"))).toContain(
      "Already acknowledged by Ben Miller on ",
    );
  });

  test("whom it is handed to is told, and it waits for them", async () => {
    const { caseId, tokenOf } = await escalated();
    const ben = await tokenOf("Ben", "give");
    const page = await show(ben);
    expect(page).toContain('<option value="person:Dana">Dana Miller</option>');
    expect(page).toContain('<option value="team:help">Help desk</option>');
    expect(page).not.toContain('value="person:Ben"');
    expect(page).not.toContain('value="person:Ana"');
    expect(await press(ben, { action: "give", seen: seenIn(page), to: "person:Ana" })).toContain(
      "Choose a person or a team.",
    );
    const text = await press(ben, { action: "give", seen: seenIn(page), to: "person:Dana" });
    expect(text).toContain("You handed this over to Dana Miller on ");
    expect(await world.caseOf(caseId)).toMatchObject({
      ownerPersonId: "Dana",
      acknowledgedAt: null,
      waitingFor: "acknowledgement",
    });
    expect(await countOf(caseId)).toBe(2);
    await press(ben, { action: "give", seen: seenIn(page), to: "person:Dana" });
    expect(await countOf(caseId)).toBe(2);
    expect(await press(await tokenOf("Dana", "mine"))).toContain("You took this on at ");
  });
});

test("of two who press in the same instant one has it, and the other reads who", async () => {
  const { caseId, tokenOf, who } = await escalated();
  const ben = await tokenOf("Ben", "over");
  await escalateCase(world.ctx, who, caseId, {});
  const dana = await tokenOf("Dana", "mine");
  const [one, other] = [await show(ben), await show(dana)];
  const [bens, danas] = await Promise.all([
    press(ben, { action: "over", seen: seenIn(one) }),
    press(dana, { action: "mine", seen: seenIn(other) }),
  ]);
  const { acknowledgedBy } = await world.caseOf(caseId);
  const [winner, loser] = acknowledgedBy === "Ben" ? [bens, danas] : [danas, bens];
  expect(winner).toMatch(/You (?:took this over|took this on)/);
  expect(loser).toContain(`Already acknowledged by ${acknowledgedBy} Miller on `);
});

describe("asking for help", () => {
  test("pressed twice it is one level, and the second press reads the same", async () => {
    const { caseId, tokenOf } = await escalated();
    const ben = await tokenOf("Ben", "help");
    const first = await press(ben);
    expect(first).toContain("You asked for help on ");
    expect(first).toContain("Level 2 was brought in: Dana Miller.");
    expect(await press(ben)).toContain("Level 2 was brought in: Dana Miller.");
    expect(await world.caseOf(caseId)).toMatchObject({ level: 2 });
    expect(await countOf(caseId)).toBe(2);
  });

  test("in a message of level 1 after level 2 began, nothing changes and it says so", async () => {
    const { caseId, tokenOf, who } = await escalated();
    const ben = await tokenOf("Ben", "help");
    await escalateCase(world.ctx, who, caseId, { expectedLevel: 1 });
    const before = await dumpOf(database.db);
    const text = await press(ben);
    expect(text).toMatch(/Already at level 2\. Brought in on .+ UTC: Dana Miller\./);
    expect(text).toContain("Nothing was changed.");
    expect(await dumpOf(database.db)).toEqual(before);
  });

  test("on a page that showed level 1, after level 2 began, nothing changes either", async () => {
    const { caseId, tokenOf, who } = await escalated();
    const ben = await tokenOf("Ben", "mine");
    const page = await show(ben);
    await escalateCase(world.ctx, who, caseId, { expectedLevel: 1 });
    for (const id of ["~need_help", "~hand_over", "~acknowledge"]) {
      expect(await press(ben, verb(page, id, { to: "person:Dana" }))).toContain(
        "Already at level 2.",
      );
    }
    expect(await countOf(caseId)).toBe(2);
  });
});

describe("putting off and ending", () => {
  test("a helper puts it off, and brings it back", async () => {
    const { caseId, tokenOf } = await escalated();
    const ben = await tokenOf("Ben", "mine");
    const text = await press(ben, verb(await show(ben), "~snooze", { when: "tomorrow" }));
    expect(text).toContain("This comes back to you on ");
    expect((await world.caseOf(caseId)).snoozedUntil).not.toBeNull();
    expect(await press(ben, verb(text, "~unsnooze"))).toContain("It goes on since ");
    expect((await world.caseOf(caseId)).snoozedUntil).toBeNull();
  });

  test("a helper resolves it with a note, and takes that back at once", async () => {
    const { caseId, tokenOf } = await escalated();
    const ben = await tokenOf("Ben", "mine");
    const page = await show(ben);
    const text = await press(ben, verb(page, "~resolve", { note: "Paid by phone" }));
    expect(text).toContain("You resolved this on ");
    expect(text).toContain('value="~undo"');
    expect(await world.caseOf(caseId)).toMatchObject({
      status: "resolved",
      closedBy: "person:Ben",
    });
    const kept = await database.db
      .select()
      .from(tables.caseDecisions)
      .where(eq(tables.caseDecisions.caseId, caseId));
    expect(JSON.stringify(kept)).toContain("Paid by phone");
    expect(await press(ben, { action: "~undo" })).toContain("Taken back.");
    expect(await world.caseOf(caseId)).toMatchObject({ status: "open", closedBy: null });
    expect(await press(ben, { action: "~undo" })).toContain("Taken back.");
  });

  test("after somebody else resolved it every button reads who and when", async () => {
    const { caseId, tokenOf, who } = await escalated();
    const ben = await tokenOf("Ben", "mine");
    const page = await show(ben);
    await database.db
      .insert(tables.operators)
      .values({ id: "op", email: "olga@example.com", name: "Olga Ost" });
    await resolveCase(world.ctx, who, caseId, {});
    const before = await dumpOf(database.db);
    for (const id of ["mine", "~need_help", "~hand_over", "~snooze", "~resolve", "~take_over"]) {
      const more = { to: "person:Dana", when: "tomorrow" };
      const text = await press(ben, verb(page, id, more));
      expect(text).toContain("Resolved by Olga");
      expect(text).not.toContain('class="more"');
    }
    expect(await dumpOf(database.db)).toEqual(before);
  });
});

test("a reader of Arabic reads Arabic from right to left", async () => {
  const { tokenOf } = await escalated();
  const ben = await tokenOf("Ben", "mine");
  await database.db.execute(sql`update people set locale = 'ar' where id = 'Ben'`);
  const text = await show(ben);
  await database.db.execute(sql`update people set locale = null where id = 'Ben'`);
  expect(text).toContain('dir="rtl"');
  expect(text).toContain("ما يمكنك فعله");
});

import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { PreferencesInput } from "@/core/contracts/people";
import { HOUR_MS, type Instant } from "@/core/time";
import { findPerson } from "@/db/queries/people";
import * as tables from "@/db/schema";
import { planOf } from "../cases/read-plan";
import type { Who } from "../cases/verbs";
import { moveTestClock } from "../clock/test-clock";
import { type House, install, newWorkspace, openMany, testHouse } from "../testing/house";
import { erasePerson } from "./erase-person";
import { preferChannel } from "./prefer-channel";
import { savePreferences } from "./save-preferences";

const START = Date.parse("2027-03-02T09:00:00Z");
const SMS = "+4915112345678";
const ANY = {
  id: "s",
  kind: "send",
  anyOf: [{ email: "mail" }, { push: "ping" }, { sms: "text" }],
};
const WAIT = { id: "w", kind: "wait", for: "P20D" };
const workflow = (...steps: unknown[]) => ({
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  subject: "A matter",
  stopsWhen: [{ action: "paid" }],
  stages: [{ id: "only", name: "Only", steps }],
});

let house: House;
let who: Who;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  who = await newWorkspace(house.ctx);
  await goTo(START);
  const { workspaceId } = who;
  const ana = { workspaceId, id: "ana", name: "Ana", timeZone: "Europe/Berlin" };
  await house.ctx.db.insert(tables.people).values(ana);
  const verified = { workspaceId, personId: "ana", verifiedAt: sql`now()` };
  await house.ctx.db.insert(tables.contactPoints).values([
    { ...verified, channel: "email", address: "ana@example.com" },
    { ...verified, channel: "sms", address: SMS },
  ]);
});

const goTo = (to: Instant) => moveTestClock(house.ctx, who.workspaceId, to);
const prefer = (channel: Parameters<typeof preferChannel>[3]) =>
  preferChannel(house.ctx, who, "ana", channel);
const stop = () =>
  house.ctx.db.insert(tables.suppressions).values({
    ...{ workspaceId: who.workspaceId, channel: "sms", address: SMS },
    ...{ reason: "stopped", at: new Date(START) },
  });

async function openCase(...steps: unknown[]): Promise<string> {
  await install(house.ctx, who, "w", workflow(...steps));
  const [caseId = ""] = await openMany(house.ctx, who, "w", [{ personId: "ana" }]);
  return caseId;
}

async function fates(): Promise<string[]> {
  const rows = await house.ctx.db
    .select({ channel: tables.messages.channel, code: tables.messages.code })
    .from(tables.messages)
    .where(eq(tables.messages.workspaceId, who.workspaceId))
    .orderBy(tables.messages.id);
  return rows.map(({ channel, code }) => `${channel} ${code}`);
}

describe("of several channels in order", () => {
  test("the one that the person prefers leaves, and nothing else", async () => {
    await prefer("sms");
    await openCase(ANY, WAIT);
    await goTo(START);
    expect(await fates()).toEqual(["sms sent.plan"]);
  });

  test("one that the step does not name changes nothing", async () => {
    await prefer("in_app");
    await openCase(ANY, WAIT);
    await goTo(START);
    expect(await fates()).toEqual(["email sent.plan"]);
  });

  test("one without an address, blocked, withdrawn or switched off leaves the step's order", async () => {
    await prefer("push");
    await openCase(ANY, WAIT);
    await goTo(START);
    expect(await fates()).toEqual(["email sent.plan"]);
    await prefer("sms");
    const { workspaceId } = who;
    const again = async () => {
      await house.ctx.db.execute(sql`delete from messages where workspace_id = ${workspaceId}`);
      await openMany(house.ctx, who, "w", [{ personId: "ana" }]);
      await goTo(START);
      return fates();
    };
    expect(await again()).toEqual(["sms sent.plan"]);
    const no = { workspaceId, personId: "ana", channel: "sms" as const, granted: false };
    const at = new Date(START);
    await house.ctx.db
      .insert(tables.consents)
      .values({ ...no, id: crypto.randomUUID(), source: "test", at });
    expect(await again()).toEqual(["email sent.plan"]);
    await house.ctx.db.delete(tables.consents).where(eq(tables.consents.workspaceId, workspaceId));
    const off = { workspaceId, personId: "ana", topic: "billing", channels: { sms: false } };
    await house.ctx.db.insert(tables.preferences).values(off);
    expect(await again()).toEqual(["email sent.plan"]);
    await house.ctx.db
      .delete(tables.preferences)
      .where(eq(tables.preferences.workspaceId, workspaceId));
    await stop();
    expect(await again()).toEqual(["email sent.plan"]);
  });

  test("of a required topic it goes first as well, also where it is switched off for others", async () => {
    await prefer("sms");
    const off = { workspaceId: who.workspaceId, personId: "ana", topic: "billing" };
    await house.ctx.db.insert(tables.preferences).values({ ...off, channels: { sms: false } });
    await install(house.ctx, who, "w", workflow(ANY, WAIT));
    const { workspaceId } = who;
    await house.ctx.db
      .update(tables.topics)
      .set({ required: true })
      .where(eq(tables.topics.workspaceId, workspaceId));
    await house.ctx.db.execute(
      sql`update workspaces set facts_revision = facts_revision + 1 where id = ${workspaceId}`,
    );
    await openMany(house.ctx, who, "w", [{ personId: "ana" }]);
    await goTo(START);
    expect(await fates()).toEqual(["sms sent.plan"]);
  });

  test("what stops it before it leaves brings the step's first channel, not the one behind it", async () => {
    await goTo(START + 12 * HOUR_MS);
    await prefer("sms");
    await openCase(ANY, WAIT);
    await goTo(START + 12 * HOUR_MS);
    expect(await fates()).toEqual(["sms held.send_window"]);
    await stop();
    await goTo(START + 23 * HOUR_MS);
    expect(await fates()).toEqual(["sms skip.suppressed", "email sent.plan"]);
  });
});

describe("a change", () => {
  const LATER = { id: "w0", kind: "wait", for: "P1D" };
  const planned = async (caseId: string) => {
    const { plan } = await planOf(house.ctx, who.workspaceId, caseId);
    return plan.flatMap(({ kind, channel, because }) =>
      kind === "send" ? [{ channel, because }] : [],
    );
  };

  test("is in the plan of open cases at once, with its reason, and in what leaves", async () => {
    const caseId = await openCase(LATER, ANY, WAIT);
    expect(await planned(caseId)).toMatchObject([{ channel: "email" }]);
    const input = PreferencesInput.parse({ preferredChannel: "sms" });
    const saved = await savePreferences(house.ctx, who, "ana", input);
    expect(saved.preferredChannel).toBe("sms");
    const [first] = await planned(caseId);
    expect(first?.channel).toBe("sms");
    expect(first?.because).toContain("By SMS first, because Ana prefers it.");
    const inGerman = await planOf(house.ctx, who.workspaceId, caseId, "de");
    expect(inGerman.plan[0]?.because).toContain("Zuerst per SMS, weil Ana es so möchte.");
    await goTo(START + 25 * HOUR_MS);
    expect(await fates()).toEqual(["sms sent.plan"]);
  });

  test("back to none brings the step's order again", async () => {
    await prefer("sms");
    const caseId = await openCase(LATER, ANY, WAIT);
    expect(await planned(caseId)).toMatchObject([{ channel: "sms" }]);
    await prefer(null);
    expect(await planned(caseId)).toMatchObject([{ channel: "email" }]);
  });

  test("is in the audit log, with who made it", async () => {
    await prefer("sms");
    const [line] = await house.ctx.db
      .select()
      .from(tables.auditLog)
      .where(eq(tables.auditLog.target, "ana"));
    expect(line).toMatchObject({
      action: "preferences.saved",
      detail: { preferredChannel: "sms" },
      actor: { kind: "api" },
    });
  });

  test("of somebody who is not there is refused, and erasing the person forgets it", async () => {
    await expect(preferChannel(house.ctx, who, "nobody", "sms")).rejects.toMatchObject({
      code: "not_found",
    });
    await prefer("sms");
    const { workspaceId } = who;
    expect(await findPerson(house.ctx.db, workspaceId, "ana")).toMatchObject({
      preferredChannel: "sms",
    });
    await erasePerson(house.ctx, who, "ana");
    const rows = await house.ctx.db
      .select({ preferred: tables.people.preferredChannel })
      .from(tables.people)
      .where(eq(tables.people.workspaceId, workspaceId));
    expect(rows).toEqual([{ preferred: null }]);
  });
});

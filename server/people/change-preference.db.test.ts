import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { PreferenceChange } from "@/core/contracts/preference-change";
import { DAY_MS, HOUR_MS, toRfc3339 } from "@/core/time";
import * as tables from "@/db/schema";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { nowOf } from "../clock/clock";
import { recordConsent } from "../consents/record-consent";
import { dumpOf, publicWorld } from "../public/testing";
import { saveTopic } from "../topics/save-topic";
import { changePersonPreference } from "./change-preference";
import { readPersonPreferences } from "./person-preferences";

const TESTS = { kind: "api", name: "tests" } as const;

let database: TestDatabase;
let world: Awaited<ReturnType<typeof publicWorld>>;
let number = 0;

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  world = await publicWorld(database.db);
  const { workspaceId } = world;
  await database.db.insert(tables.topics).values([
    { workspaceId, key: "news", name: "News", defaultChannels: [] },
    { workspaceId, key: "law", name: "Legal", required: true, defaultChannels: ["email"] },
  ]);
});
afterAll(() => database.drop());

const reader = () => ({
  workspaceId: world.workspaceId,
  personId: "Ana",
  source: "preference_page" as const,
});
const change = (what: PreferenceChange) => changePersonPreference(world.ctx, reader(), what);
const read = async () => {
  const found = await readPersonPreferences(database.db, world.workspaceId, "Ana");
  if (!found) throw new Error("There is no Ana");
  return found;
};
const topic = async (key: string) => (await read()).topics.find((one) => one.key === key);
const onOf = async (key: string) =>
  (await topic(key))?.channels.flatMap(({ channel, on }) => (on ? [channel] : []));
const consents = async () => {
  const rows = await database.db
    .select()
    .from(tables.consents)
    .where(eq(tables.consents.workspaceId, world.workspaceId))
    .orderBy(asc(tables.consents.at));
  return rows.map(({ topic, channel, granted, source }) => [topic, channel, granted, source]);
};
/** Of each yes, whether it says that only a no was taken back. */
const takenBack = async () => {
  const rows = await database.db
    .select()
    .from(tables.consents)
    .where(eq(tables.consents.workspaceId, world.workspaceId))
    .orderBy(asc(tables.consents.at));
  return rows.flatMap(({ channel, granted, evidence }) =>
    granted ? [[channel, evidence.takenBack ?? false]] : [],
  );
};
const lastAudit = async () =>
  (
    await database.db
      .select()
      .from(tables.auditLog)
      .where(eq(tables.auditLog.workspaceId, world.workspaceId))
      .orderBy(asc(tables.auditLog.id))
  ).at(-1);
const next = async () => {
  const { opened } = await world.send("invoice.created", ++number);
  const caseId = opened[0]?.caseId ?? "";
  const first = async () => (await world.messagesOf(caseId))[0];
  return { caseId, first };
};

describe("how often", () => {
  test("weekly holds the next message for the list, and undo lets it leave again", async () => {
    const { undo } = await change({ topic: "billing", frequency: "weekly" });
    expect(await topic("billing")).toMatchObject({ frequency: "weekly" });
    const { first } = await next();
    await world.deliver();
    expect(await first()).toMatchObject({ status: "held", code: "held.digest" });
    expect(undo).toEqual({ topics: { billing: null } });
    if (undo) await change(undo);
    expect(await topic("billing")).toMatchObject({ frequency: "as_it_happens", chosenAt: null });
    await world.deliver();
    expect(await first()).toMatchObject({ status: "sent" });
    expect(await consents()).toEqual([]);
  });

  test("the undo of a stop agrees to nothing that was never chosen", async () => {
    await change({ topic: "billing", channel: "email", on: false });
    await change({ topic: "billing", channel: "email", on: true });
    const { undo } = await change({ stop: "optional" });
    if (undo) await change(undo);
    const yes = await takenBack();
    expect(yes.filter(([channel]) => channel === "email").slice(0, 2)).toEqual([
      ["email", false],
      ["email", false],
    ]);
    expect(yes.some(([channel]) => channel === "in_app")).toBe(true);
    expect(yes.filter(([channel]) => channel === "in_app")).toEqual(
      yes.filter(([channel]) => channel === "in_app").map(([channel]) => [channel, true]),
    );
  });

  test("off is a word in the ledger for each channel, and so is its undo", async () => {
    const { undo } = await change({ topic: "billing", frequency: "off" });
    expect(await onOf("billing")).toEqual([]);
    if (undo) await change(undo);
    const page = "preference_page";
    expect(await consents()).toEqual([
      ["billing", "email", false, page],
      ["billing", "in_app", false, page],
      ["billing", "email", true, page],
      ["billing", "in_app", true, page],
    ]);
    const line = await lastAudit();
    expect(line).toMatchObject({ action: "preferences.saved", target: "Ana" });
    expect(line?.actor).toMatchObject({ kind: "person", id: "Ana" });
  });

  test("said where every channel that reaches was switched off brings the topic's own back", async () => {
    await change({ topic: "billing", channel: "email", on: false });
    await change({ topic: "billing", channel: "in_app", on: false });
    await change({ topic: "billing", frequency: "daily", digestAt: "17:00" });
    expect(await topic("billing")).toMatchObject({ frequency: "daily", digestAt: "17:00" });
    expect(await onOf("billing")).toEqual(["email", "in_app"]);
  });

  test("of a required topic or of none is refused and changes nothing", async () => {
    const before = await dumpOf(database.db);
    await expect(change({ topic: "law", frequency: "off" })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(change({ topic: "none", channel: "email", on: false })).rejects.toMatchObject({
      code: "invalid",
    });
    await change({ topics: { law: { channels: {}, frequency: "off", digestAt: null } } });
    expect(await dumpOf(database.db)).toEqual(before);
  });
});

describe("channels", () => {
  test("one switched off stops what is planned already, and back on lets it leave", async () => {
    const { first } = await next();
    const { undo } = await change({ topic: "billing", channel: "email", on: false });
    await world.deliver();
    expect(await first()).toMatchObject({ status: "not_sent", code: "skip.pref_channel" });
    if (undo) await change(undo);
    const again = await next();
    await world.deliver();
    expect(await again.first()).toMatchObject({ status: "sent" });
  });

  test("a topic that is off comes back with exactly what is switched on", async () => {
    await change({ topic: "billing", frequency: "off" });
    await change({ topic: "billing", channel: "email", on: true });
    expect(await onOf("billing")).toEqual(["email"]);
    expect(await topic("billing")).toMatchObject({ frequency: "as_it_happens" });
  });

  test("after a STOP no other change agrees to SMS again; only the person's own yes does", async () => {
    const { workspaceId, ctx } = world;
    await recordConsent(ctx, { workspaceId, actor: TESTS }, "Ana", {
      ...{ channel: "sms", topic: null, granted: false, source: "paper", legalBasis: "consent" },
      ...{ address: null, wording: null, evidence: {} },
    });
    await change({ topic: "news", channel: "email", on: false });
    expect(await onOf("news")).toEqual(["push", "in_app"]);
    const { undo } = await change({ topic: "news", channel: "sms", on: true });
    expect(await onOf("news")).toEqual(["sms", "push", "in_app"]);
    expect(undo).toEqual({ topic: "news", channel: "sms", on: false });
    expect((await consents()).slice(1)).toEqual([
      ["news", "email", false, "preference_page"],
      ["news", "sms", true, "preference_page"],
    ]);
  });

  test("everything optional stops at once, and one undo puts each back as it was", async () => {
    await change({ topic: "billing", frequency: "daily" });
    await change({ topic: "news", channel: "push", on: false });
    const before = await read();
    const { undo } = await change({ stop: "optional" });
    expect(await onOf("billing")).toEqual([]);
    expect(await onOf("news")).toEqual([]);
    expect(await onOf("law")).toEqual(["email"]);
    if (undo) await change(undo);
    const bare = (one: typeof before) => one.topics.map(({ chosenAt: _, ...topic }) => topic);
    expect(bare(await read())).toEqual(bare(before));
  });
});

describe("settings", () => {
  test("a pause holds what is optional, not what is required, and resuming lets it leave", async () => {
    const { first } = await next();
    const until = toRfc3339((await nowOf(database.db, world.workspaceId)) + DAY_MS);
    const { undo } = await change({ pausedUntil: until });
    expect(undo).toEqual({ pausedUntil: null });
    expect(await lastAudit()).toMatchObject({ action: "person.paused" });
    await world.deliver();
    expect(await first()).toMatchObject({ status: "held", code: "held.paused_person" });
    const { ctx, workspaceId } = world;
    const require = (required: boolean) =>
      saveTopic(ctx, { workspaceId, actor: TESTS }, "billing", {
        ...{ name: "Billing", required, defaultChannels: ["email"] },
      });
    await require(true);
    const required = await next();
    await world.deliver();
    expect(await required.first()).toMatchObject({ status: "sent" });
    await require(false);
    await change({ pausedUntil: null });
    await world.deliver();
    expect(await first()).toMatchObject({ status: "sent" });
  });

  test("a pause that is over, hours without a gap, and nobody are refused", async () => {
    const past = toRfc3339((await nowOf(database.db, world.workspaceId)) - HOUR_MS);
    const always = [
      { days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], from: "00:00", to: "24:00" },
    ] satisfies Extract<PreferenceChange, { quietHours: unknown }>["quietHours"];
    const before = await dumpOf(database.db);
    await expect(change({ pausedUntil: past })).rejects.toMatchObject({ code: "invalid" });
    await expect(change({ quietHours: always })).rejects.toMatchObject({ code: "invalid" });
    const nobody = { ...reader(), personId: "Nobody" };
    const asked = changePersonPreference(world.ctx, nobody, { locale: "de" });
    await expect(asked).rejects.toMatchObject({ code: "not_found" });
    expect(await dumpOf(database.db)).toEqual(before);
  });

  test.each<[PreferenceChange, PreferenceChange]>([
    [{ quietHours: [{ days: ["sat"], from: "00:00", to: "24:00" }] }, { quietHours: null }],
    [{ timeZone: "America/New_York" }, { timeZone: "Europe/Berlin" }],
    [{ locale: "de" }, { locale: null }],
    [{ preferredChannel: "in_app" }, { preferredChannel: null }],
  ])("%j is kept, undone by %j, and said twice changes nothing", async (what, undo) => {
    const timeZone = "Europe/Berlin";
    await database.db
      .update(tables.people)
      .set({ timeZone })
      .where(eq(tables.people.workspaceId, world.workspaceId));
    const before = await read();
    expect((await change(what)).undo).toEqual(undo);
    expect(await read()).toEqual({ ...before, ...what });
    const after = await dumpOf(database.db);
    expect((await change(what)).undo).toBeNull();
    expect(await dumpOf(database.db)).toEqual(after);
    await change(undo);
    expect(await read()).toEqual(before);
  });
});

import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { WorkspaceId } from "@/core/ids";
import { HOUR_MS, type Instant } from "@/core/time";
import * as tables from "@/db/schema";
import type { Who } from "../cases/verbs";
import { moveTestClock } from "../clock/test-clock";
import { mintToken } from "../links/token";
import { recordHit } from "../public/engagement";
import { openLink } from "../public/link";
import { BROWSER, getRequest } from "../public/testing";
import { type House, install, newWorkspace, openMany, testHouse } from "../testing/house";

const START = Date.parse("2027-03-02T09:00:00Z");
const ROBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
const SEND = {
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  subject: "A matter",
  stopsWhen: [{ action: "paid" }],
};
const stage = (...steps: unknown[]) => [{ id: "only", name: "Only", steps }];
const WAIT = { id: "w", kind: "wait", for: "P20D" };

let house: House;
let who: Who;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  who = await newWorkspace(house.ctx);
  await goTo(START);
});

const goTo = (to: Instant) => moveTestClock(house.ctx, who.workspaceId, to);

type Over = Partial<typeof tables.people.$inferInsert>;
async function person(
  id: string,
  channels: readonly ("email" | "sms" | "push")[],
  over: Over = {},
) {
  const { workspaceId } = who;
  await house.ctx.db.insert(tables.people).values({
    ...{ workspaceId, id, name: id, timeZone: "Europe/Berlin" },
    ...over,
  });
  for (const channel of channels) {
    const address = channel === "sms" ? "+4915112345678" : `${id}@example.com`;
    await house.ctx.db
      .insert(tables.contactPoints)
      .values({ workspaceId, personId: id, channel, address, verifiedAt: sql`now()` });
  }
}

const fates = async () => {
  const rows = await house.ctx.db
    .select({ channel: tables.messages.channel, code: tables.messages.code })
    .from(tables.messages)
    .where(eq(tables.messages.workspaceId, who.workspaceId))
    .orderBy(tables.messages.id);
  return rows.map(({ channel, code }) => `${channel} ${code}`);
};

describe("SMS if not opened in 4 hours", () => {
  async function opened({ agent, tracked }: { agent: string | null; tracked: boolean }) {
    await install(house.ctx, who, "w", {
      ...SEND,
      stages: stage(
        {
          ...{ id: "s", kind: "send", channels: [{ email: "mail" }] },
          fallback: { sms: "text", after: "PT4H", unless: "opened" },
        },
        WAIT,
      ),
    });
    await person("ana", ["email", "sms"], { trackingConsent: tracked });
    await openMany(house.ctx, who, "w", [{ personId: "ana" }]);
    await goTo(START + HOUR_MS);
    if (agent !== null) await fetchPixel(who.workspaceId, agent);
    await goTo(START + 3.9 * HOUR_MS);
    const before = await fates();
    await goTo(START + 5 * HOUR_MS);
    expect(before).not.toContain("sms sent.plan");
    return fates();
  }

  async function fetchPixel(workspaceId: WorkspaceId, agent: string): Promise<void> {
    const [row] = await house.ctx.db
      .select({ id: tables.messages.id })
      .from(tables.messages)
      .where(eq(tables.messages.workspaceId, workspaceId));
    const secret = house.ctx.config.appSecret;
    const token = mintToken(secret, {
      purpose: "o",
      index: 0,
      workspaceId,
      messageId: row?.id ?? "",
    });
    const found = await openLink(house.ctx, token, "o");
    if (!found.ok) throw new Error("the pixel is not known");
    await recordHit(house.ctx, getRequest({ "user-agent": agent }), found.link, { type: "opened" });
  }

  test("nobody opened it: the SMS leaves", async () => {
    expect(await opened({ agent: null, tracked: true })).toEqual([
      "email sent.plan",
      "sms sent.plan",
    ]);
  });

  test("a human opened it: no SMS, and the reason says so", async () => {
    const fate = await opened({ agent: BROWSER, tracked: true });
    expect(fate).toEqual(["email sent.plan", "sms skip.fallback_unneeded"]);
  });

  test("a machine opened it: the SMS leaves", async () => {
    expect(await opened({ agent: ROBOT, tracked: true })).toContain("sms sent.plan");
  });

  test("without consent to tracking an open is not known: the SMS leaves", async () => {
    expect(await opened({ agent: BROWSER, tracked: false })).toContain("sms sent.plan");
  });
});

describe("the first channel that reaches the person", () => {
  const ANY = {
    ...SEND,
    stages: stage(
      {
        ...{ id: "s", kind: "send" },
        anyOf: [{ push: "ping" }, { sms: "text" }, { email: "mail" }],
      },
      WAIT,
    ),
  };
  const opens = async () => {
    await install(house.ctx, who, "w", ANY);
    await openMany(house.ctx, who, "w", [{ personId: "ana" }]);
    await goTo(START);
    return fates();
  };

  test("no address, a recorded no, and a suppressed one: the next follows at that very moment", async () => {
    await person("ana", ["sms", "email"]);
    const { workspaceId } = who;
    await house.ctx.db.insert(tables.suppressions).values({
      ...{ workspaceId, channel: "sms", address: "+4915112345678" },
      ...{ reason: "stopped", at: new Date(START) },
    });
    expect(await opens()).toEqual([
      "push skip.no_address",
      "sms skip.suppressed",
      "email sent.plan",
    ]);
  });

  test("a channel the person switched off is passed by", async () => {
    await person("ana", ["push", "sms", "email"]);
    await house.ctx.db.insert(tables.preferences).values({
      ...{ workspaceId: who.workspaceId, personId: "ana", topic: "billing" },
      channels: { push: false },
    });
    expect(await opens()).toEqual(["push skip.pref_channel", "sms sent.plan"]);
  });

  test("held is not refused: at night the SMS waits, and no email takes its place", async () => {
    await goTo(START + 12 * HOUR_MS);
    await person("ana", ["sms", "email"]);
    await install(house.ctx, who, "w", ANY);
    await openMany(house.ctx, who, "w", [{ personId: "ana" }]);
    await goTo(START + 12 * HOUR_MS);
    expect(await fates()).toEqual(["push skip.no_address", "sms held.send_window"]);
    await goTo(START + 22.1 * HOUR_MS);
    expect(await fates()).toEqual(["push skip.no_address", "sms sent.plan"]);
  });
});

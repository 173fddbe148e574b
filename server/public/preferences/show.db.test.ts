import { asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { HOUR_MS } from "@/core/time";
import * as tables from "@/db/schema";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { loadReader } from "../link";
import { PAGE_BYTES_MAX } from "../page";
import { BROWSER, dumpOf, publicWorld } from "../testing";
import { preferencePageHtml } from "./render";
import { savePreferencePage, showPreferences } from "./show";

let database: TestDatabase;
let world: Awaited<ReturnType<typeof publicWorld>>;
let token: string;
let messageId: string;
let number = 0;

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  world = await publicWorld(database.db);
  const { workspaceId } = world;
  await database.db.insert(tables.topics).values([
    { workspaceId, key: "news", name: "News", defaultChannels: ["email"] },
    { workspaceId, key: "law", name: "Legal", required: true, defaultChannels: ["email"] },
  ]);
  ({ messageId } = await world.open(++number));
  token = world.token("p", messageId);
});
afterAll(() => database.drop());

type Fields = Record<string, string> | [string, string][];
const at = (search: string, init: RequestInit = {}) =>
  new Request(`https://follow.example.com/p/x${search}`, {
    ...init,
    headers: { "user-agent": BROWSER, ...init.headers },
  });
const read = async (search = "") => {
  const response = await showPreferences(world.ctx, at(search), token);
  return response.text();
};
const post = (fields: Fields, search = "") => {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const body = new URLSearchParams(fields).toString();
  return savePreferencePage(world.ctx, at(search, { method: "POST", headers, body }), token);
};
const save = async (fields: Fields, search = "") => (await post(fields, search)).text();

const unescaped = (text: string) =>
  text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
const statusOf = (page: string) =>
  unescaped(/<p role="status">(.*?)<\/p>/.exec(page)?.[1] ?? "none").replaceAll(/<[^>]+>/g, "");
const undoOf = (page: string) => unescaped(/name="undo" value="([^"]*)"/.exec(page)?.[1] ?? "none");
const boxes = (page: string, topic: string) =>
  [...page.matchAll(/<input type="checkbox"[^>]*>/g)].flatMap(([tag]) => {
    const name = /aria-label="([^"]*)"/.exec(tag)?.[1];
    return name?.endsWith(` for ${topic}`) && / checked/.test(tag) ? [name] : [];
  });
const ana = async () => {
  const rows = await database.db
    .select()
    .from(tables.people)
    .where(eq(tables.people.workspaceId, world.workspaceId));
  return rows.find(({ id }) => id === "Ana");
};
const nextMessage = async () => {
  const { opened } = await world.send("invoice.created", ++number);
  await world.deliver();
  const [message] = await world.messagesOf(opened[0]?.caseId ?? "");
  return message;
};

describe("a topic", () => {
  test("comes weekly after one press, the page says so with the next message, and undo puts it back", async () => {
    expect(await read()).toContain("<b>As it happens</b>");
    const page = await save({ do: "frequency", topic: "billing", frequency: "weekly" });
    expect(statusOf(page)).toMatch(
      /^Changed: Billing, now “One message a week, on Monday at 09:00”\. Next: Mon .*09:00/,
    );
    expect(page).toContain("<b>One message a week, on Monday at 09:00</b>");
    expect(page).toContain("Urgent items due within 24 hours still come at once.");
    expect(await nextMessage()).toMatchObject({ status: "held", code: "held.digest" });
    expect(await read()).toMatch(/1 message is waiting until Mon .*09:00/);
    const back = await save({ do: "undo", undo: undoOf(page) });
    expect(statusOf(back)).toMatch(/^Undone: Billing, now “As it happens”\./);
    expect(back).not.toContain('name="undo"');
    expect(await nextMessage()).toMatchObject({ status: "sent" });
  });

  test("stops with one press", async () => {
    const page = await save({ do: "frequency", topic: "billing", frequency: "off" });
    expect(statusOf(page)).toBe("Changed: Billing, now “Off”.");
    expect(boxes(page, "Billing")).toEqual([]);
    expect(await nextMessage()).toMatchObject({ status: "not_sent", code: "skip.pref_topic" });
  });

  test("has a box for each channel that saves what is ticked and leaves what was not shown", async () => {
    const shown: [string, string][] = [
      ["do", "channels"],
      ["topic", "billing"],
      ["shown", "email"],
      ["shown", "in_app"],
    ];
    expect(boxes(await read(), "Billing")).toEqual(["Email for Billing", "In the app for Billing"]);
    const page = await save([...shown, ["on", "in_app"]]);
    expect(statusOf(page)).toMatch(/^Changed: Billing, Email off\./);
    expect(boxes(page, "Billing")).toEqual(["In the app for Billing"]);
    expect(unescaped(page)).toContain("In the app is the last one that is on");
    expect(await nextMessage()).toMatchObject({ code: "skip.pref_channel" });
    const both = await save(shown);
    await save({ do: "undo", undo: undoOf(both) });
    expect(boxes(await read(), "Billing")).toEqual(["In the app for Billing"]);
    const ledger = await database.db
      .select()
      .from(tables.consents)
      .where(eq(tables.consents.workspaceId, world.workspaceId))
      .orderBy(asc(tables.consents.at));
    expect(ledger[0]).toMatchObject({
      channel: "email",
      granted: false,
      source: "preference_page",
    });
    expect(ledger[0]?.evidence).toMatchObject({ messageId });
  });

  test("that is required is locked, with the reason and whom to ask", async () => {
    const page = await read();
    expect(page).toMatch(/aria-label="Email for Legal"[^>]* checked disabled/);
    expect(page).toContain("it cannot be switched off. It stays on by: Email.");
    expect(page).toContain("write to billing@shop.example.com");
    expect((await post({ do: "frequency", topic: "law", frequency: "off" })).status).toBe(422);
  });

  test("says why a channel cannot reach somebody", async () => {
    expect(await read()).toContain("No phone number on file");
  });
});

describe("everything", () => {
  test("optional stops, and comes back as it was with one undo", async () => {
    await save({ do: "frequency", topic: "news", frequency: "daily", digestAt: "17:00" });
    const page = await save({ do: "stop" });
    expect(statusOf(page)).toBe("Changed: everything optional is off.");
    expect(page).not.toContain("Unsubscribe from everything optional");
    const back = await save({ do: "undo", undo: undoOf(page) });
    expect(back).toContain("<b>One message a day, at 17:00</b>");
    expect(boxes(back, "Billing")).toHaveLength(2);
  });

  test("pauses until a day, says what continues, and resumes", async () => {
    const now = (await loadReader(database.db, world.workspaceId, "Ana"))?.now ?? 0;
    const day = new Date(now + 48 * HOUR_MS).toISOString().slice(0, 10);
    const page = await save({ do: "pause", for: "date", until: day });
    expect(page).toContain("<b>Paused until ");
    expect(page).toContain("Still sent, because it is required: Legal.");
    expect(await nextMessage()).toMatchObject({ code: "held.paused_person" });
    expect(await read()).toContain("1 message is waiting until");
    expect(statusOf(await save({ do: "resume" }))).toMatch(/^Changed: messages reach you again\./);
    expect((await ana())?.pausedUntil).toBeNull();
    expect(statusOf(await save({ do: "pause", for: "week" }))).toContain("a pause until");
  });

  test("that cannot be done is said where it can be mended, and changes nothing", async () => {
    const before = await dumpOf(database.db);
    for (const [fields, place] of [
      [{ do: "pause", for: "date", until: "2001-01-01" }, "until"],
      [{ do: "days" }, "days"],
      [{ do: "days", "from.mon": "20:00", "to.mon": "08:00" }, "days"],
      [{ do: "zone", zone: "Mars/Olympus" }, "zone"],
      [{ do: "frequency", topic: "nothing", frequency: "off" }, "topics"],
    ] satisfies [Fields, string][]) {
      const response = await post(fields);
      expect(response.status).toBe(422);
      const page = await response.text();
      expect(page).toContain(`role="alert"><h2>This was not changed</h2><a href="#${place}">`);
      expect(page).toContain(`id="${place}"`);
    }
    for (const fields of [
      {},
      { do: "nothing" },
      { do: "undo", undo: "{" },
      { do: "first", first: "webhook" },
    ]) {
      expect((await post(fields)).status).toBe(400);
    }
    expect((await post({ do: "stop", filler: "x".repeat(70_000) })).status).toBe(400);
    expect(await dumpOf(database.db)).toEqual(before);
  });
});

describe("settings", () => {
  test("contact hours are one of the presets, or each day's own, and hold what comes outside", async () => {
    const page = await save({ do: "hours", preset: "weekdays_8_20" });
    expect(statusOf(page)).toContain("contact hours, now “Monday to Friday, 08:00 to 20:00”");
    expect(page).toMatch(/value="weekdays_8_20" selected/);
    const days = await save({ do: "days", "from.mon": "10:00", "to.mon": "00:00", copy: "mon" });
    expect(statusOf(days)).toContain("contact hours, now “Your own hours”");
    expect((await ana())?.quietHours).toEqual([
      { days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], from: "00:00", to: "10:00" },
    ]);
    await save({ do: "hours", preset: "any" });
    expect((await ana())?.quietHours).toBeNull();
  });

  test("whoever chose no language is spoken to in their browser's, and after that in the chosen one", async () => {
    const headers = { "accept-language": "fr, de-AT;q=0.8, en;q=0.5" };
    const shown = async () => (await showPreferences(world.ctx, at("", { headers }), token)).text();
    const body = new URLSearchParams({ do: "zone", zone: "Europe/Vienna" }).toString();
    const form = { ...headers, "content-type": "application/x-www-form-urlencoded" };
    const saved = await savePreferencePage(
      world.ctx,
      at("", { method: "POST", headers: form, body }),
      token,
    );
    expect(await saved.text()).toContain('<html lang="de" dir="ltr">');
    expect(await shown()).toContain('<html lang="de" dir="ltr">');
    await save({ do: "language", language: "ar" });
    expect(await shown()).toContain('<html lang="ar" dir="rtl">');
    await save({ do: "language", language: "" });
    expect(await shown()).toContain('<html lang="de" dir="ltr">');
    expect(await read()).toContain('<html lang="en" dir="ltr">');
  });

  test("zone, language and the channel that goes first are kept, and the page follows", async () => {
    const zone = await save({ do: "zone", zone: "America/New_York" });
    expect(statusOf(zone)).toContain("time zone, now New York");
    expect(zone).toContain('data-zone="America/New_York"');
    expect(statusOf(await save({ do: "first", first: "in_app" }))).toContain(
      "you are reached first by In the app",
    );
    const arabic = await save({ do: "language", language: "ar" });
    expect(arabic).toContain('<html lang="ar" dir="rtl">');
    expect(await ana()).toMatchObject({
      timeZone: "America/New_York",
      locale: "ar",
      preferredChannel: "in_app",
    });
    expect(await read("?lang=de")).toContain('<html lang="de" dir="ltr">');
    expect((await ana())?.locale).toBe("ar");
  });
});

describe("why", () => {
  test("is told of the reader's own message, with its topic first and the history open", async () => {
    const page = unescaped(await read(`?m=${messageId}`));
    expect(page).toMatch(/You got “Invoice \d+ is due” on .* because of “Invoice \d+”, due /);
    expect(page).toContain("It belongs to Billing. Email is on because it is the default.");
    expect(page).toMatch(/<details class="part" id="history" open>/);
    expect(page.indexOf("<bdi>Billing")).toBeLessThan(page.indexOf("<bdi>Legal"));
    await save({ do: "frequency", topic: "billing", frequency: "off" });
    await save({ do: "frequency", topic: "billing", frequency: "as_it_happens" });
    const chosen = unescaped(await read(`?m=${messageId}`));
    expect(chosen).toContain("Email is on because you chose it on");
    expect(chosen).toMatch(/by you<\/span><br>Billing, Email and In the app on/);
  });

  test("is not told of anybody else's message, nor of none", async () => {
    const { caseId } = await world.open(++number);
    await database.db.execute(sql`update messages set person_id = 'Ben' where case_id = ${caseId}`);
    const [other] = await world.messagesOf(caseId);
    const own = unescaped(await read());
    expect(own).toContain(`“Invoice ${number - 1} is due”`);
    for (const search of [`?m=${other?.id}`, "?m=x", "?m="]) {
      const page = unescaped(await read(search));
      expect(page).toContain(`“Invoice ${number - 1} is due”`);
      expect(page).not.toContain(`Invoice ${number}`);
    }
  });
});

describe("the page", () => {
  test("weighs less than it may with 200 topics, shows ten at a time and asks nobody else", async () => {
    const { workspaceId } = world;
    const many = Array.from({ length: 197 }, (_, i) => ({
      workspaceId,
      key: `topic-${i}`,
      name: `Topic number ${i} of a long list`,
      description: "What happens there, told in a sentence of the usual length for such a text.",
      defaultChannels: [],
    }));
    await database.db.insert(tables.topics).values(many);
    await save({ do: "hours", preset: "weekdays_8_20" });
    for (const lang of ["en", "de", "ar"]) {
      const page = await read(`?lang=${lang}&m=${messageId}`);
      expect(Buffer.byteLength(page)).toBeLessThan(PAGE_BYTES_MAX);
      expect(page.match(/<fieldset/g)).toHaveLength(10);
      expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
    }
    const last = await read("?part=20");
    expect(last).toContain("Topics 191 to 200 of 200");
    const stopped = await save({ do: "stop" });
    expect(Buffer.byteLength(stopped)).toBeLessThan(PAGE_BYTES_MAX);
  });

  test("runs one script, its own, and asks only its own origin", async () => {
    const response = await showPreferences(world.ctx, at(""), token);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/script-src 'sha256-[\w+/=]+'; connect-src 'self'/);
    expect(policy).toContain("default-src 'none'");
    expect((await response.text()).match(/<script/g)).toHaveLength(1);
  });

  test("shows names as text, whatever they say", async () => {
    const evil = `"><script>alert(1)</script>`;
    const { workspaceId } = world;
    await database.db.update(tables.topics).set({ name: evil, description: evil });
    await database.db.update(tables.people).set({ name: evil });
    await database.db
      .update(tables.workspaces)
      .set({
        name: evil,
        personSide: {
          pageWords: { en: { title: evil, lead: evil, pauseIntro: evil, footer: evil } },
          ...{ canDownload: true, canAskErasure: true, inboxLook: {} },
        },
      })
      .where(eq(tables.workspaces.id, workspaceId));
    for (const page of [
      await read(`?m=${messageId}&lang=en`),
      await save({ do: "frequency", topic: "billing", frequency: "daily" }),
      await save({ do: "first", first: "in_app" }),
    ]) {
      expect(page.match(/<script/g)).toHaveLength(1);
      expect(page).not.toContain("alert(1)</script>");
    }
  });

  test("leads to addresses and, where it is offered, to what is kept", async () => {
    expect(await read()).toContain('href="/p/x/address"');
    expect(await read()).toContain('href="/p/x/my-data"');
    await database.db
      .update(tables.workspaces)
      .set({
        personSide: {
          ...{ pageWords: {}, inboxLook: {} },
          ...{ canDownload: false, canAskErasure: false },
        },
      })
      .where(eq(tables.workspaces.id, world.workspaceId));
    expect(await read()).not.toContain("my-data");
  });

  test("hides the reader's address and opens with no other token", async () => {
    const page = await read();
    expect(page).toContain("a•••@example.com");
    expect(page).not.toContain("ana@example.com");
    const before = await dumpOf(database.db);
    for (const other of [world.token("u", messageId), `${token.slice(0, -2)}AA`, ""]) {
      const body = "do=stop";
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      const request = at("", { method: "POST", headers, body });
      expect((await savePreferencePage(world.ctx, request, other)).status).toBe(404);
    }
    expect(await dumpOf(database.db)).toEqual(before);
  });

  test("is shown to an operator with a watermark and nothing that works", async () => {
    const reader = await loadReader(database.db, world.workspaceId, "Ana");
    if (!reader) throw new Error("There is no Ana");
    const page = await preferencePageHtml(world.ctx, reader, "de");
    expect(page).toContain("Vorschau. Das sieht die Person");
    expect(page).toContain("<div inert>");
    expect(page).not.toContain("<script");
  });
});

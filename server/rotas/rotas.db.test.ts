import ICAL from "ical.js";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { RotaInput } from "@/core/contracts/rotas";
import { onDuty } from "@/core/rota/on-duty";
import { RotaPlan } from "@/core/rota/rota";
import { DAY_MS, type Instant } from "@/core/time";
import { inTransaction } from "@/db/client";
import { listAudit } from "@/db/queries/audit";
import { loadRotas } from "@/db/queries/rotas";
import * as tables from "@/db/schema";
import type { Who } from "../cases/verbs";
import { loadWorkspaces } from "../cases/workspace-facts";
import { moveTestClock } from "../clock/test-clock";
import { type House, newWorkspace, testHouse } from "../testing/house";
import { feedShifts } from "./calendar";
import { deleteRota } from "./delete-rota";
import { feedUrl } from "./feed-link";
import { addOverride, OVERRIDES_MAX, removeOverride } from "./overrides";
import { renewFeed } from "./renew-feed";
import { saveRota } from "./save-rota";
import { serveFeed } from "./serve-feed";

const NOW = Date.parse("2027-03-02T09:00:00Z");
const text = (at: Instant) => new Date(at).toISOString();

let house: House;
let who: Who;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  who = await newWorkspace(house.ctx);
  await moveTestClock(house.ctx, who.workspaceId, NOW);
  const { workspaceId } = who;
  await house.ctx.db
    .insert(tables.people)
    .values(["Ana", "Ben", "Cy"].map((name) => ({ workspaceId, id: name.toLowerCase(), name })));
  await save("on-call");
});

const PLAN = {
  name: "On call",
  timeZone: "Europe/Berlin",
  layers: [
    {
      name: "Weekly",
      people: ["ana", "ben"],
      startsOn: "2027-01-04",
      handoverAt: "09:00",
      rotation: { every: 1, unit: "week" },
      hours: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "08:00", to: "20:00" }],
    },
    {
      name: "Weekends",
      people: ["cy", "ana"],
      startsOn: "2027-02-06",
      handoverAt: "08:00",
      rotation: { rrule: "FREQ=MONTHLY;BYDAY=1SA" },
      hours: [{ days: ["sat", "sun"], from: "08:00", to: "20:00" }],
    },
  ],
};
const save = (key: string, plan: object = PLAN) =>
  saveRota(house.ctx, who, key, RotaInput.parse(plan));
const override = (personId: string | null, from: Instant, until: Instant, rota = "on-call") =>
  addOverride(house.ctx, who, rota, { personId, from: text(from), until: text(until) });

async function factsOf(key = "on-call") {
  const rota = (await loadRotas(house.ctx.db, who.workspaceId, key)).get(key);
  if (!rota) throw new Error(`There is no rota ${key}`);
  return rota;
}

/** As the engine asks, through the cache of a workspace. */
async function onDutyNow(at: Instant): Promise<string | null> {
  const { workspaceId } = who;
  const loaded = await inTransaction(house.ctx.db, (tx) => loadWorkspaces(tx, [workspaceId]));
  const rota = loaded.get(workspaceId)?.rotas.get("on-call");
  return rota ? onDuty(rota, at) : null;
}

describe("a save that says what it has seen", () => {
  const saveSeen = (key: string, seen: typeof stored | null, name: string) =>
    saveRota(house.ctx, who, key, RotaInput.parse({ ...PLAN, name }), { seen });
  const stored = RotaPlan.parse(PLAN);

  it("replaces just that, and nothing that somebody made or changed meanwhile", async () => {
    await saveSeen("on-call", stored, "First");
    const late = saveSeen("on-call", stored, "Second");
    await expect(late).rejects.toMatchObject({ code: "precondition_failed" });
    const taken = saveSeen("on-call", null, "New");
    await expect(taken).rejects.toMatchObject({ code: "conflict", errors: [{ path: "key" }] });
    expect((await factsOf()).name).toBe("First");
  });

  it("of two at once only one is kept", async () => {
    const made = ["A", "B"].map((name) => saveSeen("nights", null, name));
    const both = await Promise.allSettled(made);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const changed = ["C", "D"].map((name) => saveSeen("on-call", stored, name));
    const again = await Promise.allSettled(changed);
    expect(again.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("an override", () => {
  it("counts from the next question on, and no more once it is taken back", async () => {
    expect(await onDutyNow(NOW)).toBe("ana");
    const { id } = await override("cy", NOW, NOW + DAY_MS);
    expect(await onDutyNow(NOW)).toBe("cy");
    expect(await onDutyNow(NOW + DAY_MS)).toBe("ana");
    await removeOverride(house.ctx, who, "on-call", id);
    expect(await onDutyNow(NOW)).toBe("ana");
  });

  it("that came later wins, also with nobody", async () => {
    await override("cy", NOW, NOW + DAY_MS);
    await override("ben", NOW, NOW + 1);
    expect(await onDutyNow(NOW)).toBe("ben");
    expect(await onDutyNow(NOW + 1)).toBe("cy");
    await override(null, NOW, NOW + 1);
    expect(await onDutyNow(NOW)).toBeNull();
  });

  it("is written down with who made and who took it back", async () => {
    const { id } = await override("cy", NOW, NOW + DAY_MS);
    await removeOverride(house.ctx, who, "on-call", id);
    const { rows } = await listAudit(
      house.ctx.db,
      who.workspaceId,
      { action: "rota" },
      { limit: 2 },
    );
    expect(rows.map(({ action, target, actor }) => [action, target, actor])).toEqual([
      ["rota.override_removed", "on-call", who.actor],
      ["rota.override_added", "on-call", who.actor],
    ]);
  });

  it("is refused for somebody unknown, of an unknown rota, or when there is no such one", async () => {
    await expect(override("zoe", NOW, NOW + 1)).rejects.toMatchObject({
      code: "invalid",
      errors: [{ path: "personId" }],
    });
    await expect(override("ana", NOW, NOW + 1, "nothing")).rejects.toMatchObject({
      code: "not_found",
    });
    const { id } = await override("ana", NOW, NOW + 1);
    await save("other");
    await expect(removeOverride(house.ctx, who, "other", id)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("goes with its rota: one of the same key that comes later has none", async () => {
    await override("cy", NOW, NOW + DAY_MS);
    await deleteRota(house.ctx, who, "on-call");
    await save("on-call");
    expect(await onDutyNow(NOW)).toBe("ana");
  });

  it("is refused past the most a rota can have that are not over", async () => {
    const { workspaceId } = who;
    const rows = Array.from({ length: OVERRIDES_MAX }, (_, i) => ({
      ...{ workspaceId, rota: "on-call", personId: "cy" },
      id: `01960000-0000-7000-8000-${`${i}`.padStart(12, "0")}`,
      from: new Date(NOW - DAY_MS),
      until: new Date(NOW + 1),
    }));
    await house.ctx.db.insert(tables.rotaOverrides).values(rows);
    await expect(override("ben", NOW, NOW + 1)).rejects.toMatchObject({ code: "conflict" });
    await moveTestClock(house.ctx, workspaceId, NOW + DAY_MS);
    await override("ben", NOW + DAY_MS, NOW + 2 * DAY_MS);
  });
});

describe("the calendar feed", () => {
  async function ask(url: string, headers: Record<string, string> = {}) {
    const file = url.slice(url.lastIndexOf("/") + 1);
    return serveFeed(house.ctx, new Request(url, { headers }), file);
  }
  const urlOf = (personId?: string) => feedUrl(house.ctx, who.workspaceId, "on-call", personId);
  const eventsOf = (ics: string) =>
    new ICAL.Component(ICAL.parse(ics))
      .getAllSubcomponents("vevent")
      .map((event) => new ICAL.Event(event))
      .map(({ uid, summary, startDate, endDate }) => ({
        ...{ uid, summary },
        from: startDate.toJSDate().getTime(),
        until: endDate.toJSDate().getTime(),
      }));

  it("has every shift and gap of the rota, as an independent reader reads them", async () => {
    await override("cy", NOW, NOW + 3 * DAY_MS);
    const response = await ask(await urlOf());
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const events = eventsOf(await response.text());
    const names: Record<string, string> = { ana: "Ana", ben: "Ben", cy: "Cy" };
    expect(events.map(({ summary, from, until }) => [summary, from, until])).toEqual(
      feedShifts(await factsOf(), NOW).map(({ personId, from, until }) => [
        personId === null ? "Nobody on call" : names[personId],
        from,
        until,
      ]),
    );
    expect(events.length).toBeGreaterThan(500);
    expect(events[0]?.from).toBeLessThan(Date.parse("2027-02-02"));
    expect(events.at(-1)?.until).toBe(Date.parse("2028-04-01"));
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });

  it("of one person has their shifts and nothing else", async () => {
    const events = eventsOf(await (await ask(await urlOf("cy"))).text());
    expect(events.map(({ from, until }) => [from, until])).toEqual(
      feedShifts(await factsOf(), NOW)
        .filter(({ personId }) => personId === "cy")
        .map(({ from, until }) => [from, until]),
    );
    expect(new Set(events.map(({ summary }) => summary))).toEqual(new Set(["On call"]));
  });

  it("keeps the identity of a shift that somebody else takes over, or that is asked for later", async () => {
    const before = eventsOf(await (await ask(await urlOf())).text());
    const shift = before.find(({ from, summary }) => from > NOW && summary !== "Nobody on call");
    if (!shift) throw new Error("There is no shift to come");
    await override("cy", shift.from, shift.until);
    await moveTestClock(house.ctx, who.workspaceId, NOW + 20 * DAY_MS);
    const after = eventsOf(await (await ask(await urlOf())).text());
    expect(after.find(({ uid }) => uid === shift.uid)).toEqual({ ...shift, summary: "Cy" });
    const kept = new Set(before.map(({ uid }) => uid));
    expect(after.filter(({ uid }) => !kept.has(uid))).toEqual([]);
  });

  it("is answered 304 while nothing changed, and anew when something did", async () => {
    const url = await urlOf();
    const etag = (await ask(url)).headers.get("etag") ?? "";
    const headers = { "if-none-match": etag };
    expect((await ask(url, headers)).status).toBe(304);
    await override("cy", NOW, NOW + DAY_MS);
    expect((await ask(url, headers)).status).toBe(200);
  });

  it("has another address once it is renewed; the old one answers 404, as any that is not ours", async () => {
    const [old, hers] = [await urlOf(), await urlOf("ana")];
    await renewFeed(house.ctx, who, "on-call");
    for (const url of [old, hers, "http://followthrough.test/api/rotas/abc.ics"]) {
      expect((await ask(url)).status).toBe(404);
    }
    expect((await ask(await urlOf())).status).toBe(200);
  });

  it("of a rota that was deleted stays 404 when another takes its key", async () => {
    const old = await urlOf();
    await deleteRota(house.ctx, who, "on-call");
    expect((await ask(old)).status).toBe(404);
    await save("on-call");
    expect((await ask(old)).status).toBe(404);
    expect((await ask(await urlOf())).status).toBe(200);
  });

  it("is in the workspace's language", async () => {
    await house.ctx.db.update(tables.workspaces).set({ locale: "de" });
    expect(await (await ask(await urlOf())).text()).toContain("SUMMARY:Niemand im Dienst");
  });
});

import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { WorkspaceId } from "@/core/ids";
import { DAY_MS, SECOND_MS } from "@/core/time";
import * as tables from "@/db/schema";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { nowOf } from "@/server/clock/clock";
import { mintPersonToken } from "@/server/links/token";
import { erasePerson } from "@/server/people/erase-person";
import { makePreferenceLink } from "@/server/people/preference-link";
import { savePeople } from "@/server/people/save-people";
import { showAction } from "./action-page";
import { showAddress } from "./address-page";
import { showMyData } from "./my-data-page";
import { BROWSER, dumpOf, getRequest, postRequest, publicWorld } from "./testing";
import { showUnsubscribe, unsubscribe } from "./unsubscribe";
import { showMessage } from "./view";

let database: TestDatabase;
let world: Awaited<ReturnType<typeof publicWorld>>;
let count = 0;

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  world = await publicWorld(database.db);
});
afterAll(() => database.drop());

const who = () => ({
  workspaceId: world.workspaceId,
  actor: { kind: "operator" as const, id: randomUUID(), name: "Olga" },
});
const now = () => nowOf(database.db, world.workspaceId);
const personToken = (personId: string, issuedAt: number, workspaceId = world.workspaceId) =>
  mintPersonToken(world.ctx.config.appSecret, { workspaceId, personId, issuedAt });
const statusOf = async (token: string) =>
  (await showAddress(world.ctx, getRequest(), token)).status;
const endLinks = (at = sql`clock_timestamp()`) =>
  database.db.execute(sql`
    update people set links_after = ${at} where workspace_id = ${world.workspaceId} and id = 'Ana'`);

describe("a link to a person", () => {
  test("opens their page, and says so in the audit, for sixty days", async () => {
    const { url, expiresAt } = await makePreferenceLink(world.ctx, who(), "Ana");
    const token = url.split("/p/")[1] ?? "";
    expect(url).toBe(`https://follow.example.com/p/${token}`);
    expect(await statusOf(token)).toBe(200);
    expect(Date.parse(expiresAt)).toBeGreaterThan((await now()) + 59 * DAY_MS);
    expect(await statusOf(personToken("Ana", (await now()) - 61 * DAY_MS))).toBe(410);
    expect(await statusOf(personToken("Ana", (await now()) - 59 * DAY_MS))).toBe(200);
  });

  test("is not made for nobody", async () => {
    await expect(makePreferenceLink(world.ctx, who(), "Nobody")).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("leads nowhere for another secret, another workspace, nobody, or any change in it", async () => {
    const good = personToken("Ana", await now());
    const foreign = personToken("Ana", await now(), randomUUID() as WorkspaceId);
    const secret = "another secret of thirty-two characters";
    const forged = mintPersonToken(secret, {
      workspaceId: world.workspaceId,
      personId: "Ana",
      issuedAt: await now(),
    });
    const pages = [];
    for (const token of [
      foreign,
      forged,
      personToken("Nobody", await now()),
      `${good.slice(0, -1)}${good.endsWith("A") ? "B" : "A"}`,
      good.slice(1),
      "",
      "x",
    ]) {
      const response = await showAddress(world.ctx, getRequest(), token);
      expect(response.status).toBe(404);
      pages.push(await response.text());
    }
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).not.toContain("Shop");
  });

  test("opens no page of a message", async () => {
    const token = personToken("Ana", await now());
    for (const show of [showAction, showMessage, showUnsubscribe]) {
      expect((await show(world.ctx, getRequest(), token)).status).toBe(404);
    }
  });

  test("ends with the person, and does not come back for whoever has their id later", async () => {
    const before = personToken("Ana", (await now()) - SECOND_MS);
    await erasePerson(world.ctx, who(), "Ana");
    expect(await statusOf(before)).toBe(404);
    await savePeople(world.ctx, who(), [{ id: "Ana", email: "other@example.org" }]);
    const page = await showAddress(world.ctx, getRequest(), before);
    expect(page.status).toBe(410);
    expect(await page.text()).not.toContain("example.org");
    expect(await statusOf(personToken("Ana", await now()))).toBe(200);
  });
});

describe("links made before an address changed", () => {
  test("end, whatever they are for, and later ones work", async () => {
    const { messageId } = await world.open(++count);
    const action = await world.actionToken(messageId, "paid");
    const own = personToken("Ana", (await now()) - SECOND_MS);
    await endLinks();
    const { ctx, token } = world;
    expect((await showAction(ctx, getRequest(), action)).status).toBe(410);
    expect((await showMessage(ctx, getRequest(), token("v", messageId))).status).toBe(410);
    expect((await showUnsubscribe(ctx, getRequest(), token("u", messageId))).status).toBe(410);
    expect(await statusOf(token("p", messageId))).toBe(410);
    expect(await statusOf(own)).toBe(410);
    expect(await statusOf(personToken("Ana", await now()))).toBe(200);
    const later = await world.open(++count);
    await database.db.execute(sql`
      update messages set sent_at = clock_timestamp() where id = ${later.messageId}`);
    expect(await statusOf(token("p", later.messageId))).toBe(200);
  });

  test("change nothing, neither by one click nor on a page", async () => {
    const { messageId } = await world.open(++count);
    await endLinks();
    const before = await dumpOf(database.db);
    for (const fields of [{ "List-Unsubscribe": "One-Click" }, { stop: "all" }]) {
      const request = postRequest(fields);
      const response = await unsubscribe(world.ctx, request, world.token("u", messageId));
      expect(response.status).toBe(410);
    }
    expect(await dumpOf(database.db)).toEqual(before);
  });
});

describe("a link that ran out", () => {
  const renew = (token: string, fields: Record<string, string> = { fresh: "1" }, ip = ++count) =>
    showAddress(
      world.ctx,
      new Request("https://follow.example.com/p", {
        method: "POST",
        headers: {
          "user-agent": BROWSER,
          "content-type": "application/x-www-form-urlencoded",
          "x-forwarded-for": `198.51.100.${ip}`,
        },
        body: new URLSearchParams(fields).toString(),
      }),
      token,
    );
  const jobs: object[] = [];
  beforeEach(() => {
    jobs.length = 0;
    world = {
      ...world,
      ctx: { ...world.ctx, enqueue: async (_tx, _name, job) => void jobs.push(job) },
    };
  });

  test("offers a fresh one to the address on file, of which it shows the ends", async () => {
    const old = personToken("Ana", (await now()) - 61 * DAY_MS);
    const before = await dumpOf(database.db);
    const response = await showAddress(world.ctx, getRequest(), old);
    const page = await response.text();
    expect(response.status).toBe(410);
    expect(page).toContain("a•••@example.com");
    expect(page).not.toContain("ana@example.com");
    expect(await dumpOf(database.db)).toEqual(before);
    await renew(old);
    expect(jobs).toMatchObject([{ personId: "Ana", letter: { kind: "fresh_link" } }]);
  });

  test("says the same with an address and without one, and hides it where the address changed", async () => {
    await world.addPerson("Zoe", null);
    const issued = (await now()) - 61 * DAY_MS;
    const shown = await (
      await showAddress(world.ctx, getRequest(), personToken("Zoe", issued))
    ).text();
    expect(shown).toContain("the email address on file");
    const answers = [];
    for (const id of ["Ana", "Zoe"])
      answers.push(await (await renew(personToken(id, issued))).text());
    expect(answers[0]).toBe(answers[1]);
    await endLinks();
    const revoked = await showAddress(world.ctx, getRequest(), personToken("Ana", 1));
    expect(await revoked.text()).not.toContain("•••");
  });

  test("is renewed three times a day for a person, and the fourth answer is the same", async () => {
    const old = personToken("Ana", (await now()) - 61 * DAY_MS);
    const answers = new Set<string>();
    for (let i = 0; i < 5; i++) answers.add(await (await renew(old)).text());
    expect(answers.size).toBe(1);
    expect(jobs).toHaveLength(3);
  });

  test("is renewed a few times a minute from one place, whoever's it is", async () => {
    const issued = (await now()) - 61 * DAY_MS;
    for (let i = 0; i < 8; i++) {
      await world.addPerson(`P${i}`, `p${i}@example.com`);
      await renew(personToken(`P${i}`, issued), { fresh: "1" }, 250);
    }
    expect(jobs).toHaveLength(5);
  });

  test("is not renewed by a forged one, nor by any other form", async () => {
    const before = await dumpOf(database.db);
    expect((await renew("x".repeat(68))).status).toBe(404);
    const old = personToken("Ana", (await now()) - 61 * DAY_MS);
    expect((await renew(old, { fresh: "no" })).status).toBe(410);
    expect((await renew(old, { address: "eve@example.com", way: "email" })).status).toBe(410);
    expect(jobs).toEqual([]);
    expect(await dumpOf(database.db)).toEqual(before);
  });
});

test("names cannot break out of any of these pages", async () => {
  const evil = `"><script>alert(1)</script>'`;
  const { workspaceId, ctx } = world;
  await database.db
    .update(tables.workspaces)
    .set({ name: evil, brand: { address: evil } })
    .where(eq(tables.workspaces.id, workspaceId));
  await world.addPerson(evil, `"><img src=x>@example.com`, { name: evil });
  const good = personToken(evil, await now());
  const old = personToken(evil, (await now()) - 61 * DAY_MS);
  for (const show of [showAddress, showMyData]) {
    for (const token of [good, old]) {
      const text = await (await show(ctx, getRequest(), token)).text();
      expect(text).not.toContain("<script");
      expect(text).not.toContain("<img");
    }
  }
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { inboxLookOf } from "@/core/person-side/inbox-look";
import { OWN_PAGE_WORDS } from "@/core/person-side/own-words";
import { findWorkspace } from "@/db/queries/workspaces";
import type { Who } from "../cases/verbs";
import type { Ctx } from "../context";
import { type House, newWorkspace, testHouse } from "../testing/house";
import { PersonSideChange, savePersonSide } from "./save-person-side";

let house: House;
let ctx: Ctx;
let who: Who;

beforeAll(async () => {
  house = await testHouse();
  ctx = house.ctx;
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  who = await newWorkspace(ctx);
});

const stored = async () => (await findWorkspace(ctx.db, who.workspaceId))?.personSide;
const changes = () =>
  ctx.db.execute<{ detail: unknown }>(sql`
    select detail from audit_log
    where workspace_id = ${who.workspaceId} and action = 'workspace.person_side_changed'
    order by id`);

test("an own word stands beside the others, and taken back it leaves nothing behind", async () => {
  await savePersonSide(ctx, who, { pageWords: { de: { title: "Ihre Post", footer: "Gruß" } } });
  await savePersonSide(ctx, who, { pageWords: { de: { title: "" }, en: { title: "Your mail" } } });
  expect((await stored())?.pageWords).toEqual({
    de: { footer: "Gruß" },
    en: { title: "Your mail" },
  });
  await savePersonSide(ctx, who, { pageWords: { de: { footer: null } } });
  expect((await stored())?.pageWords).toEqual({ en: { title: "Your mail" } });
});

test("a switch changes itself alone, and its audit line holds both values", async () => {
  await savePersonSide(ctx, who, { canDownload: false });
  expect(await stored()).toMatchObject({ canDownload: false, canAskErasure: true });
  expect((await changes())[0]?.detail).toEqual({ canDownload: { from: true, to: false } });
});

test("saving what is stored already is not recorded", async () => {
  await savePersonSide(ctx, who, { canDownload: true, pageWords: { en: { title: "" } } });
  expect(await changes()).toHaveLength(0);
});

test("the look of the inbox is kept choice by choice, and read with what came first for the rest", async () => {
  await savePersonSide(ctx, who, { inboxLook: { accent: "#0A66C2" } });
  await savePersonSide(ctx, who, { inboxLook: { mode: "page" } });
  const look = inboxLookOf((await stored())?.inboxLook ?? {});
  expect(look).toMatchObject({ mode: "page", accent: "#0a66c2", density: "comfortable" });
});

test("a word that is none, a language the page does not speak, and a text too long are refused", () => {
  const long = "x".repeat(OWN_PAGE_WORDS.title + 1);
  for (const pageWords of [
    { en: { save: "Go" } },
    { fr: { title: "T" } },
    { en: { title: long } },
  ]) {
    expect(PersonSideChange.safeParse({ pageWords }).success).toBe(false);
  }
});

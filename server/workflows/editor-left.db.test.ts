import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { workspaceMembers } from "@/db/schema/operators";
import { type Auth, createAuth } from "@/server/auth/auth";
import { createOperator, ensureFirstOperator } from "@/server/auth/first-operator";
import type { Who } from "@/server/cases/verbs";
import { newId } from "@/server/new-id";
import { type House, newWorkspace, testHouse } from "@/server/testing/house";
import { attendDraft } from "./attend-draft";
import { createBlank } from "./create-blank";
import { editorLeft } from "./editor-left";

const ADA = { name: "Ada", email: "ada@example.com", password: "a long and quiet river" };
const KEY = "tasks";
const TAB = "tab_that_was_closed";

let house: House;
let auth: Auth;
let cookie: string;
let operatorId: string;
let who: Who;
let slug: string;

beforeAll(async () => {
  house = await testHouse();
  const { db, config } = house.ctx;
  auth = createAuth(db, { appUrl: config.appUrl, secret: config.appSecret });
  operatorId = await ensureFirstOperator(db, ADA);
  const { headers } = await auth.api.signInEmail({ body: ADA, returnHeaders: true });
  cookie = headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  const { ctx } = house;
  who = await newWorkspace(ctx);
  const { workspaceId } = who;
  await createBlank(ctx, who, { key: KEY, name: "Tasks", topic: { newKey: "any", name: "Any" } });
  await ctx.db.insert(workspaceMembers).values({ workspaceId, operatorId, role: "viewer" });
  const [row] = await ctx.db.execute<{ slug: string }>(
    sql`select slug from workspaces where id = ${workspaceId}`,
  );
  slug = row?.slug ?? "";
  await attendDraft(ctx, { workspaceId, operatorId, name: "Ada" }, KEY, TAB);
});

const tell = (
  left: Record<string, unknown>,
  headers: Record<string, string> = { cookie, "content-type": "application/json" },
) =>
  editorLeft(
    { ctx: house.ctx, auth },
    new Request("http://console.test/api/editor-left", {
      method: "POST",
      headers,
      body: JSON.stringify({ workspace: slug, workflow: KEY, tab: TAB, ...left }),
    }),
  );

/** How many others somebody finds in the editor. */
async function found(): Promise<number> {
  const { ctx } = house;
  const name = "Ben";
  const id = await createOperator(ctx.db, { email: `${newId()}@example.com`, name });
  const ben = { workspaceId: who.workspaceId, operatorId: id, name };
  return (await attendDraft(ctx, ben, KEY, "tab_of_another")).others.length;
}

test("a tab that says it is closed is gone, and may say so again", async () => {
  expect((await tell({})).status).toBe(204);
  expect((await tell({})).status).toBe(204);
  expect(await found()).toBe(0);
});

test("without a session, a membership or a name nobody is sent away", async () => {
  const json = { "content-type": "application/json" };
  expect((await tell({}, json)).status).toBe(401);
  const other = await newWorkspace(house.ctx);
  const [row] = await house.ctx.db.execute<{ slug: string }>(
    sql`select slug from workspaces where id = ${other.workspaceId}`,
  );
  expect((await tell({ workspace: row?.slug })).status).toBe(404);
  expect((await tell({ workflow: "gone" })).status).toBe(404);
  expect((await tell({ tab: "no tab" })).status).toBe(422);
  expect((await tell({ more: "x".repeat(2_000) })).status).toBe(422);
  expect((await tell({ tab: "tab_of_nobody" })).status).toBe(204);
  expect(await found()).toBe(1);
});

test("a form of another site sends nobody away", async () => {
  expect((await tell({}, { cookie, "content-type": "text/plain" })).status).toBe(422);
  expect(await found()).toBe(1);
});

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { people } from "@/db/schema/people";
import type { Who } from "../cases/verbs";
import type { Ctx } from "../context";
import { type House, newWorkspace, testHouse } from "../testing/house";
import { previewPreferences } from "./preview-preferences";
import { savePersonSide } from "./save-person-side";

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
  const { workspaceId } = who;
  await ctx.db.insert(people).values({ workspaceId, id: "maria", name: "Maria", locale: "de" });
});

const preview = (language: "en" | "de" | "ar" | null = null, workspaceId = who.workspaceId) =>
  previewPreferences(ctx, workspaceId, "maria", language);

test("what is shown leads nowhere and runs nothing: no link of the person, no script, all inert", async () => {
  const page = (await preview()) ?? "";
  expect(page).toMatch(/class="watermark".*inert/s);
  expect(page).not.toMatch(/<script|href="[^"#]|action="[^"]/);
});

test("it is in the person's language unless another is asked for", async () => {
  expect(await preview()).toContain('<html lang="de"');
  expect(await preview("ar")).toContain('<html lang="ar" dir="rtl"');
});

test("own words are in it, as text and never as markup", async () => {
  await savePersonSide(ctx, who, { pageWords: { en: { title: "Post <b>for</b> you" } } });
  expect(await preview("en")).toContain("<h1>Post &#60;b&#62;for&#60;/b&#62; you</h1>");
  expect(await preview("de")).not.toContain("Post");
});

test("nobody of another workspace is shown", async () => {
  const other = await newWorkspace(ctx);
  expect(await preview(null, other.workspaceId)).toBeNull();
});

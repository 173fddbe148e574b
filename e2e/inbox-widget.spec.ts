import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { countedClicks } from "./clicks";
import { installInbox, newMatter, newReader, statusOf } from "./inbox-workflow";
import { mailTo } from "./mail";
import { signedIn } from "./signed-in";
import { bellOf, countShifts, itemOf, openPanel, panelOf, SOON, visitAs } from "./widget";

const KEY = "inbox-bills";

let api: Api;
let page: Page;

test.beforeAll(async ({ playwright, baseURL }) => {
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await installInbox(api, KEY);
});
test.beforeEach(async ({ browser }) => {
  page = await (await browser.newContext({ locale: "en-GB", reducedMotion: "reduce" })).newPage();
});
test.afterEach(() => page.context().close());

test("a message comes in without a reload, and by keyboard alone its matter is done in two presses", async ({
  browser,
  baseURL,
}) => {
  const reader = newReader();
  const clicks = await countedClicks(page);
  const shifts = await countShifts(page);
  await visitAs(page, reader);
  await expect(bellOf(page)).toHaveAccessibleName("Notifications");
  const { caseId, number, title } = await newMatter(api, KEY, reader);
  await expect(bellOf(page)).toHaveAccessibleName("Notifications, 1 to do, 1 unread", SOON);

  await clicks.fromNow();
  await bellOf(page).focus();
  await page.keyboard.press("Enter");
  await expect(panelOf(page)).toBeVisible();
  await expect(panelOf(page).getByRole("heading", { name: "Notifications" })).toBeFocused();
  const item = itemOf(page, title);
  await item.getByRole("button", { name: "I already paid" }).press("Enter");
  await expect(item).toContainText("Your answer: I already paid");
  await clicks.areAtMost(2);
  await clicks.areByKeysAlone();
  await expect.poll(() => statusOf(api, caseId)).toBe("resolved");

  await page.keyboard.press("Escape");
  await expect(panelOf(page)).toHaveCount(0);
  await expect(bellOf(page)).toBeFocused();
  expect(await shifts(), "nothing of the page around it moved").toBe(0);

  const desk = await signedIn(browser, baseURL);
  await desk.goto(`/live/cases/C-${number}`);
  await expect(desk.getByText("Resolved").first()).toBeVisible();
  await desk.context().close();
});

test("whoever is quicker than the rest of the panel keeps the focus in it, and Escape closes it from nowhere too", async () => {
  const reader = newReader();
  const { title } = await newMatter(api, KEY, reader);
  const { promise: pressed, resolve: letThrough } = Promise.withResolvers<void>();
  await page.route(/\/w\/parts-/, (route) => pressed.then(() => route.continue()));
  await visitAs(page, reader);
  await openPanel(page);
  const item = itemOf(page, title);
  await item.getByRole("button", { name: "I already paid" }).press("Enter");
  letThrough();
  await expect(item).toContainText("Your answer: I already paid");
  await expect(item.getByRole("button", { name: title })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panelOf(page)).toHaveCount(0);
  await expect(bellOf(page)).toBeFocused();

  await openPanel(page);
  await page.evaluate(() => document.activeElement?.shadowRoot?.querySelector("h2")?.blur());
  await expect(page.locator("body")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panelOf(page)).toHaveCount(0);
  await expect(bellOf(page)).toBeFocused();
});

test("what was pressed is taken back within ten seconds: the matter is open, and no thanks leave", async () => {
  const reader = newReader();
  const { caseId, title } = await newMatter(api, KEY, reader);
  await visitAs(page, reader);
  await openPanel(page);
  const item = itemOf(page, title);
  await item.getByRole("button", { name: "I already paid" }).click();
  await item.getByRole("button", { name: "Undo" }).click();
  await expect(item.getByRole("button", { name: "I already paid" })).toBeVisible();
  expect(await statusOf(api, caseId)).toBe("open");
  const { data } = await api.get<{ data: { channel: string; status: string }[] }>(
    `/messages?case=${caseId}&channel=email`,
  );
  expect(data.map(({ status }) => status)).toEqual(["not_sent"]);
  expect(await mailTo(reader.email)).toEqual([]);
});

const words = (title: string, ...actions: Record<string, unknown>[]) => ({
  title: `${title} {{ data.number }}`,
  body: "It takes a minute.",
  actions,
});

test("a choice is made in the row, and the matter has the answer", async () => {
  const key = "inbox-visits";
  await installInbox(
    api,
    key,
    words("Visit", {
      id: "visit",
      label: "Answer",
      kind: "choice",
      choices: ["I will come", "I cannot come"],
    }),
  );
  const reader = newReader();
  const { caseId } = await newMatter(api, key, reader);
  await visitAs(page, reader);
  await openPanel(page);
  const item = page.getByRole("article", { name: /^Visit/ });
  await item.getByRole("button", { name: "Answer" }).click();
  await page.getByRole("menuitem", { name: "I cannot come" }).click();
  await expect(item).toContainText("Your answer: I cannot come");
  await expect.poll(() => answersIn(caseId)).toContain("I cannot come");
});

test("a short reply is written in the row and arrives as it was written", async () => {
  const key = "inbox-questions";
  await installInbox(api, key, words("Question", { id: "reply", label: "Reply", kind: "reply" }));
  const reader = newReader();
  const { caseId } = await newMatter(api, key, reader);
  await visitAs(page, reader);
  await openPanel(page);
  const item = page.getByRole("article", { name: /^Question/ });
  await item.getByRole("button", { name: "Reply" }).click();
  const text = "Split it in two, <please> & thanks";
  await panelOf(page).getByRole("textbox", { name: "Reply" }).fill(text);
  await panelOf(page).getByRole("button", { name: "Send" }).click();
  await expect(item).toContainText("Your reply was sent.");
  await expect.poll(() => answersIn(caseId)).toContain(text);
});

test("somebody else was faster: the row says who handled it, and nothing is counted as to do", async () => {
  const reader = newReader();
  const { caseId, title } = await newMatter(api, KEY, reader);
  await visitAs(page, reader);
  await openPanel(page);
  await api.post(`/cases/${caseId}/resolve`);
  await expect(itemOf(page, title)).toContainText(/handled|settled/i, SOON);
  await expect(itemOf(page, title).getByRole("button", { name: "I already paid" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(bellOf(page)).not.toHaveAccessibleName(/to do/);
});

test("by keys alone a row is read, put off, taken away and brought back, and the badge follows", async () => {
  const reader = newReader();
  const first = await newMatter(api, KEY, reader);
  const second = await newMatter(api, KEY, reader);
  await visitAs(page, reader);
  await expect(bellOf(page)).toHaveAccessibleName("Notifications, 2 to do, 2 unread", SOON);
  await openPanel(page);
  const newest = itemOf(page, second.title);
  await expect(newest).toBeVisible();
  // From the heading into the list.
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(newest.getByRole("button", { name: second.title })).toBeFocused({ timeout: 100 });
  }).toPass();
  await page.keyboard.press("u");
  await expect(bellOf(page)).toHaveAccessibleName("Notifications, 2 to do, 1 unread", SOON);
  await page.keyboard.press("u");
  await expect(bellOf(page)).toHaveAccessibleName("Notifications, 2 to do, 2 unread", SOON);
  await page.keyboard.press("ArrowDown");
  await expect(itemOf(page, first.title).getByRole("button", { name: first.title })).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("e");
  const left = panelOf(page).getByRole("listitem").filter({ hasText: second.title });
  await expect(left).toContainText("Archived.");
  await expect(bellOf(page)).toHaveAccessibleName("Notifications, 1 to do, 1 unread", SOON);
  await left.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(bellOf(page)).toHaveAccessibleName("Notifications, 2 to do, 2 unread", SOON);
  await newest.getByRole("button", { name: second.title }).focus();
  await page.keyboard.press("s");
  await page.getByRole("menuitem", { name: "Tomorrow" }).press("Enter");
  await expect(left).toContainText("Snoozed until");
  await expect(bellOf(page)).toHaveAccessibleName("Notifications, 1 to do, 1 unread", SOON);
  await page.getByRole("tab", { name: /^Snoozed/ }).click();
  await newest.getByRole("button", { name: "Bring back now" }).click();
  await expect(bellOf(page)).toHaveAccessibleName("Notifications, 2 to do, 2 unread", SOON);
});

test("what is done in one tab is done in the other", async () => {
  const reader = newReader();
  const { title } = await newMatter(api, KEY, reader);
  await visitAs(page, reader);
  const other = await page.context().newPage();
  await visitAs(other, reader);
  await openPanel(other);
  await openPanel(page);
  await itemOf(page, title).getByRole("button", { name: "I already paid" }).click();
  await expect(itemOf(other, title)).toContainText("Your answer: I already paid", SOON);
  await itemOf(page, title).getByRole("button", { name: "Archive" }).click();
  await expect(itemOf(other, title)).toHaveCount(0, SOON);
  await expect(bellOf(other)).toHaveAccessibleName("Notifications", SOON);
});

/** What was answered to a case, as its timeline keeps it. */
const answersIn = async (caseId: string): Promise<string> =>
  JSON.stringify(await api.get(`/cases/${caseId}/timeline`));

import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { complaintsOf, findingsInBoth } from "./axe";
import { installInbox, newMatter, newReader } from "./inbox-workflow";
import { APP_URL, OTHER_HOST_URL } from "./settings";
import {
  askedOf,
  bellOf,
  bytesOnWire,
  collectViolations,
  countShifts,
  itemOf,
  openPanel,
  panelOf,
  visitAs,
} from "./widget";

const KEY = "inbox-embedded";
const LOADER_BYTES_MAX = 4_096;
const NARROWEST = { width: 320, height: 640 };

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

test("the loader is as small as promised, as it comes over the wire", async () => {
  expect(await bytesOnWire(`${APP_URL}/w/v1.js`)).toBeLessThanOrEqual(LOADER_BYTES_MAX);
});

test("before the page is idle nothing is asked for but the loader and the count, and never with a cookie", async () => {
  const reader = newReader();
  await newMatter(api, KEY, reader);
  await page.addInitScript(() => {
    const held: (() => void)[] = [];
    Object.assign(window, {
      requestIdleCallback: (idle: () => void) => held.push(idle),
      becomeIdle: () => held.splice(0).forEach((idle) => void idle()),
    });
  });
  const asked = askedOf(page);
  // The same site for a browser, whose cookies would be sent if they were asked for.
  await visitAs(page, reader, "/plain", OTHER_HOST_URL);
  await expect(bellOf(page)).toHaveAccessibleName("Notifications, 1 to do, 1 unread");
  await page.waitForLoadState("networkidle");
  const sent = asked.requests().filter((request) => request.method() !== "OPTIONS");
  expect(sent.map((request) => new URL(request.url()).pathname)).toEqual([
    "/w/v1.js",
    "/api/inbox/counts",
  ]);
  await page.evaluate(() => Reflect.get(window, "becomeIdle")());
  await openPanel(page);
  for (const request of asked.requests()) {
    expect(await request.headerValue("cookie"), request.url()).toBeNull();
  }
  expect(await page.context().cookies(APP_URL)).toHaveLength(1);
});

test("a site with a strict content policy has nothing to forbid", async () => {
  const reader = newReader();
  const { title } = await newMatter(api, KEY, reader);
  const complaints = complaintsOf(page);
  const violations = await collectViolations(page);
  await visitAs(page, reader, "/strict-csp");
  await openPanel(page);
  const item = itemOf(page, title);
  await item.getByRole("button", { name: "Snooze" }).click();
  await page.getByRole("menuitem", { name: "Another time" }).click();
  await expect(page.getByLabel("When")).toBeVisible();
  await item.getByRole("button", { name: "I already paid" }).click();
  await expect(item).toContainText("Your answer: I already paid");
  expect(await violations()).toEqual([]);
  expect(complaints).toEqual([]);
});

test("a React app has the same inbox, and takes it down with its page", async () => {
  const reader = newReader();
  const { title } = await newMatter(api, KEY, reader);
  const complaints = complaintsOf(page);
  await visitAs(page, reader, "/react");
  await openPanel(page);
  await itemOf(page, title).getByRole("button", { name: "I already paid" }).click();
  await expect(itemOf(page, title)).toContainText("Your answer: I already paid");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(bellOf(page)).toHaveCount(0);
  await expect(panelOf(page)).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test("in an Arabic page everything reads from right to left, and axe finds nothing", async () => {
  const reader = { ...newReader("مريم لوبيز"), locale: "ar" };
  const { title } = await newMatter(api, KEY, reader);
  await visitAs(page, reader, "/arabic");
  const bell = page.getByRole("button", { name: /^الإشعارات/ });
  const panel = page.getByRole("dialog", { name: "الإشعارات" });
  await expect(async () => {
    if (!(await panel.isVisible())) await bell.click();
    await expect(panel).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(itemOf(page, title)).toBeVisible();
  expect(await panel.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(widths[0], "nothing sticks out").toBeLessThanOrEqual(widths[1] ?? 0);
  expect(await findingsInBoth(page)).toEqual([]);
});

test("on a phone it is a sheet over everything that holds the focus, and Esc leads back to the bell", async () => {
  await page.setViewportSize(NARROWEST);
  const reader = newReader();
  const { title } = await newMatter(api, KEY, reader);
  await visitAs(page, reader);
  const panel = await openPanel(page);
  await expect(itemOf(page, title)).toBeVisible();
  const box = await panel.boundingBox();
  expect(box?.width).toBe(NARROWEST.width);
  expect(box?.height).toBe(NARROWEST.height);
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press(i < 20 ? "Tab" : "Shift+Tab");
    expect(await focused(page), `after ${i + 1} presses`).toMatch(/^(followthrough-inbox|body)$/);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROWEST.width);
  expect(await findingsInBoth(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(bellOf(page)).toBeFocused();
});

/** The body, where the browser's own buttons have their turn. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.localName);

test("axe finds nothing in bell, panel, banner, toasts and preferences, light and dark", async () => {
  const reader = newReader();
  const { title } = await newMatter(api, KEY, reader);
  const shifts = await countShifts(page);
  await visitAs(page, reader, "/everything");
  const banner = page.getByRole("region", { name: "Notification" });
  await expect(banner).toContainText(title);
  await expect(page.getByRole("button", { name: "1 week" })).toBeVisible();
  expect(await findingsInBoth(page)).toEqual([]);
  await banner.getByRole("button", { name: "Dismiss" }).click();
  await expect(banner).toHaveCount(0);
  await openPanel(page);
  await expect(itemOf(page, title)).toBeVisible();
  await page.keyboard.press("Escape");
  const next = await newMatter(api, KEY, reader);
  await expect(page.getByRole("status").filter({ hasText: next.title })).toBeVisible();
  expect(await findingsInBoth(page)).toEqual([]);
  expect(await shifts(), "nothing of the page around them moved").toBe(0);
});

test("a banner that was dismissed stays away, also in the next page", async () => {
  const reader = newReader();
  const { title } = await newMatter(api, KEY, reader);
  await visitAs(page, reader, "/everything");
  const banner = page.getByRole("region", { name: "Notification" });
  await expect(banner).toContainText(title);
  await banner.getByRole("button", { name: "Dismiss" }).click();
  await page.reload();
  await expect(bellOf(page)).toHaveAccessibleName(/1 unread/);
  await expect(page.getByRole("button", { name: "1 week" })).toBeVisible();
  await expect(banner).toHaveCount(0);
});

test("without our server the page is as it was: a bell without a count, and an event that says so", async () => {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.addInitScript(() => {
    const heard: string[] = [];
    Reflect.set(window, "heard", heard);
    document.addEventListener("inbox:error", (event) => heard.push(event.type), true);
  });
  const reader = newReader();
  await page.route(`${APP_URL}/api/**`, (route) => route.abort());
  await visitAs(page, reader);
  await expect(bellOf(page)).toHaveAccessibleName("Notifications");
  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, "heard")))
    .toContain("inbox:error");
  await expect(page.getByRole("heading", { name: "Orders" })).toBeVisible();
  expect(complaints).toEqual([]);
  await page.unroute(`${APP_URL}/api/**`);
  await newMatter(api, KEY, reader);
  await expect(bellOf(page)).toHaveAccessibleName(/1 unread/, { timeout: 35_000 });
});

test("not even the loader comes: the page is there all the same", async () => {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.route(`${APP_URL}/**`, (route) => route.abort());
  await visitAs(page, newReader());
  await expect(page.getByRole("heading", { name: "Orders" })).toBeVisible();
  expect(complaints).toEqual([]);
});

test("a site that gives no token has a quiet bell", async () => {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  await visitAs(page, newReader(), "/refuses");
  await expect(bellOf(page)).toHaveAccessibleName("Notifications");
  expect(complaints).toEqual([]);
});

test("without a connection what was there is shown, says so, and what is put away goes when there is one", async () => {
  const reader = newReader();
  const { title } = await newMatter(api, KEY, reader);
  const kept = await newMatter(api, KEY, reader);
  await visitAs(page, reader);
  await openPanel(page);
  await expect(itemOf(page, title)).toBeVisible();
  // What comes when the page is idle must have come: without it nothing is put away.
  await page.waitForFunction(() => {
    const came = performance.getEntriesByType("resource").map(({ name }) => name);
    const count = (part: string) => came.filter((name) => name.includes(`/w/${part}-`)).length;
    return count("parts") > 0 && count("staying") > 0 && count("en") > 1;
  });
  await page.context().setOffline(true);
  await expect(page.getByText("Offline, showing saved messages")).toBeVisible({ timeout: 20_000 });
  await expect(itemOf(page, title)).toBeVisible();
  await expect(
    itemOf(page, kept.title).getByRole("button", { name: "I already paid" }),
  ).toBeDisabled();
  await itemOf(page, title).getByRole("button", { name: "Archive" }).click();
  await expect(bellOf(page)).toHaveAccessibleName("Notifications, 1 to do, 1 unread");
  await page.context().setOffline(false);
  await expect(page.getByText("Offline, showing saved messages")).toHaveCount(0, {
    timeout: 35_000,
  });
  await page.reload();
  await expect(bellOf(page)).toHaveAccessibleName("Notifications, 1 to do, 1 unread");
});

test("who signs in next in the same browser sees nothing of who was there before, not even without a connection", async () => {
  const before = newReader("Ana Before");
  const after = newReader("Ben After");
  const { title } = await newMatter(api, KEY, before);
  const own = await newMatter(api, KEY, after);
  await visitAs(page, before);
  await openPanel(page);
  await expect(itemOf(page, title)).toBeVisible();
  await visitAs(page, after);
  await openPanel(page);
  await expect(itemOf(page, own.title)).toBeVisible();
  await expect(page.getByText(title)).toHaveCount(0);
  await visitAs(page, before);
  await openPanel(page);
  await expect(itemOf(page, title)).toBeVisible();
  await page.route(`${APP_URL}/api/**`, (route) => route.abort());
  await visitAs(page, after);
  await openPanel(page);
  await expect(panelOf(page).getByRole("heading", { name: "Notifications" })).toBeVisible();
  await expect(page.getByText(title)).toHaveCount(0);
  await expect(bellOf(page)).not.toHaveAccessibleName(/unread/);
});

const HOSTILE = `<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>`;

test("hostile words in every field are words", async () => {
  const key = "inbox-hostile";
  await api.put(`/topics/${key}`, { name: HOSTILE, required: false, defaultChannels: ["in_app"] });
  await installInbox(
    api,
    key,
    {
      title: `${HOSTILE} Invoice {{ data.number }}`,
      body: `${HOSTILE}\n\n[press](javascript:window.hurt=1) and [data](data:text/html,hurt) {{ person.name }}`,
      actions: [
        { id: "choose", label: `${HOSTILE} choose`, kind: "choice", choices: [`${HOSTILE} one`] },
      ],
    },
    HOSTILE,
  );
  const reader = newReader(`${HOSTILE} Maria`);
  await newMatter(api, key, reader);
  await visitAs(page, reader, "/everything");
  const banner = page.getByRole("region", { name: "Notification" });
  await expect(banner).toContainText("<img src=x");
  await banner.getByRole("button", { name: "Dismiss" }).click();
  await openPanel(page);
  const item = page.getByRole("article").first();
  await item.getByRole("button", { name: /Invoice/ }).click();
  await expect(item).toContainText("<img src=x");
  await item.getByRole("button", { name: /choose$/ }).click();
  await page.getByRole("menuitem", { name: /one$/ }).click();
  await expect(item).toContainText("Your answer:");
  const links = await page
    .getByRole("link")
    .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).protocol));
  expect(links.filter((protocol) => !["http:", "https:"].includes(protocol))).toEqual([]);
  expect(await page.evaluate(() => "hurt" in window)).toBe(false);
});

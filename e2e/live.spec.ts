import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { installInvoices, newInvoice } from "./invoice-workflow";
import { signedIn } from "./signed-in";

/** "Within five seconds" is the promise; the machine that tests it may be busy. */
const SOON = { timeout: 9_000 };
const STAYS_MS = 6_000;

let api: Api;

test.beforeAll(async ({ playwright, baseURL }) => {
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await installInvoices(api);
});

/** An open case whose days stand still, so that only this test changes it. */
async function quietCase() {
  const invoice = await newInvoice(api);
  await api.post(`/cases/${invoice.caseId}/snooze`, { until: "2030-01-01T00:00:00Z" });
  return invoice;
}

const notes = (page: Page, text: string) => page.getByText(text).first();
const write = (caseId: string, text: string) => api.post(`/cases/${caseId}/note`, { text });

test("what somebody else does to a case appears on its open page, without a reload", async ({
  browser,
  baseURL,
}) => {
  const { caseId, number } = await quietCase();
  const page = await signedIn(browser, baseURL);
  await page.goto(`/live/cases/C-${number}`);
  await expect(page.getByRole("button", { name: /^Live .*Pause live/ })).toBeVisible(SOON);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await write(caseId, "Called them, they pay tomorrow");
  await expect(notes(page, "Called them, they pay tomorrow")).toBeVisible(SOON);
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
  await page.context().close();
});

test("paused, the page stays as it is; resumed, it shows what was missed", async ({
  browser,
  baseURL,
}) => {
  const { caseId, number } = await quietCase();
  const page = await signedIn(browser, baseURL);
  await page.goto(`/live/cases/C-${number}`);
  await page.getByRole("button", { name: /Pause live/ }).click();
  await expect(page.getByRole("button", { name: /^Paused.*Resume live/ })).toBeVisible();
  await write(caseId, "Written while paused");
  await page.waitForTimeout(STAYS_MS);
  await expect(notes(page, "Written while paused")).toHaveCount(0);
  await page.getByRole("button", { name: /Resume live/ }).click();
  await expect(notes(page, "Written while paused")).toBeVisible(SOON);
  await page.context().close();
});

test("an open dialog is left alone until it is closed", async ({ browser, baseURL }) => {
  const { caseId, number } = await quietCase();
  const page = await signedIn(browser, baseURL);
  await page.goto(`/live/cases/C-${number}`);
  await page.getByRole("button", { name: "Resolve", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await write(caseId, "Written behind the dialog");
  await page.waitForTimeout(STAYS_MS);
  await expect(notes(page, "Written behind the dialog")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(notes(page, "Written behind the dialog")).toBeVisible(SOON);
  await page.context().close();
});

test("where streams are not let through, the page asks every five seconds", async ({
  browser,
  baseURL,
}) => {
  const { caseId, number } = await quietCase();
  const page = await signedIn(browser, baseURL);
  await page.route("**/api/stream?*", (route) => route.abort());
  await page.goto(`/live/cases/C-${number}`);
  await expect(page.getByRole("button", { name: /^Every 5 s.*Pause live/ })).toBeVisible({
    timeout: 20_000,
  });
  await write(caseId, "Found by asking");
  await expect(notes(page, "Found by asking")).toBeVisible({ timeout: 15_000 });
  await page.context().close();
});

test("a stream is for members who are signed in", async ({ request }) => {
  const answer = await request.get("/api/stream?workspace=live&topics=cases");
  expect(answer.status()).toBe(401);
});

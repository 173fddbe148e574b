import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { findingsOn } from "./axe";
import { installInvoices, newInvoice } from "./invoice-workflow";
import { signedIn } from "./signed-in";

let api: Api;
let page: Page;

const palette = (on: Page) => on.getByRole("dialog", { name: "Search or jump" });

/** The first key may come before the page listens. */
async function openPalette(on: Page) {
  await expect(async () => {
    await on.keyboard.press("Control+k");
    await expect(palette(on)).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await installInvoices(api);
  page = await signedIn(browser, baseURL);
});

test("the palette opens a case by its number, without the mouse", async () => {
  const invoice = await newInvoice(api);
  await page.goto("/live/workflows");
  await openPalette(page);
  await page.keyboard.type(`C-${invoice.number}`);
  await expect(
    palette(page).getByRole("option", { name: new RegExp(`^C-${invoice.number} `) }),
  ).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/cases/C-${invoice.number}$`));
  await api.post(`/cases/${invoice.caseId}/cancel`, { reason: "end of the test" });
});

test("Enter pressed before the search has answered opens what it finds", async () => {
  const invoice = await newInvoice(api);
  await page.goto("/live/workflows");
  await page.route("**/palette?q=*", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.continue();
  });
  await openPalette(page);
  await page.keyboard.type(`C-${invoice.number}`);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/cases/C-${invoice.number}$`), { timeout: 15_000 });
  await page.unroute("**/palette?q=*");
  await api.post(`/cases/${invoice.caseId}/cancel`, { reason: "end of the test" });
});

test("the palette finds a person by the email address, and has no accessibility findings", async () => {
  const invoice = await newInvoice(api);
  await page.goto("/live/workflows");
  await openPalette(page);
  await page.keyboard.type(invoice.customer);
  await expect(palette(page).getByRole("option", { name: /Maria Lopez/ })).toBeVisible();
  expect(await findingsOn(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(palette(page)).toHaveCount(0);
});

test("the palette lists pages and what was looked at before the server has answered", async () => {
  await page.goto("/live/workflows");
  await page.route("**/palette?q=*", (route) => route.abort());
  await openPalette(page);
  await expect(palette(page).getByRole("option", { name: /^Messages/ })).toBeVisible();
  await page.keyboard.type("mess");
  await expect(palette(page).getByRole("option", { name: /^Messages/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.unroute("**/palette?q=*");
});

test("G and a letter go to a page, and the sheet behind ? says so", async () => {
  await page.goto("/live/workflows");
  await openPalette(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet.getByText("Go to Messages")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press("g");
  await page.keyboard.press("m");
  await expect(page).toHaveURL(/\/live\/messages$/);
});

test("single keys do nothing in a text field, and nowhere once they are switched off", async ({
  baseURL,
}) => {
  await page.goto("/live/workflows");
  await openPalette(page);
  await page.keyboard.press("Escape");
  await page.getByRole("searchbox").fill("a");
  await page.keyboard.press("?");
  await expect(page.getByRole("searchbox")).toHaveValue("a?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.context().addCookies([{ name: "ft-shortcuts", value: "off", url: baseURL ?? "" }]);
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await openPalette(page);
  await page.keyboard.press("Escape");
  await page.context().clearCookies({ name: "ft-shortcuts" });
});

test("Today shows an escalation; resolving it there can be undone", async () => {
  const invoice = await newInvoice(api);
  await api.post(`/cases/${invoice.caseId}/escalate`);
  await page.goto("/live");
  const row = page.getByRole("listitem").filter({ hasText: `C-${invoice.number} ` });
  await expect(row.getByText("Escalated", { exact: true })).toBeVisible();
  await row.getByRole("button", { name: `Resolve C-${invoice.number}` }).click();
  await expect(page.getByText(`C-${invoice.number} resolved.`)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(async () => {
    const { status } = await api.get<{ status: string }>(`/cases/${invoice.caseId}`);
    expect(status).toBe("open");
  }).toPass();
  await api.post(`/cases/${invoice.caseId}/cancel`, { reason: "end of the test" });
});

test("a narrow screen has Today, Cases, Search, Workflows and More within reach", async ({
  browser,
  baseURL,
}) => {
  const phone = await signedIn(browser, baseURL, {
    viewport: { width: 320, height: 640 },
    hasTouch: true,
  });
  await phone.goto("/live");
  const bar = phone.getByRole("navigation", { name: "Main" });
  await expect(bar.locator("a, button")).toHaveText([
    /Today/,
    "Cases",
    "Search",
    "Workflows",
    "More",
  ]);
  await bar.getByRole("button", { name: "More" }).click();
  await phone.getByRole("dialog", { name: "More" }).getByRole("link", { name: "People" }).click();
  await expect(phone).toHaveURL(/\/live\/people$/);
  const width = await phone.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(320);
  await phone.context().close();
});

test("the console speaks German to those who ask for it", async ({ browser, baseURL }) => {
  const german = await signedIn(browser, baseURL);
  await german.context().addCookies([{ name: "ft-locale", value: "de-DE", url: baseURL ?? "" }]);
  await german.goto("/live");
  await expect(german.getByRole("heading", { level: 1, name: /Heute/ })).toBeVisible();
  await expect(german.locator("html")).toHaveAttribute("lang", "de");
  await german.context().close();
});

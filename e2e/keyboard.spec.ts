import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { installInvoices, newInvoice } from "./invoice-workflow";
import { mailTo, waitForMail } from "./mail";
import { OPERATOR } from "./settings";

const FAR = "2030-01-01T00:00:00Z";
const STEPS_MAX = 60;

/** What has the focus, by its accessible name. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const isField = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
    const labels = isField || element instanceof HTMLTextAreaElement ? element.labels : null;
    const label = element.getAttribute("aria-label") ?? labels?.[0]?.textContent;
    return (label ?? element.textContent ?? "").replace(/\s+/g, " ").trim();
  });

/** Presses Tab until something of this name has the focus, as somebody without a mouse would. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const met: string[] = [];
  for (let i = 0; i < STEPS_MAX; i++) {
    await page.keyboard.press("Tab");
    const now = await focused(page);
    if (now !== null && name.test(now)) return;
    met.push(now ?? "(nothing)");
  }
  throw new Error(`Tab never came to ${name}; it met ${met.join(" · ")}`);
}

test("from signing in to a resolved case and back, without a mouse", async ({
  playwright,
  browser,
  baseURL,
}) => {
  const api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await installInvoices(api);
  const invoice = await newInvoice(api);
  await waitForMail(invoice.customer);
  await api.post(`/cases/${invoice.caseId}/snooze`, { until: FAR });
  const status = async () => (await api.get<{ status: string }>(`/cases/${invoice.caseId}`)).status;

  const context = await browser.newContext({ baseURL: baseURL ?? "", locale: "en-GB" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await tabTo(page, /^Email/);
  await page.keyboard.type(OPERATOR.email);
  await tabTo(page, /^Password/);
  await page.keyboard.type(OPERATOR.password);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();

  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(page.getByRole("heading", { name: /^Cases/ })).toBeVisible();
  await page.reload();
  const search = page.getByRole("searchbox", { name: /due:<2d/ });
  // Keys work once the page has come to life.
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(search).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type(`state:open "${invoice.id}"`);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/state=open/);
  await expect(page.getByRole("row").filter({ hasText: `C-${invoice.number}` })).toBeVisible();
  await tabTo(page, new RegExp(`^C-${invoice.number} `));
  await page.keyboard.press("Space");
  await expect(page.getByRole("complementary")).toContainText(invoice.id);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("complementary")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/cases/C-${invoice.number}`));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(invoice.id);

  await page.keyboard.press("e");
  await expect(page.getByRole("dialog")).toBeVisible();
  await tabTo(page, /^Resolve case$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  expect(await status()).toBe("resolved");
  await page.keyboard.press("Enter");
  await expect.poll(status).toBe("open");
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
  expect(await mailTo(invoice.customer)).toHaveLength(1);
  expect(await focused(page), "focus is never lost to the page itself").not.toBeNull();
  await api.post(`/cases/${invoice.caseId}/cancel`, { reason: "end of the test" });
  await context.close();
});

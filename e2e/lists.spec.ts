import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { installInvoices, newInvoice } from "./invoice-workflow";
import { mailTo, waitForMail } from "./mail";
import { signedIn } from "./signed-in";

const FAR = "2030-01-01T00:00:00Z";

let api: Api;
let page: Page;

/** An open case whose plan stands still while the test looks at it. */
async function heldInvoice() {
  const invoice = await newInvoice(api);
  await waitForMail(invoice.customer);
  await api.post(`/cases/${invoice.caseId}/snooze`, { until: FAR });
  return invoice;
}

const statusOf = async (caseId: string) =>
  (await api.get<{ status: string }>(`/cases/${caseId}`)).status;
const cancel = (caseId: string) =>
  api.post(`/cases/${caseId}/cancel`, { reason: "end of the test" });
const box = (number: number) =>
  page.getByRole("checkbox", { name: `Select C-${number}`, exact: true });
const row = (number: number) => page.getByRole("row").filter({ hasText: `C-${number}` });

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await installInvoices(api);
  page = await signedIn(browser, baseURL);
});

test("three chosen cases are resolved at once and taken back before a confirmation leaves", async () => {
  const invoices = [await heldInvoice(), await heldInvoice(), await heldInvoice()];
  await page.goto("/live/cases?state=open");
  for (const { number } of invoices) await box(number).check();
  await expect(page.getByText("3 selected")).toBeVisible();
  await page.getByRole("button", { name: "Resolve", exact: true }).click();
  await page.getByRole("button", { name: "Undo" }).click({ timeout: 9_000 });
  for (const { caseId, customer } of invoices) {
    await expect.poll(() => statusOf(caseId)).toBe("open");
    expect(await mailTo(customer)).toHaveLength(1);
    await cancel(caseId);
  }
});

test("the address of a filtered list with a case looked into shows the same to somebody else", async ({
  browser,
  baseURL,
}) => {
  const invoice = await heldInvoice();
  await page.goto("/live/cases");
  const search = page.getByRole("searchbox", { name: /due:<2d/ });
  await search.fill("state:open");
  await search.press("Enter");
  await expect(page).toHaveURL(/state=open/);
  await search.fill(`workflow:invoices "${invoice.id}"`);
  await search.press("Enter");
  await expect(page).toHaveURL(/workflow=invoices/);
  await page.getByRole("link", { name: `C-${invoice.number}` }).focus();
  await page.keyboard.press("Space");
  const panel = (shown: Page) =>
    shown.getByRole("complementary", { name: `Peek at C-${invoice.number}` });
  await expect(panel(page)).toContainText(invoice.id);
  const other = await signedIn(browser, baseURL);
  await other.goto(page.url());
  await expect(panel(other)).toContainText(invoice.id);
  await expect(
    other.getByRole("button", { name: /Remove the filter State is Open/ }),
  ).toBeVisible();
  await other.context().close();
  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
  await page.goBack();
  await expect(page).not.toHaveURL(/workflow=/);
  await expect(page).toHaveURL(/state=open/);
  await page.goBack();
  await expect(page).not.toHaveURL(/state=open/);
  await cancel(invoice.caseId);
});

test("new cases wait to be asked for, and nothing moves under the focus", async () => {
  const first = await heldInvoice();
  await page.goto("/live/cases?workflow=invoices");
  const link = page.getByRole("link", { name: `C-${first.number}` });
  await link.focus();
  const before = await row(first.number).boundingBox();
  const invoices = [await heldInvoice(), await heldInvoice(), await heldInvoice()];
  await expect(page.getByRole("button", { name: "3 new" })).toBeVisible({ timeout: 5_000 });
  await expect(link).toBeFocused();
  expect((await row(first.number).boundingBox())?.y).toBe(before?.y);
  await page.keyboard.press(".");
  for (const { number } of invoices) await expect(row(number)).toBeVisible();
  for (const { caseId } of [first, ...invoices]) await cancel(caseId);
});

test("a list is saved under a name, told apart when it drifts, and deleted", async () => {
  const name = `Open invoices ${Date.now()}`;
  await page.goto("/live/cases?state=open&workflow=invoices");
  await page.getByRole("button", { name: "Save as…" }).click();
  const dialog = page.getByRole("dialog", { name: "Save view" });
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Save view" }).click();
  const tab = page.getByRole("navigation", { name: "Views" }).getByRole("link", { name });
  await expect(tab).toHaveAttribute("aria-current", "true");
  await page.getByRole("button", { name: /Remove the filter State/ }).click();
  await expect(page.getByText("Unsaved changes")).toBeVisible();
  await page.getByRole("button", { name: "Update view" }).click();
  await expect(page.getByText("Unsaved changes")).toHaveCount(0);
  await page.getByRole("button", { name: "Change this view" }).click();
  await page.getByRole("menuitem", { name: "Delete view" }).click();
  await page.getByRole("button", { name: "Delete view" }).click();
  await expect(tab).toHaveCount(0);
});

test("the list comes as CSV as it is filtered", async () => {
  const invoice = await heldInvoice();
  const response = await page.request.get(`/live/cases/export?q=invoice:${invoice.id}`);
  const lines = (await response.text()).trim().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(`C-${invoice.number}`);
  await cancel(invoice.caseId);
});

test("canceling many asks first, names how many, and Cancel has the focus", async () => {
  const invoice = await heldInvoice();
  await page.goto("/live/cases?state=open");
  await box(invoice.number).check();
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: /Cancel/ }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Cancel", exact: true })).toBeFocused();
  await dialog.getByLabel("Reason").fill("Opened twice");
  await dialog.getByRole("button", { name: "Cancel 1 case" }).click();
  await expect.poll(() => statusOf(invoice.caseId)).toBe("canceled");
});

import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { installInvoices, newInvoice } from "./invoice-workflow";
import { mailTo, waitForMail } from "./mail";
import { OPERATOR } from "./settings";
import { signedIn } from "./signed-in";

let api: Api;
let page: Page;

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await installInvoices(api);
  page = await signedIn(browser, baseURL);
});

/** The workflow's days are seconds: without this, the case could move on between two clicks. */
const holdStill = (caseId: string) =>
  api.post(`/cases/${caseId}/snooze`, { until: "2030-01-01T00:00:00Z" });

test("a stranger is sent to sign in, and comes back to where they wanted to go", async ({
  page: stranger,
}) => {
  await stranger.goto("/live/messages");
  await expect(stranger).toHaveURL(/\/sign-in\?next=/);
  await stranger.getByLabel("Email").fill(OPERATOR.email);
  await stranger.getByLabel("Password", { exact: true }).fill("not the password");
  await stranger.getByRole("button", { name: "Sign in" }).click();
  await expect(stranger.getByRole("alert").filter({ hasText: /password/i })).toBeVisible();
  await stranger.getByLabel("Password", { exact: true }).fill(OPERATOR.password);
  await stranger.getByRole("button", { name: "Sign in" }).click();
  await expect(stranger).toHaveURL(/\/live\/messages/);
});

test("a case is resolved in the console, its confirmation waits, and can be taken back", async () => {
  const invoice = await newInvoice(api);
  await waitForMail(invoice.customer);
  await holdStill(invoice.caseId);
  await page.goto(`/live/cases/C-${invoice.number}`);
  await expect(page.getByRole("heading", { name: new RegExp(invoice.id) })).toBeVisible();
  await page.getByRole("button", { name: "Resolve", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Resolve case" }).click();
  await expect(page.getByRole("button", { name: /undo/i })).toBeVisible({ timeout: 9_000 });
  expect(await mailTo(invoice.customer)).toHaveLength(1);
  await page.getByRole("button", { name: /undo/i }).click();
  await expect(async () => {
    const { status } = await api.get<{ status: string }>(`/cases/${invoice.caseId}`);
    expect(status).toBe("open");
  }).toPass();
  await api.post(`/cases/${invoice.caseId}/cancel`, { reason: "end of the test" });
});

test("the confirmation of a case resolved by hand leaves when nobody takes it back", async () => {
  const invoice = await newInvoice(api);
  await waitForMail(invoice.customer);
  await holdStill(invoice.caseId);
  await page.goto(`/live/cases/${invoice.number}`);
  await page.getByRole("button", { name: "Resolve", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Resolve case" }).click();
  const mails = await waitForMail(invoice.customer, 2, 30_000);
  expect(mails[1]?.subject).toBe(`Thank you: invoice ${invoice.id}`);
});

test("moving the due date shows the new plan before it is saved", async () => {
  const invoice = await newInvoice(api);
  await page.goto(`/live/cases/C-${invoice.number}`);
  await page.getByRole("button", { name: /more/i }).click();
  await page.getByRole("menuitem", { name: /due/i }).click();
  const dialog = page.getByRole("dialog", { name: /due date/i });
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  expect((await api.get<{ dueAt: string }>(`/cases/${invoice.caseId}`)).dueAt).toContain(
    "2030-12-13",
  );
  await api.post(`/cases/${invoice.caseId}/cancel`, { reason: "end of the test" });
});

test("a workflow is read as sentences", async () => {
  await page.goto("/live/workflows/invoices");
  await expect(page.getByText(/Wait up to 3 seconds for any response/i).first()).toBeVisible();
  await expect(page.getByText(/invoice\.paid/).first()).toBeVisible();
});

test("an API key is shown once, works, and stops when it is revoked", async ({ request }) => {
  await page.goto("/live/settings/api-keys");
  await page
    .getByRole("button", { name: /create/i })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Accounting");
  await dialog.getByRole("button", { name: /create/i }).click();
  const key =
    (await page
      .getByText(/ft_live_[A-Za-z0-9]{32,}/)
      .first()
      .textContent()) ?? "";
  const asKey = () =>
    request.get("/api/v1/cases", {
      headers: { authorization: `Bearer ${/ft_live_\w+/.exec(key)?.[0]}` },
    });
  expect((await asKey()).status()).toBe(200);
});

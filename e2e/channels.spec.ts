import { expect, type Page, test } from "@playwright/test";
import { waitForMail } from "./mail";
import { signedIn } from "./signed-in";

/** The SMTP server of this run; see playwright.config.ts. */
const PORT = process.env.E2E_SMTP_PORT ?? "";
const NAME = "Account of a test";

let page: Page;

test.beforeAll(async ({ browser, baseURL }) => {
  page = await signedIn(browser, baseURL);
});

const email = () => page.getByRole("list", { name: /^Accounts for Email/ });
const account = () => email().getByRole("listitem").filter({ hasText: NAME });

async function choose(item: string): Promise<void> {
  await page.getByRole("button", { name: `Actions for ${NAME}` }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

test("the provider of the environment is there, named by its variables, and says what it said to a test", async () => {
  await page.goto("/live/settings/channels");
  const row = email().getByRole("listitem").filter({ hasText: "From the environment" });
  await expect(row).toContainText("SMTP_URL");
  await expect(row).toContainText("Used now");
  await row.getByRole("button", { name: "Send a test through SMTP" }).click();
  const dialog = page.getByRole("dialog", { name: "Send a test through “SMTP”" });
  await dialog.getByLabel("To", { exact: true }).fill("environment@example.com");
  await dialog.getByRole("button", { name: "Send test" }).click();
  await expect(dialog.getByText(/Accepted after/)).toBeVisible({ timeout: 20_000 });
  await dialog.getByRole("button", { name: "Close" }).click();
});

test("an account that is added is used from then on, and its fields are checked in place", async () => {
  await page.goto("/live/settings/channels");
  await page.getByRole("button", { name: "Add account for Email" }).click();
  await page.getByRole("menuitem", { name: "SMTP" }).click();
  const dialog = page.getByRole("dialog", { name: "Add an account: SMTP" });
  await dialog.getByLabel("Name").fill(NAME);
  await dialog.getByLabel("Sender").fill("nobody");
  await dialog.getByLabel("Server").fill("127.0.0.1");
  await dialog.getByLabel("Encryption").selectOption("none");
  await dialog.getByLabel("Port").fill(PORT);
  await dialog.getByRole("button", { name: "Add account" }).click();
  await expect(dialog.getByLabel("Sender")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Sender").fill("Own <own@example.com>");
  await dialog.getByRole("button", { name: "Add account" }).click();
  await expect(account()).toContainText("Used now");
  await expect(account()).toContainText("From Own <own@example.com>");
});

test("a test through it arrives with its sender, and the page keeps how it ended", async () => {
  await page.goto("/live/settings/channels");
  await choose("Send a test");
  const dialog = page.getByRole("dialog", { name: `Send a test through “${NAME}”` });
  await dialog.getByLabel("To", { exact: true }).fill("account-test@example.com");
  await dialog.getByRole("button", { name: "Send test" }).click();
  await expect(dialog.getByText(/Accepted after/)).toBeVisible({ timeout: 20_000 });
  const [mail] = await waitForMail("account-test@example.com");
  expect(mail?.from?.address).toBe("own@example.com");
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(account()).toContainText(/Tested .*accepted after/);
});

test("turned off it gives way to the environment, and removed it is gone for good", async () => {
  await page.goto("/live/settings/channels");
  await choose("Turn off");
  await expect(account()).toContainText("Off");
  const environment = email().getByRole("listitem").filter({ hasText: "From the environment" });
  await expect(environment).toContainText("Used now");
  await choose("Remove…");
  const dialog = page.getByRole("dialog", { name: `Remove “${NAME}”` });
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await dialog.getByRole("button", { name: "Remove account" }).click();
  await expect(account()).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Email", exact: true })).toBeFocused();
});

test("in a test workspace accounts can be prepared, and a test says why none leaves", async () => {
  await page.goto("/sandbox/settings/channels");
  await expect(page.getByText(/This is a test workspace/)).toBeVisible();
  await page.getByRole("button", { name: "Add account for Email" }).click();
  await page.getByRole("menuitem", { name: "Resend" }).click();
  const form = page.getByRole("dialog", { name: "Add an account: Resend" });
  await form.getByLabel("Name").fill(NAME);
  await form.getByLabel("Sender").fill("own@example.com");
  await form.getByLabel("API key").fill("re_0123456789");
  await form.getByRole("button", { name: "Add account" }).click();
  await expect(account()).toBeVisible();
  await choose("Send a test");
  const dialog = page.getByRole("dialog", { name: `Send a test through “${NAME}”` });
  await expect(dialog.getByText(/reaches nobody, so no test leaves/)).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click();
  await choose("Remove…");
  await page.getByRole("dialog").getByRole("button", { name: "Remove account" }).click();
  await expect(account()).toHaveCount(0);
});

import type { Browser, BrowserContextOptions, Page } from "@playwright/test";

type Guest = { email: string; name: string };

/** A page of a browser of its own, of somebody whom `inviter` invites to edit and who then signs in. */
export async function invited(
  inviter: Page,
  browser: Browser,
  { email, name }: Guest,
  options: BrowserContextOptions,
): Promise<Page> {
  await inviter.goto("/live/settings/members");
  await inviter.getByRole("button", { name: "Invite" }).click();
  const dialog = inviter.getByRole("dialog");
  await dialog.getByLabel("Email").fill(email);
  await dialog.getByLabel("Role").selectOption("editor");
  await dialog.getByRole("button", { name: /^(Send|Make) invitation$/ }).click();
  const link = await dialog.getByText(/\/sign-in\/invitation\//).textContent();
  await dialog.getByRole("button", { name: "Done" }).click();
  const context = await browser.newContext({ locale: "en-GB", ...options });
  const page = await context.newPage();
  await page.goto(new URL(link ?? "").pathname);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Password", { exact: true }).fill("a long and quiet river");
  await page.getByRole("button", { name: "Create account and join" }).click();
  await page.waitForURL(/\/live/);
  return page;
}

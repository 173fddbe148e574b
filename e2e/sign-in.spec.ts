import { type Browser, expect, type Page, test } from "@playwright/test";
import { appCode } from "./app-code";
import { findingsOn } from "./axe";
import { waitForMail } from "./mail";
import { OPERATOR } from "./settings";

const PASSWORD = "a long and quiet river";
const NEW_PASSWORD = "a short and noisy brook";

/** Somebody new for each run: the other specs keep the operator they know. */
const EVE = `eve-${Date.now()}@example.com`;

let browser: Browser;
let baseURL: string;
let secret = "";
let backupCode = "";

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ browser: given, baseURL: url }) => {
  browser = given;
  baseURL = url ?? "";
});

const newPage = async (): Promise<Page> => (await browser.newContext({ baseURL })).newPage();

async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

const linkIn = (text: string | undefined, path: string): string =>
  new RegExp(`https?://[^\\s]+${path}[\\w-]+`).exec(text ?? "")?.[0] ?? "";
const pathOf = (url: string) => new URL(url).pathname;

test("an owner invites somebody by email, who sets a password and is in", async () => {
  const owner = await newPage();
  await fillSignIn(owner, OPERATOR.email, OPERATOR.password);
  await expect(owner).toHaveURL(/\/live/);
  await owner.goto("/live/settings/members");
  expect(await findingsOn(owner)).toEqual([]);
  await owner.getByRole("button", { name: "Invite" }).click();
  const dialog = owner.getByRole("dialog");
  await dialog.getByLabel("Email").fill(EVE);
  await dialog.getByLabel("Role").selectOption("viewer");
  await dialog.getByRole("button", { name: "Send invitation" }).click();
  await expect(dialog.getByText(`It was sent to ${EVE}`)).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(owner.getByRole("row", { name: new RegExp(EVE) })).toContainText("Viewer");

  const [mail] = await waitForMail(EVE);
  const invited = await newPage();
  const address = pathOf(linkIn(mail?.text, "/sign-in/invitation/"));
  await invited.goto(address);
  expect(await findingsOn(invited)).toEqual([]);
  await invited.getByLabel("Your name").fill("Eve");
  await invited.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await invited.getByRole("button", { name: "Create account and join" }).click();
  await expect(invited).toHaveURL(/\/live/);

  const late = await newPage();
  await late.goto(address);
  await expect(late.getByRole("heading", { name: /no longer works/ })).toBeVisible();
});

test("a viewer is told why there is nothing to press", async () => {
  const page = await newPage();
  await fillSignIn(page, EVE, PASSWORD);
  await expect(page).toHaveURL(/\/live/);
  await page.goto("/live/settings/members");
  await expect(page.getByText(/Your role here is Viewer/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Invite" })).toHaveCount(0);
});

test("the second factor is turned on with an app, and asked for from then on", async () => {
  const page = await newPage();
  await fillSignIn(page, EVE, PASSWORD);
  await expect(page).toHaveURL(/\/live/);
  await page.getByRole("button", { name: /account of Eve/ }).click();
  await page.getByRole("menuitem", { name: "Security" }).click();
  await expect(page.getByRole("heading", { name: "Security" })).toBeVisible();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "Turn on" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Current password").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(dialog.getByRole("img", { name: /QR code/ })).toBeVisible();
  secret = (await dialog.locator("code").textContent()) ?? "";
  await dialog.getByLabel("6-digit code").fill("000000");
  await dialog.getByRole("button", { name: "Turn on" }).click();
  await expect(dialog.getByText(/This code is not right/)).toBeVisible();
  await dialog.getByLabel("6-digit code").fill(appCode(secret));
  await dialog.getByRole("button", { name: "Turn on" }).click();
  const codes = dialog.getByRole("list", { name: "Keep your backup codes" });
  await expect(codes.getByRole("listitem")).toHaveCount(10);
  backupCode = (await codes.getByRole("listitem").first().textContent()) ?? "";
  await dialog.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByRole("button", { name: "Turn off" })).toBeVisible();

  const again = await newPage();
  await fillSignIn(again, EVE, PASSWORD);
  await expect(again.getByRole("heading", { name: "Your second factor" })).toBeVisible();
  expect(await findingsOn(again)).toEqual([]);
  await again.goto("/live/cases");
  await expect(again).toHaveURL(/\/sign-in/);
  await again.goto("/sign-in/code?next=%2Flive%2Fmessages");
  await again.getByLabel("6-digit code").fill(appCode(secret));
  await again.getByLabel("Do not ask on this device for 30 days").check();
  await again.getByRole("button", { name: "Continue" }).click();
  await expect(again).toHaveURL(/\/live\/messages/);
});

test("a backup code stands in for the phone, once", async () => {
  for (const works of [true, false]) {
    const page = await newPage();
    await fillSignIn(page, EVE, PASSWORD);
    await page.getByRole("link", { name: "Use a backup code" }).click();
    await expect(page.getByLabel("Backup code")).toBeVisible();
    await page.getByLabel("Backup code").fill(backupCode);
    await page.getByRole("button", { name: "Continue" }).click();
    if (works) await expect(page).toHaveURL(/\/live/);
    else await expect(page.getByText(/was used already/)).toBeVisible();
  }
});

test("a forgotten password is replaced by a mailed link, and every session ends", async () => {
  const signedIn = await newPage();
  await fillSignIn(signedIn, EVE, PASSWORD);
  await signedIn.getByLabel("6-digit code").fill(appCode(secret));
  await signedIn.getByRole("button", { name: "Continue" }).click();
  await expect(signedIn).toHaveURL(/\/live/);

  const page = await newPage();
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(page).toHaveURL(/\/sign-in\/forgot/);
  await page.getByLabel("Email").fill(EVE);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText(/If .* has an account/)).toBeVisible();
  const mails = await waitForMail(EVE, 2);
  await page.goto(pathOf(linkIn(mails[1]?.text, "/sign-in/reset/")));
  expect(await findingsOn(page)).toEqual([]);
  await page.getByLabel("New password").fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByText("The new password is set.")).toBeVisible();

  await signedIn.goto("/live/cases");
  await expect(signedIn).toHaveURL(/\/sign-in/);
  await fillSignIn(signedIn, EVE, PASSWORD);
  await expect(signedIn.getByRole("alert").filter({ hasText: /password/ })).toBeVisible();
});

test("an unknown address gets the same answer, and guessing is slowed down", async () => {
  const page = await newPage();
  await page.goto("/sign-in/forgot");
  await page.getByLabel("Email").fill(`nobody-${Date.now()}@example.com`);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText(/If .* has an account/)).toBeVisible();
  const guessed = `guessed-${Date.now()}@example.com`;
  await page.goto("/sign-in");
  for (let i = 0; i < 11; i++) {
    await page.getByLabel("Email").fill(guessed);
    await page.getByLabel("Password", { exact: true }).fill(`guess number ${i}`);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("button", { name: "Sign in" })).toBeEnabled();
    await expect(page.getByRole("alert").filter({ hasText: /./ }).first()).toBeVisible();
  }
  await expect(page.getByText(/Too many attempts/)).toBeVisible();
});

test("an owner removes a member, who is out at once", async () => {
  const owner = await newPage();
  await fillSignIn(owner, OPERATOR.email, OPERATOR.password);
  await expect(owner).toHaveURL(/\/live/);
  await owner.goto("/live/settings/members");
  await owner.getByRole("button", { name: "Actions for Eve" }).click();
  await owner.getByRole("menuitem", { name: "Remove from workspace" }).click();
  await owner.getByRole("dialog").getByRole("button", { name: "Remove member" }).click();
  await expect(owner.getByText(EVE)).toHaveCount(0);
});

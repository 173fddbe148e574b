import { expect, type Page, test } from "@playwright/test";
import { signedIn } from "./signed-in";

let page: Page;

test.beforeAll(async ({ browser, baseURL }) => {
  page = await signedIn(browser, baseURL);
});

test("a field saves itself when it is left, says so, and can be put back", async () => {
  await page.goto("/live/settings/general");
  const name = page.getByLabel("Name", { exact: true });
  const before = await name.inputValue();
  await name.fill("Renamed for a moment");
  await name.press("Tab");
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await page.getByRole("button", { name: "Undo the change of Name" }).click();
  await expect(name).toHaveValue(before);
  await expect(async () => {
    await page.reload();
    await expect(name).toHaveValue(before);
  }).toPass();
});

test("who changed a setting is in the audit log, with both values", async () => {
  await page.goto("/live/settings/audit-log?action=workspace.changed");
  const row = page.getByRole("row").filter({ hasText: "Workspace changed" }).first();
  await row.getByText("Show").click();
  await expect(row.getByText(/Renamed for a moment/)).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  expect((await download).suggestedFilename()).toBe("audit-log-live.csv");
});

test("an empty name is refused in place, and nothing is lost", async () => {
  await page.goto("/live/settings/general");
  const name = page.getByLabel("Name", { exact: true });
  await name.fill("");
  await name.press("Tab");
  await expect(page.getByText("a workspace needs a name")).toBeVisible();
  await expect(name).toHaveAttribute("aria-invalid", "true");
});

test("a topic is made, named anew, and deleted while nothing uses it", async () => {
  await page.goto("/live/settings/topics");
  await page.getByRole("button", { name: "New topic" }).click();
  const dialog = page.getByRole("dialog", { name: "New topic" });
  await dialog.getByLabel("Name").fill("Parcel news");
  await expect(dialog.getByLabel("Key")).toHaveValue("parcel-news");
  await dialog.getByRole("button", { name: "Create" }).click();
  await expect(page).toHaveURL(/\/settings\/topics\/parcel-news$/);
  await page.getByLabel("Cannot be turned off").check();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Cannot be turned off")).toBeChecked();
  await page.getByRole("button", { name: "Delete topic" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete topic" }).click();
  await expect(page).toHaveURL(/\/settings\/topics$/);
  await expect(page.getByText("Parcel news")).toHaveCount(0);
});

test("a calendar shows the holidays of its country as soon as that is chosen", async () => {
  await page.goto("/live/settings/calendars");
  await page.getByRole("button", { name: "New calendar" }).click();
  const dialog = page.getByRole("dialog", { name: "New calendar" });
  await dialog.getByLabel("Key").fill("vienna");
  await dialog.getByRole("button", { name: "Create" }).click();
  await expect(page).toHaveURL(/\/settings\/calendars\/vienna$/);
  await page.getByLabel("Public holidays of", { exact: true }).selectOption({ label: "Austria" });
  await expect(page.getByText("The next 12 holidays")).toBeVisible();
  await expect(page.getByText("National Holiday").first()).toBeVisible();
  await page.getByRole("button", { name: "Delete calendar" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete calendar" }).click();
  await expect(page).toHaveURL(/\/settings\/calendars$/);
});

test("the language of the console changes at once, and back", async ({ browser, baseURL }) => {
  const own = await signedIn(browser, baseURL);
  await own.goto("/live/settings/accessibility");
  await own.getByLabel("Language of the console").selectOption("de");
  await expect(own.getByRole("heading", { level: 1 })).toHaveText("Bedienung und Anzeige");
  await own.getByLabel("Dichte").selectOption("compact");
  await expect(own.locator("html")).toHaveAttribute("data-density", "compact");
  await own.context().close();
});

test("on a phone the settings are a list that leads to each page and back", async ({
  browser,
  baseURL,
}) => {
  const phone = await signedIn(browser, baseURL, { viewport: { width: 390, height: 844 } });
  await phone.goto("/live/settings");
  const list = phone.getByRole("navigation", { name: "Settings sections" });
  await list.getByRole("link", { name: "Audit log" }).click();
  await expect(phone.getByRole("heading", { level: 1, name: "Audit log" })).toBeVisible();
  await phone.getByRole("link", { name: "All settings" }).click();
  await expect(list).toBeVisible();
  await phone.context().close();
});

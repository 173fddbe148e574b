import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { complaintsOf, findingsInBoth } from "./axe";
import { card, furnish, openEditor, saved, stored, straight } from "./editor";
import { invited } from "./invited";
import { signedIn } from "./signed-in";

const RUN = `${process.pid}x${Date.now() % 100_000}`;
const SCREEN = { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" } as const;
/** "Within a few seconds" is the promise; the machine that tests it may be busy. */
const SOON = { timeout: 15_000 };

let api: Api;
let ana: Page;
let ben: Page;
let complaints: string[][];

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await furnish(api);
  ana = await signedIn(browser, baseURL, SCREEN);
  const guest = { email: `ben-${RUN}@example.com`, name: "Ben Barth" };
  ben = await invited(ana, browser, guest, { ...SCREEN, baseURL: baseURL ?? "" });
  complaints = [complaintsOf(ana), complaintsOf(ben)];
});
test.afterAll(async () => {
  await ana.context().close();
  await ben.context().close();
});
test.afterEach(() => {
  const said = complaints.flatMap((lines) => lines.splice(0));
  expect(said, "nothing is said in the console").toEqual([]);
});

async function drafted(name: string): Promise<string> {
  const key = `presence-${name}-${RUN}`;
  await api.put(`/workflows/${key}`, { name: `Presence ${name}`, definition: straight });
  return key;
}

const others = (page: Page) => page.getByRole("list", { name: "Also here" });
const first = (page: Page) => card(page, "1.1, Email");

/** Switches the first step off or on, as somebody does who may write. */
async function toggle(page: Page): Promise<void> {
  await first(page).focus();
  await page.keyboard.press("d");
  await saved(page);
}

const isOff = async (key: string) =>
  (await stored(api, key)).draft?.stages[0]?.steps[0]?.disabled === true;

/** Both have the editor open, Ana writes, and Ben reads what she wrote. */
async function together(name: string): Promise<string> {
  const key = await drafted(name);
  await openEditor(ana, key, "?step=first&view=canvas");
  await openEditor(ben, key, "?step=first&view=canvas");
  await toggle(ana);
  await expect(ben.getByText(/is editing this draft\. You are reading it\./)).toBeVisible(SOON);
  await expect(first(ben)).toHaveAccessibleName(/Switched off\./, SOON);
  return key;
}

test("who else has the editor open is seen as they come, begin to write, and close their tab", async () => {
  const key = await drafted("seen");
  await openEditor(ana, key, "?view=canvas");
  await expect(others(ana)).toHaveCount(0);
  const tab = await ben.context().newPage();
  await openEditor(tab, key, "?step=first&view=canvas");
  await expect(others(ana).getByRole("img", { name: "Ben Barth is viewing" })).toBeVisible(SOON);
  await toggle(tab);
  await expect(others(ana).getByRole("img", { name: "Ben Barth is editing" })).toBeVisible(SOON);
  expect(await findingsInBoth(ana)).toEqual([]);
  await tab.close();
  await expect(others(ana)).toHaveCount(0, SOON);
  await toggle(ana);
  await expect.poll(() => isOff(key)).toBe(false);
});

test("whoever asks to edit is handed the draft as it was last changed, and goes on without a reload", async () => {
  const key = await together("handed");
  await ben.evaluate(() => Object.assign(window, { sameDocument: true }));
  await ben.getByRole("button", { name: "Ask to edit" }).click();
  await expect(ana.getByRole("button", { name: "Hand over" })).toBeVisible(SOON);
  await expect(ana.getByRole("status").filter({ hasText: "Ben Barth asks to edit." })).toHaveCount(
    1,
  );
  expect(await findingsInBoth(ana)).toEqual([]);

  await first(ana).focus();
  await ana.keyboard.press("d");
  await ana.getByRole("button", { name: "Hand over" }).click();
  await expect(ben.getByRole("status").filter({ hasText: "You can edit now." })).toHaveCount(
    1,
    SOON,
  );
  await expect(first(ben)).not.toHaveAccessibleName(/Switched off\./);
  await expect.poll(() => isOff(key)).toBe(false);
  expect(await findingsInBoth(ben)).toEqual([]);
  await expect(ana.getByText(/You handed the draft over to Ben Barth\./).first()).toBeVisible();

  await toggle(ben);
  await expect.poll(() => isOff(key)).toBe(true);
  expect(await ben.evaluate(() => "sameDocument" in window)).toBe(true);
  await expect(first(ana)).toHaveAccessibleName(/Switched off\./, SOON);
});

test("“Not now” is told to whoever asked, and the writer goes on writing", async () => {
  const key = await together("refused");
  await ben.getByRole("button", { name: "Ask to edit" }).click();
  await ana.getByRole("button", { name: "Not now" }).click(SOON);
  await expect(ana.getByRole("button", { name: "Not now" })).toHaveCount(0);
  await expect(ben.getByRole("status").filter({ hasText: "answered: not now." })).toHaveCount(
    1,
    SOON,
  );
  await expect(ben.getByRole("button", { name: "Ask again" })).toBeVisible();
  expect(await findingsInBoth(ben)).toEqual([]);
  await toggle(ana);
  await expect.poll(() => isOff(key)).toBe(false);
});

test("a draft is free as soon as its writer goes to another page, with all they changed", async () => {
  const key = await together("left");
  await first(ana).focus();
  await ana.keyboard.press("d");
  await ana.getByRole("link", { name: "Workflow", exact: true }).click();
  await expect(ben.getByRole("status").filter({ hasText: "Nobody edits this draft" })).toHaveCount(
    1,
    SOON,
  );
  await expect(first(ben)).not.toHaveAccessibleName(/Switched off\./, SOON);
  await toggle(ben);
  await expect.poll(() => isOff(key)).toBe(true);
});

test("whoever asked gets the draft when its writer leaves", async () => {
  await together("waited");
  await ben.getByRole("button", { name: "Ask to edit" }).click();
  await expect(ana.getByRole("button", { name: "Hand over" })).toBeVisible(SOON);
  await ana.goto("/live");
  await expect(ben.getByRole("status").filter({ hasText: "You can edit now." })).toHaveCount(
    1,
    SOON,
  );
  await toggle(ben);
});

test("taking over says what it means, and what the other one had not saved stays with them", async () => {
  const key = await together("taken");
  await ana.context().setOffline(true);
  await first(ana).focus();
  await ana.keyboard.press("d");
  await ben.getByRole("button", { name: "Take over" }).click();
  const dialog = ben.getByRole("dialog", { name: /^Take over from / });
  await expect(dialog).toContainText("has not saved yet stays on their own device");
  expect(await findingsInBoth(ben)).toEqual([]);
  await dialog.getByRole("button", { name: "Take over" }).click();
  await expect(ben.getByText(/is editing this draft/)).toHaveCount(0);
  await expect(first(ben)).toHaveAccessibleName(/Switched off\./);

  await ana.context().setOffline(false);
  await expect(ana.getByText(/Ben Barth has taken over\./).first()).toBeVisible({
    timeout: 30_000,
  });
  await expect(first(ana)).not.toHaveAccessibleName(/Switched off\./);
  await expect.poll(() => isOff(key)).toBe(true);
  // The browser itself says that it was not connected.
  for (const lines of complaints) {
    const own = lines.splice(0).filter((line) => !/ERR_INTERNET_DISCONNECTED/.test(line));
    expect(own).toEqual([]);
  }
});

import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { installInvoices, installUnheard } from "./invoice-workflow";
import { signedIn } from "./signed-in";

let api: Api;
let page: Page;

const newId = () => `e2e-${crypto.randomUUID().slice(0, 8)}`;
const box = (name: string) => page.getByRole("checkbox", { name: `Select ${name}`, exact: true });
const row = (name: string) => page.getByRole("row").filter({ hasText: name });

/** People whose names share a word that nobody else has. */
async function somePeople(count: number, more: Record<string, unknown> = {}) {
  const word = newId();
  const people = Array.from({ length: count }, (_, n) => ({
    id: newId(),
    name: `${word} ${"ABCDE"[n]}`,
  }));
  for (const { id, name } of people) await api.put(`/people/${id}`, { name, ...more });
  return { word, people };
}

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await installInvoices(api);
  page = await signedIn(browser, baseURL);
});

test("several people are paused until a day, and taken back within ten seconds", async () => {
  const { word, people } = await somePeople(2, { timeZone: "Europe/Berlin" });
  await page.goto(`/live/people?q=${word}`);
  for (const { name } of people) await box(name).check();
  await page.getByRole("button", { name: "Pause messages" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("Pause messages to 2 people")).toBeVisible();
  await dialog.getByRole("button", { name: "Pause messages" }).click();
  await expect(row(`${word} A`).getByText("Paused")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click({ timeout: 9_000 });
  await expect(row(`${word} A`).getByText("Paused")).toHaveCount(0);
  await expect(row(`${word} B`).getByText("Paused")).toHaveCount(0);
});

test("people are found by an address as it is typed, and the address of the list says so", async () => {
  const mailbox = newId();
  const { people } = await somePeople(1, { email: `${mailbox}@example.com` });
  await page.goto("/live/people");
  const search = page.getByRole("searchbox", { name: "Name, id or address" });
  await search.fill(mailbox.toUpperCase());
  await search.press("Enter");
  await expect(page).toHaveURL(/q=E2E/);
  await expect(page.getByRole("rowheader")).toHaveCount(1);
  await expect(row(people[0]?.name ?? "")).toBeVisible();
});

test("who has no time zone is found, fixed, and gone from that list", async () => {
  const { word, people } = await somePeople(1);
  await page.goto(`/live/people?q=${word}&problem=no_zone`);
  await expect(row(word).getByText("No zone")).toBeVisible();
  await api.put(`/people/${people[0]?.id}`, { name: people[0]?.name, timeZone: "Asia/Tokyo" });
  await page.reload();
  await expect(page.getByText(/Nothing matches/)).toBeVisible();
  await page.getByRole("link", { name: /Remove Problem/ }).click();
  await expect(row(word)).toBeVisible();
});

test("the chosen people come as a file that can be imported as it is", async () => {
  const { word, people } = await somePeople(3);
  await page.goto(`/live/people?q=${word}&sort=name`);
  for (const { name } of people.slice(0, 2)) await box(name).check();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export these" }).click(),
  ]);
  const path = await download.path();
  await page.goto("/live/people/import");
  await page.getByLabel("CSV file").setInputFiles(path);
  await expect(page.getByText("Nothing in this file would change anything.")).toBeVisible();
});

test("an old link to the import still opens it", async () => {
  await page.goto("/live/people?view=import");
  await expect(page).toHaveURL(/\/live\/people\/import$/);
  await expect(page.getByRole("heading", { name: "Import people" })).toBeVisible();
});

test("one looks into people by keyboard without leaving the list", async () => {
  const { word } = await somePeople(2, { timeZone: "Europe/Berlin" });
  await page.goto(`/live/people?q=${word}&sort=name`);
  await expect(row(`${word} A`)).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("Space");
  const panel = page.getByRole("complementary", { name: new RegExp(`${word} A`) });
  await expect(panel.getByRole("heading", { name: "Reached at" })).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.getByRole("complementary", { name: new RegExp(`${word} B`) })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/peek=/);
});

test("a team without a lead is among those with a problem, and filter and tester keep each other", async () => {
  const key = newId();
  await api.put(`/teams/${key}`, { name: `Team ${key}`, members: [] });
  await page.goto("/live/teams");
  await page
    .getByRole("navigation", { name: "Views" })
    .getByRole("link", { name: "With a problem" })
    .click();
  await expect(page).toHaveURL(/problem=/);
  await expect(row(`Team ${key}`).getByText("no lead")).toBeVisible();
  await page.getByRole("button", { name: "Show who" }).click();
  await expect(page).toHaveURL(/problem=.*ask=/);
  await expect(row(`Team ${key}`)).toBeVisible();
  const views = page.getByRole("navigation", { name: "Views" });
  await views.getByRole("link", { name: "All", exact: true }).click();
  await expect(page).not.toHaveURL(/problem=/);
  await expect(page).toHaveURL(/ask=/);
});

test("pausing a workflow names what goes on, and its open cases are one click away", async () => {
  await page.goto("/live/workflows?q=invoices");
  const invoices = page.getByRole("row").filter({ hasText: "invoices" }).first();
  await invoices.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(/No new cases open while it is paused/)).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(invoices.getByText(/Live v/)).toBeVisible();
  await page.goto("/live/workflows?peek=invoices");
  const panel = page.getByRole("complementary", { name: /invoices/i });
  await expect(panel.getByRole("heading", { name: "Where open cases stand" })).toBeVisible();
});

test("a workflow paused among the live ones says so, and is resumed from there", async () => {
  const key = newId();
  await installUnheard(api, key);
  await page.goto("/live/workflows?state=live&size=500");
  for (const [verb, state] of [
    ["Pause", /^Paused/],
    ["Resume", /^Live/],
  ] as const) {
    await row(key).getByRole("checkbox").check();
    await page.getByRole("button", { name: verb, exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: verb, exact: true }).click();
    await expect(row(key).getByText(state)).toBeVisible();
  }
});

test("the lists of people, teams and workflows come as CSV as they are filtered", async () => {
  const { word, people } = await somePeople(1);
  const lines = async (path: string) =>
    (await (await page.request.get(`/live/${path}`)).text()).trim().split("\r\n");
  expect(await lines(`people/export?q=${word}`)).toEqual([
    expect.stringContaining("id,name"),
    expect.stringContaining(people[0]?.id ?? ""),
  ]);
  expect((await lines("workflows/export?q=invoices"))[1]).toMatch(/^invoices,/);
  expect((await lines("teams/export"))[0]).toMatch(/^key,name,lead/);
});

import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { signedIn } from "./signed-in";

let api: Api;
let page: Page;

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  page = await signedIn(browser, baseURL);
});

/** A person of their own for each test. */
const newId = () => `e2e-${crypto.randomUUID().slice(0, 8)}`;
const dialog = () => page.getByRole("dialog");

test("a person is added, gets a zone, is paused, and then erased for good", async () => {
  const id = newId();
  await page.goto("/live/people");
  await page.getByRole("button", { name: "Add person" }).click();
  await dialog().getByLabel("Name").fill("Edda Muster");
  await dialog().getByLabel("Id").fill(id);
  await dialog().getByRole("button", { name: "Add person" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Edda Muster" })).toBeVisible();
  await expect(page.getByText(/zone unknown/i)).toBeVisible();
  await page.getByRole("button", { name: "Edit profile" }).click();
  await dialog().getByLabel("Time zone").selectOption("Asia/Tokyo");
  await dialog().getByRole("button", { name: "Save profile" }).click();
  await expect(page.getByText(/zone unknown/i)).toHaveCount(0);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Pause messages" }).click();
  await dialog().getByRole("button", { name: "Pause messages" }).click();
  await expect(page.getByText(/messages are paused until .* Tokyo/i)).toBeVisible();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Erase person" }).click();
  await expect(dialog().getByText(/what stays/i)).toBeVisible();
  await dialog()
    .getByLabel(/to confirm/)
    .fill(id);
  await dialog().getByRole("button", { name: "Erase person" }).click();
  await expect(page).toHaveURL(/\/live\/people$/);
  await page.goto(`/live/people/${id}`);
  await expect(page.getByText(/nobody with this id/i)).toBeVisible();
});

test("a file is looked at before it is imported, and the lines it cannot take are given back", async () => {
  const id = newId();
  const csv = `id;Name;E-Mail\n${id};Ann;ann@example.com\n${newId()};Bob;not an email\n`;
  await page.goto("/live/people/import");
  const file = { name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(csv) };
  await page.getByLabel("CSV file").setInputFiles(file);
  await expect(page.getByRole("heading", { name: "What would happen" })).toBeVisible();
  await expect(page.getByText("not an email address")).toBeVisible();
  await page.getByRole("button", { name: "Import 1 person" }).click();
  await expect(page.getByText(/not every line/i)).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download the refused lines" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("people-refused.csv");
  expect((await api.get<{ name: string }>(`/people/${id}`)).name).toBe("Ann");
});

test("no cell of an exported list runs as a formula", async () => {
  const id = newId();
  await api.put(`/people/${id}`, { name: '=HYPERLINK("https://example.com")' });
  const answer = await page.request.get(`/live/people/export?q=${id}`);
  expect(await answer.text()).toContain(`"'=HYPERLINK(""https://example.com"")"`);
});

test("a team says who would be told, and for whom a deputy stands in", async () => {
  const [lead, deputy, team] = [newId(), newId(), newId()];
  await api.put(`/people/${lead}`, { name: "Lea Lead" });
  await api.put(`/people/${deputy}`, { name: "Dov Deputy" });
  await api.put(`/teams/${team}`, {
    name: "Night shift",
    leadId: lead,
    members: [{ personId: lead }, { personId: deputy }],
  });
  await page.goto(`/live/teams/${team}`);
  const tester = page.getByRole("region", { name: /who would be told/i });
  await expect(tester.getByRole("link", { name: "Lea Lead" })).toBeVisible();
  await page.getByRole("button", { name: "Actions for Lea Lead" }).click();
  await page.getByRole("menuitem", { name: "Absence and deputy" }).click();
  await dialog().getByLabel("Deputy").fill(deputy);
  await dialog().getByRole("button", { name: "Save absence" }).click();
  await expect(tester.getByRole("link", { name: "Dov Deputy" })).toBeVisible();
  await expect(tester.getByText(/for Lea Lead, who is away until/)).toBeVisible();
});

test("a test event says where its JSON breaks, arrives, and can be replayed", async () => {
  await page.goto("/live/events");
  await page.getByRole("button", { name: "Send test event" }).click();
  const json = dialog().getByLabel("Event");
  await json.fill('{\n  "name": "e2e.nothing",\n}');
  await expect(dialog().getByText(/line 3, column 1/i)).toBeVisible();
  await json.fill('{ "name": "e2e.nothing" }');
  await dialog().getByRole("button", { name: "Send event" }).click();
  await expect(dialog().getByText(/no workflow starts with it/i)).toBeVisible();
  await dialog().getByRole("link", { name: "Show the event" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "e2e.nothing" })).toBeVisible();
  const before = page.url();
  await page.getByRole("button", { name: "Replay" }).click();
  await dialog().getByRole("button", { name: "Replay" }).click();
  await expect(page).not.toHaveURL(before);
});

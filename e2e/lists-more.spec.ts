import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { installInvoices, newInvoice } from "./invoice-workflow";
import { waitForMail } from "./mail";
import { signedIn } from "./signed-in";

let api: Api;
let page: Page;

const box = (name: string) => page.getByRole("checkbox", { name: `Select ${name}`, exact: true });
const views = () => page.getByRole("navigation", { name: "Views" });

/** What a click on this button saves, without the heading. */
async function exported(button: string): Promise<string[]> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const path = await (await download).path();
  return (await readFile(path, "utf8")).trim().split("\r\n").slice(1);
}

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await installInvoices(api);
  page = await signedIn(browser, baseURL);
});

test("the messages of a case are found by its number, and one looked into says why it was sent", async () => {
  const invoice = await newInvoice(api);
  await waitForMail(invoice.customer);
  await page.goto("/live/messages");
  const search = page.getByRole("searchbox", { name: /outcome:held/ });
  await search.fill(`case:C-${invoice.number}`);
  await search.press("Enter");
  const subject = `Your invoice ${invoice.id}`;
  const link = page.getByRole("link", { name: subject });
  await expect(link).toBeVisible();
  await link.focus();
  await page.keyboard.press("Space");
  const panel = page.getByRole("complementary", { name: `Peek at ${subject}` });
  await expect(panel).toContainText(/because/i);
  await expect(panel).toContainText("please pay");
  await panel.getByRole("link", { name: `C-${invoice.number}` }).click();
  await expect(page).toHaveURL(new RegExp(`/cases/C-${invoice.number}`));
});

test("a link to failed messages from before the list had chips still shows them", async () => {
  await page.goto("/live/messages?outcome=failed&channel=email");
  await expect(
    page.getByRole("button", { name: "Remove the filter Outcome is Failed" }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Remove the filter Channel is Email" }).click();
  await expect(page).toHaveURL(/messages\?outcome=failed$/);
  await expect(views().getByRole("link", { name: "Needs a look" })).toHaveAttribute(
    "aria-current",
    "true",
  );
});

test("a word that no field takes is told, and the list stays as it was", async () => {
  await page.goto("/live/messages?outcome=sent");
  const search = page.getByRole("searchbox", { name: /outcome:held/ });
  await search.fill("acme");
  await search.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "“acme” is no filter" })).toBeVisible();
  await expect(page).toHaveURL(/messages\?outcome=sent$/);
});

test("only the chosen messages are exported", async () => {
  const invoice = await newInvoice(api);
  await waitForMail(invoice.customer);
  await page.goto(`/live/messages?person=customer-${invoice.id}`);
  await box(`Your invoice ${invoice.id}`).check();
  const lines = await exported("Export these");
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(`C-${invoice.number}`);
  expect(lines[0]).toContain(invoice.customer);
});

test("events are told apart by what they did, and exported as they are filtered", async () => {
  const invoice = await newInvoice(api);
  await api.post("/events", { name: "e2e.unheard", key: invoice.id });
  await page.goto(`/live/events?key=${invoice.id}`);
  await expect(page.getByRole("link", { name: "e2e.unheard" })).toBeVisible();
  await views().getByRole("link", { name: "Opened a case" }).click();
  await expect(
    page
      .getByRole("row")
      .filter({ hasText: `C-${invoice.number}` })
      .first(),
  ).toBeVisible();
  const csv = await page.request.get(`/live/events/export?outcome=nothing&key=${invoice.id}`);
  const lines = (await csv.text()).trim().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain("no_workflow_listens");
});

test("one chosen event can arrive again, several cannot", async () => {
  const key = `again-${Date.now()}`;
  await api.post("/events", { name: "e2e.first", key });
  await api.post("/events", { name: "e2e.second", key });
  await page.goto(`/live/events?key=${key}`);
  await box("e2e.first").check();
  await box("e2e.second").check();
  await expect(page.getByText("2 selected")).toBeVisible();
  const replay = page.getByRole("button", { name: "Replay" });
  await expect(replay).toHaveCount(0);
  await box("e2e.second").uncheck();
  await replay.click();
  const dialog = page.getByRole("dialog", { name: "Replay e2e.first?" });
  await dialog.getByRole("button", { name: "Replay" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "e2e.first" })).toBeVisible();
  await page.goto(`/live/events?key=${key}`);
  await expect(page.getByRole("link", { name: "e2e.first" })).toHaveCount(2);
});

import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { signedIn } from "./signed-in";

const KEY = "accepted";
const NOTE = "Both are wanted on the same day.";

/** Two messages with no wait between them: advice, and nothing that blocks. */
const DOCUMENT = {
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  start: { event: "accepted.created" },
  subject: "Invoice {{ data.number }}",
  stopsWhen: [{ event: "accepted.paid" }],
  stages: [
    {
      id: "a",
      name: "A",
      steps: [
        { id: "first", kind: "send", channels: [{ email: "accepted-mail" }] },
        { id: "second", kind: "send", channels: [{ email: "accepted-mail" }] },
      ],
    },
  ],
};

let page: Page;

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  const api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  const content = { subject: "Reminder", body: "Please pay it." };
  await api.put("/templates/accepted-mail", { channel: "email", content });
  await api.put(`/workflows/${KEY}`, { name: "Accepted advice", definition: DOCUMENT });
  page = await signedIn(browser, baseURL);
});

test("a check is accepted with a note, which stays beside it in the list, the outline and when publishing", async () => {
  await page.goto(`/live/workflows/${KEY}/edit?view=outline`);
  await page.getByRole("button", { name: /^\d+ checks?$/ }).click();
  const list = page.getByRole("region", { name: "Problems" });
  const name = /^Accept: No wait/i;
  await list.getByRole("button", { name }).click();
  await page.keyboard.press("Enter");
  await expect(list.getByText("Say in a few words why.")).toBeVisible();
  await page.keyboard.type(NOTE);
  await page.keyboard.press("Enter");
  await expect(list.getByRole("heading", { name: "Accepted (1)" })).toBeVisible();
  await expect(list.getByRole("button", { name })).toHaveCount(0);
  await expect(list.getByText(`: ${NOTE}`)).toBeVisible();
  await expect(page.getByRole("treeitem", { name: new RegExp(NOTE) })).toBeVisible();
  await page.getByRole("button", { name: "Publish…" }).click();
  const dialog = page.getByRole("dialog", { name: /^Publish v/ });
  await dialog.getByText("1 check accepted").click();
  await expect(dialog.getByText(`: ${NOTE}`)).toBeVisible();
  await page.keyboard.press("Escape");
});

test("it is still accepted after a reload, and counts again once it is taken back", async () => {
  await page.reload();
  await page.getByRole("button", { name: /1 check accepted/ }).click();
  const list = page.getByRole("region", { name: "Problems" });
  await list.getByRole("button", { name: /^Take back: No wait/i }).click();
  await expect(list.getByRole("heading", { name: /^Accepted/ })).toHaveCount(0);
  await expect(list.getByRole("button", { name: /^Accept: No wait/i })).toBeVisible();
});

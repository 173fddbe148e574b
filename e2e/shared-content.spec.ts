import { expect, type Locator, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { findingsInBoth } from "./axe";
import { waitForMail } from "./mail";
import { signedIn } from "./signed-in";

const KEY = "shared-words";
const SIGNATURE = "shared-signature";
const LOOK = "shared-look";
const BACKGROUND = "#fff3e0";

const definition = {
  schema: 1,
  purpose: "status",
  topic: "shared",
  start: { event: "shared.asked" },
  subject: "Question",
  stages: [
    {
      id: "only",
      name: "Only",
      steps: [{ id: "mail", kind: "send", channels: [{ email: KEY }] }],
    },
  ],
};

let api: Api;
let page: Page;

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await api.put("/topics/shared", { name: "Shared", required: false, defaultChannels: ["email"] });
  await api.put(`/templates/${KEY}`, {
    channel: "email",
    content: { subject: "A question", body: "How are you?" },
  });
  await api.put(`/workflows/${KEY}`, { name: "Shared words", definition });
  await api.publish(KEY);
  page = await signedIn(browser, baseURL, { reducedMotion: "reduce" });
});

let asked = 0;

/** The email that somebody new gets who reads that language. */
async function emailIn(locale: string) {
  asked += 1;
  const id = `shared-${process.pid}-${asked}`;
  const email = `${id}@example.com`;
  await api.post("/events", { name: "shared.asked", person: { id, email, locale } });
  const [mail] = await waitForMail(email);
  if (!mail) throw new Error("No email came");
  return mail;
}

const dialog = () => page.getByRole("dialog");

const save = () => page.getByRole("button", { name: "Save", exact: true });

/** Changes something and saves it; what is changed before the page's script is there is not seen. */
async function change(make: () => Promise<unknown>): Promise<void> {
  await expect(async () => {
    await make();
    await expect(save()).toBeEnabled({ timeout: 1_000 });
  }).toPass();
  await save().click();
  // What is not saved asks before the page is left.
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
}

/** Empty first: the same words again would be no change. */
async function write(field: Locator, words: string): Promise<void> {
  await field.fill("");
  await field.fill(words);
}

/** A button that is pressed before its script is there does nothing. */
async function openDialog(button: string): Promise<void> {
  await expect(async () => {
    if (!(await dialog().isVisible())) await page.getByRole("button", { name: button }).click();
    await expect(dialog()).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

test("the workspace writes in German, too", async () => {
  await page.goto("/live/settings/locales");
  const german = page.getByRole("button", { name: "Remove German" });
  await expect(async () => {
    if (await german.isVisible()) return;
    await page.getByLabel("Add a language").selectOption({ label: "German" });
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expect(german).toBeVisible({ timeout: 1_000 });
  }).toPass();
});

test("a snippet with a German text stands in the next email, and its new words in the one after", async () => {
  await page.goto("/live/content/shared/snippets");
  await openDialog("New snippet");
  await dialog().getByLabel("Key").fill(SIGNATURE);
  await dialog().getByRole("button", { name: "Create" }).click();
  await change(async () => {
    await write(page.getByLabel("Words, English"), "Yours, the billing team");
    await write(page.getByLabel("Words, German"), "Ihr Team der Buchhaltung");
  });
  expect(await findingsInBoth(page)).toEqual([]);

  await page.goto(`/live/content/${KEY}`);
  const words = page.getByRole("textbox", { name: "Text 1" });
  await change(() => write(words, `How are you?\n\n{% snippet "${SIGNATURE}" %}`));
  expect((await emailIn("de")).text).toContain("Ihr Team der Buchhaltung");
  expect((await emailIn("en")).text).toContain("Yours, the billing team");

  await page.goto(`/live/content/shared/snippets/${SIGNATURE}`);
  const german = page.getByLabel("Words, German");
  await change(() => write(german, "Herzlich, Ihre Buchhaltung"));
  const { text, html } = await emailIn("de");
  for (const part of [text, html]) {
    expect(part).toContain("Herzlich, Ihre Buchhaltung");
    expect(part).not.toContain("Ihr Team der Buchhaltung");
  }
});

test("a snippet that an email uses is not deleted, and the refusal names the email", async () => {
  await page.goto(`/live/content/shared/snippets/${SIGNATURE}`);
  await openDialog("Delete snippet");
  await dialog().getByRole("button", { name: "Delete snippet" }).click();
  await expect(dialog().getByRole("alert")).toContainText(KEY);
  await dialog().getByRole("button", { name: "Cancel" }).click();
});

test("an email that a layout is chosen for arrives with its look and its words", async () => {
  await page.goto("/live/content/shared/layouts");
  await openDialog("New layout");
  await dialog().getByLabel("Name").fill("Quiet look");
  await dialog().getByLabel("Key").fill(LOOK);
  await dialog().getByRole("button", { name: "Create" }).click();
  const light = page.getByRole("group", { name: "Colours on light" });
  const around = page.getByRole("group", { name: "Around the words, English" });
  await change(async () => {
    await write(light.getByLabel("Background"), BACKGROUND);
    await write(around.getByLabel("Below, above the small print"), "Registered in Berlin");
  });
  expect(await findingsInBoth(page)).toEqual([]);
  expect((await emailIn("en")).html).not.toContain(BACKGROUND);

  await page.goto(`/live/content/${KEY}`);
  const layout = page.getByLabel("Layout");
  await change(async () => {
    await layout.selectOption({ label: "As the brand says" });
    await layout.selectOption({ label: "Quiet look" });
  });
  const { text, html } = await emailIn("en");
  expect(text).toContain("Registered in Berlin");
  expect(html).toContain("Registered in Berlin");
  expect(html).toContain(BACKGROUND);
});

test("without its German the workspace is as it was", async () => {
  await page.goto("/live/settings/locales");
  const german = page.getByRole("button", { name: "Remove German" });
  await expect(async () => {
    if (await german.isVisible()) await german.click();
    await expect(german).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
});

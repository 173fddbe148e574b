import { expect, type Locator, type Page, test } from "@playwright/test";
import type { Email } from "postal-mime";
import { Api } from "./api";
import { complaintsOf, findingsInBoth } from "./axe";
import { newReader, type Reader } from "./inbox-workflow";
import { ageLetter, installLetters, letterTo, linkIn } from "./letters";
import { mailTo, waitForMail } from "./mail";

const KEY = "letters-reviews";
const TOPIC = "Reviews to do";
const REQUIRED = "letters-billing";
const NARROWEST = { width: 320, height: 640 };
const PAGE_BYTES_MAX = 60_000;

let api: Api;
let reader: Reader;
let letter: Email;

test.beforeAll(async ({ playwright, baseURL }) => {
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await installLetters(api, KEY, {
    name: TOPIC,
    description: "When someone asks you to approve something.",
  });
  await installLetters(api, REQUIRED, { name: "Billing reminders", required: true });
});
test.beforeEach(async () => {
  reader = newReader();
  letter = await letterTo(api, KEY, reader);
});

type Kept = {
  timeZone: string | null;
  locale: string | null;
  pausedUntil: string | null;
  quietHours: unknown;
  topics: Record<string, { channels: Record<string, boolean>; frequency: string }>;
};
const kept = () => api.get<Kept>(`/people/${reader.id}/preferences`);
const frequency = async () => (await kept()).topics[KEY]?.frequency ?? "as_it_happens";
const byEmail = async () => (await kept()).topics[KEY]?.channels.email ?? true;

const topicOf = (page: Page): Locator => page.getByRole("group", { name: TOPIC, exact: true });
const oftenOf = (page: Page): Locator => topicOf(page).locator("summary", { hasText: "How often" });
const wayOf = (page: Page, name: string): Locator =>
  topicOf(page).getByRole("button", { name: new RegExp(`^${name}`) });
const saidOn = (page: Page): Locator => page.getByRole("status");

test.describe("without JavaScript, on the narrowest phone", () => {
  test.use({ javaScriptEnabled: false, viewport: NARROWEST, locale: "en-GB" });

  /** Counted by hand: no script of ours can run in the page. */
  let presses = 0;
  const press = async (what: Locator): Promise<void> => {
    presses += 1;
    await what.click();
  };
  test.beforeEach(() => {
    presses = 0;
  });

  test("a topic comes weekly after two clicks, and as before after Undo", async ({ page }) => {
    await page.goto(linkIn(letter, "p"));
    await press(oftenOf(page));
    await press(wayOf(page, "One message a week"));
    expect(presses).toBeLessThanOrEqual(2);
    await expect(saidOn(page)).toContainText(`Changed: ${TOPIC}, now “One message a week`);
    expect(await frequency()).toBe("weekly");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(saidOn(page)).toContainText("Undone");
    expect(await frequency()).toBe("as_it_happens");
  });

  test("a topic is stopped after two clicks, and comes back by Undo", async ({ page }) => {
    await page.goto(linkIn(letter, "p"));
    await press(page.getByRole("button", { name: `Switch off ${TOPIC}` }));
    expect(presses).toBeLessThanOrEqual(2);
    await expect(saidOn(page)).toContainText(`Changed: ${TOPIC}, now “Off”`);
    expect(await frequency()).toBe("off");
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await frequency()).toBe("as_it_happens");
  });

  test("from the link to stop it takes one click, and one back", async ({ page }) => {
    await page.goto(linkIn(letter, "u"));
    expect(await byEmail()).toBe(true);
    await press(page.getByRole("button", { name: "Stop these" }));
    expect(presses).toBeLessThanOrEqual(2);
    expect(await byEmail()).toBe(false);
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await byEmail()).toBe(true);
  });

  test("nothing sticks out, and every target is as large as a thumb", async ({ page }) => {
    await page.goto(linkIn(letter, "p"));
    const targets = page.locator("button:visible, select:visible, summary:visible, label.option");
    expect(await targets.count()).toBeGreaterThan(10);
    for (const target of await targets.all()) {
      const box = await target.boundingBox();
      expect(box?.height, (await target.textContent()) ?? "").toBeGreaterThanOrEqual(44);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(NARROWEST.width);
    }
  });
});

test("opening the link to stop changes nothing; one click of a mail program does", async ({
  request,
}) => {
  const url = linkIn(letter, "u");
  expect((await request.get(url)).status()).toBe(200);
  expect((await request.head(url)).status()).toBeLessThan(500);
  expect(await byEmail()).toBe(true);
  const answer = await request.post(url, {
    form: { "List-Unsubscribe": "One-Click" },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(200);
  expect(await byEmail()).toBe(false);
  const again = await request.post(url, { form: { "List-Unsubscribe": "One-Click" } });
  expect(again.status()).toBe(200);
});

test("a change is said at once with what comes next, and Undo restores it, by keyboard alone", async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await page.goto(linkIn(letter, "p"));
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await oftenOf(page).press("Enter");
  await wayOf(page, "One message a week").press("Enter");
  await expect(saidOn(page)).toContainText(`Changed: ${TOPIC}, now “One message a week`);
  await expect(saidOn(page)).toContainText(/Next: |Nothing is planned/);
  expect(await frequency()).toBe("weekly");
  await expect(oftenOf(page)).toContainText("One message a week");
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(saidOn(page)).toContainText("Undone");
  expect(await frequency()).toBe("as_it_happens");
  await expect(oftenOf(page)).toContainText("As it happens");
  const email = topicOf(page).getByRole("checkbox", { name: `Email for ${TOPIC}` });
  await email.press("Space");
  await expect(saidOn(page)).toContainText(`${TOPIC}, Email off`);
  expect(await byEmail()).toBe(false);
  await page.locator("body").press("ControlOrMeta+z");
  await expect(email).toBeChecked();
  expect(await byEmail()).toBe(true);
  expect(await page.evaluate(() => "sameDocument" in window), "without another page").toBe(true);
  expect(complaints).toEqual([]);
});

test("everything is paused for a week, says until when, and is resumed", async ({ page }) => {
  await page.goto(linkIn(letter, "p"));
  await page.getByRole("button", { name: "1 week" }).click();
  await expect(page.getByRole("region", { name: "Pause" })).toContainText("Paused until");
  expect((await kept()).pausedUntil).not.toBeNull();
  expect(await findingsInBoth(page)).toEqual([]);
  await page.getByRole("button", { name: "Resume now" }).click();
  await expect(page.getByRole("region", { name: "Pause" })).not.toContainText("Paused until");
  expect((await kept()).pausedUntil).toBeNull();
});

test("contact hours and zone are kept, and the page says what time it is there", async ({
  page,
}) => {
  await page.goto(linkIn(letter, "p"));
  await page
    .getByRole("combobox", { name: "When we may contact you" })
    .selectOption("Monday to Friday, 08:00 to 20:00");
  await expect(saidOn(page)).toContainText("contact hours, now “Monday to Friday");
  expect(JSON.stringify((await kept()).quietHours)).toContain("20:00");
  await page.getByRole("combobox", { name: "Time zone" }).selectOption("Asia/Tokyo");
  await expect(saidOn(page)).toContainText("time zone, now Tokyo");
  expect((await kept()).timeZone).toBe("Asia/Tokyo");
  await expect(page.getByText(/It is \d\d?:\d\d( [AP]M)? there now/)).toBeVisible();
});

test("what is held back by the hours is said with its moment", async ({ page }) => {
  await page.goto(linkIn(letter, "p"));
  await page.getByRole("button", { name: "1 week" }).click();
  await expect(page.getByRole("region", { name: "Pause" })).toContainText("Paused until");
  await api.post("/events", { name: `${KEY}.asked`, person: reader, data: { number: "held" } });
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(/1 message is waiting until /)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  expect(await mailTo(reader.email)).toHaveLength(1);
  await page.getByRole("button", { name: "Resume now" }).click();
  await waitForMail(reader.email, 2);
});

test("the page says why the letter came, and what was changed before", async ({ page }) => {
  const other = await letterTo(api, KEY, reader);
  await page.goto(linkIn(other, "p"));
  await expect(page.getByText(`You got “${other.subject}”`)).toBeVisible();
  await expect(page.getByText(`It belongs to ${TOPIC}.`)).toBeVisible();
  await page.getByRole("button", { name: `Switch off ${TOPIC}` }).click();
  await expect(saidOn(page)).toContainText("now “Off”");
  await page.getByText("Your last messages and changes").click();
  await expect(page.getByText("by you").first()).toBeVisible();
});

test("the language is changed on the page, and Arabic reads from right to left", async ({
  page,
}) => {
  await page.goto(linkIn(letter, "p"));
  await page.getByRole("combobox", { name: "Language of your messages" }).selectOption("ar");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.locator("html")).toHaveAttribute("lang", "ar");
  expect(await findingsInBoth(page)).toEqual([]);
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
});

test("axe finds nothing, and the whole page weighs less than promised and asks nobody else", async ({
  page,
}) => {
  const asked: string[] = [];
  let bytes = 0;
  page.on("response", async (response) => {
    asked.push(response.url());
    bytes += (await response.body()).length;
  });
  const url = linkIn(letter, "p");
  await page.goto(url, { waitUntil: "networkidle" });
  expect(await findingsInBoth(page)).toEqual([]);
  const { origin } = new URL(url);
  expect(asked.filter((address) => !address.startsWith(origin))).toEqual([]);
  expect(bytes).toBeGreaterThan(1_000);
  expect(bytes).toBeLessThanOrEqual(PAGE_BYTES_MAX);
});

test("a required topic is locked, says why, and keeps at least one way", async ({ page }) => {
  const billed = await letterTo(api, REQUIRED, reader);
  await page.goto(linkIn(billed, "p"));
  const topic = page.getByRole("group", { name: "Billing reminders Required" });
  await expect(topic).toContainText("cannot be switched off");
  await expect(topic.getByRole("checkbox", { name: "Email for Billing reminders" })).toBeDisabled();
});

test("the page to stop offers less often instead, and takes it back", async ({ page }) => {
  await page.goto(linkIn(letter, "u"));
  await page.getByText("Less often instead").click();
  await page.getByRole("button", { name: "At most one message a week" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${TOPIC} comes less often`);
  expect(await frequency()).toBe("weekly");
  await page.getByRole("button", { name: "Undo" }).click();
  expect(await frequency()).toBe("as_it_happens");
  expect(await findingsInBoth(page)).toEqual([]);
});

test("a new address counts once its code was repeated, and links of earlier letters lead nowhere", async ({
  page,
}) => {
  const fresh = `new-${reader.id}@example.com`;
  const old = linkIn(letter, "p");
  await page.goto(old);
  await page.getByRole("link", { name: "Change your address or number" }).click();
  await page.getByText("Change email address").click();
  await page.getByRole("textbox", { name: "New email address" }).fill(fresh);
  await page.getByRole("button", { name: "Send code" }).first().click();
  const [mail] = await waitForMail(fresh);
  const code = /\b\d{6}\b/.exec(mail?.subject ?? "")?.[0] ?? "";
  await page.getByRole("textbox", { name: "Code" }).fill(code === "000000" ? "111111" : "000000");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText(/That is not the code/)).toBeVisible();
  await page.getByRole("textbox", { name: "Code" }).fill(code);
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText(/From now on we reach you at/)).toBeVisible();
  expect((await api.get<{ email: string }>(`/people/${reader.id}`)).email).toBe(fresh);
  expect((await mailTo(reader.email)).at(-1)?.subject).toContain("no longer writes");
  const answer = await page.request.get(old);
  expect(answer.status()).toBe(410);
  await letterTo(api, KEY, { ...reader, email: fresh });
});

test("an expired link changes nothing, and sends a fresh one to the address on file", async ({
  page,
}) => {
  const old = linkIn(letter, "p");
  await ageLetter(api, reader);
  const answer = await page.goto(old);
  expect(answer?.status()).toBe(410);
  await expect(page.getByRole("combobox")).toHaveCount(0);
  await page.getByRole("button", { name: "Send me a fresh link" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look at your emails");
  const [, fresh] = await waitForMail(reader.email, 2);
  if (!fresh) throw new Error("No fresh link came");
  await page.goto(linkIn(fresh, "p"));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("What you get");
  await expect(page.getByRole("combobox", { name: /zone/i })).toBeVisible();
  expect(await findingsInBoth(page)).toEqual([]);
});

test("what is kept about somebody is downloaded from their page", async ({ page }) => {
  await page.goto(linkIn(letter, "p"));
  await page.getByRole("link", { name: /^Your data/ }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download" }).click();
  const file = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(chunk as Buffer);
  const all = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  expect(JSON.stringify(all)).toContain(reader.email);
  expect(JSON.stringify(all)).toContain(letter.subject);
});

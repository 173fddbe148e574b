import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { complaintsOf, endsWell, findingsOn } from "./axe";
import { mailTo, waitForMail } from "./mail";
import { OPERATOR } from "./settings";
import { signedIn } from "./signed-in";

const KEY = "content-promises";
let page: Page;
let complaints: string[];

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  const api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await api.put(`/templates/${KEY}`, {
    channel: "email",
    content: {
      subject: "Invoice {{ data.number }}",
      body: "Please pay by Friday, so that your account stays open.",
      actions: [{ id: "paid", label: "I have paid", kind: "complete" }],
    },
    locales: {
      de: {
        subject: "Rechnung {{ data.number }}",
        body: "Bitte zahlen Sie bis Freitag, damit Ihr Konto offen bleibt.",
        actions: [{ id: "paid", label: "Ich habe bezahlt", kind: "complete" }],
      },
    },
  });
  page = await signedIn(browser, baseURL);
  complaints = complaintsOf(page);
});
test.afterEach(() => endsWell(page, complaints));

test.beforeEach(() => page.goto(`/live/content/${KEY}`));

/** What is not saved asks before the page is left. */
async function save(): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
}

const preview = () => page.getByRole("region", { name: "Preview" });

test("typing a brace offers values, choosing writes one, and undo takes it back", async () => {
  const subject = page.getByRole("textbox", { name: "Subject" });
  await subject.press("End");
  await subject.pressSequentially(" {");
  const picker = page.getByRole("dialog", { name: "Insert a value" });
  await picker.getByRole("combobox", { name: "Insert a value" }).fill("recipient.name");
  expect(await findingsOn(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(subject).toHaveValue("Invoice {{ data.number }} {{ recipient.name }}");
  await expect(subject).toBeFocused();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(subject).toHaveValue("Invoice {{ data.number }} {");
});

test("a preview in German, on a phone, in the dark marks what is missing", async () => {
  await preview().getByRole("button", { name: "German" }).click();
  await preview().getByRole("button", { name: "Phone" }).click();
  await preview().getByRole("button", { name: "Dark" }).click();
  await preview().getByRole("checkbox", { name: "Without data of the event" }).check();
  await expect(preview().getByText("One place has no value")).toBeVisible();
  const shown = preview().frameLocator("iframe");
  await expect(shown.getByRole("link", { name: "Ich habe bezahlt" })).toBeVisible();
  await expect(preview().getByRole("definition").filter({ hasText: "Rechnung" })).toHaveText(
    "Rechnung data.number",
  );
  await expect(page).toHaveURL(/language=de/);
  await expect(page).toHaveURL(/scheme=dark/);
  expect(await findingsOn(page)).toEqual([]);
});

test("blocks are added, moved by keyboard and saved as Markdown", async () => {
  await page.getByRole("button", { name: "Add block" }).click();
  await page.getByRole("menuitem", { name: "Heading" }).click();
  const heading = page.getByRole("textbox", { name: "Heading 2" });
  await expect(heading).toBeFocused();
  await heading.fill("Your invoice");
  await heading.press("Alt+ArrowUp");
  await expect(page.getByRole("textbox", { name: "Heading 1" })).toBeFocused();
  await save();
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Heading 1" })).toHaveValue("Your invoice");
  await expect(page.getByRole("textbox", { name: "Text 2" })).toHaveValue(/^Please pay/);
});

test("both languages stand side by side, and a changed text is marked until I say that it is right", async () => {
  await page.getByRole("textbox", { name: "Subject" }).fill("Bill {{ data.number }}");
  await page.getByRole("button", { name: "Side by side" }).click();
  await expect(page).toHaveURL(/side=on/);
  const source = page.getByRole("region", { name: /^Subject, / });
  await expect(source).toContainText("Bill {{ data.number }}");
  await expect(source).toContainText("Changed since translated");
  await expect(page.getByRole("textbox", { name: "Subject" })).toHaveValue(/^Rechnung/);
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "Mark as up to date: Subject" }).click();
  await expect(source).not.toContainText("Changed since translated");
  await save();
});

test("a value can be waited for, and the preview says that the message would wait", async () => {
  const subject = page.getByRole("textbox", { name: "Subject" });
  await subject.fill("Invoice {{ data.number }}");
  const values = page.locator("details", { hasText: "1 value" }).first();
  // It opens by itself where nobody has sent such a value yet.
  if ((await values.getAttribute("open")) === null) await values.getByText("1 value").click();
  await values
    .getByRole("combobox", { name: "If it is missing" })
    .selectOption({ label: "Wait until it is there" });
  await expect(subject).toHaveValue("Invoice {{ data.number | hold }}");
  await preview().getByRole("checkbox", { name: "Without data of the event" }).check();
  await expect(preview().getByText("would be held until it is there")).toBeVisible();
  await save();
});

test("a test reaches me, says that it is one, and its button does nothing", async () => {
  await page.getByRole("button", { name: `Send to ${OPERATOR.email}` }).click();
  await expect(page.getByText(`Accepted for ${OPERATOR.email}`)).toBeVisible();
  await waitForMail(OPERATOR.email);
  const mails = await mailTo(OPERATOR.email);
  expect(mails.some(({ subject }) => subject?.startsWith("[Test] Invoice"))).toBe(true);
  await page.goto("/a/test");
  await expect(page.getByRole("heading", { name: "This was a test" })).toBeVisible();
});

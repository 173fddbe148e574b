import { expect, type Locator, type Page, test } from "@playwright/test";
import { Api } from "./api";
import type { Opened } from "./invoice-workflow";
import { waitForMail } from "./mail";
import { signedIn } from "./signed-in";

/** Days, not seconds: nothing moves while the tests look. */
const definition = {
  schema: 1,
  purpose: "reminder",
  topic: "renewals",
  start: { event: "renewal.created" },
  subject: "Renewal {{ data.number }}",
  key: "renewal:{{ data.number }}",
  due: { from: "data.due_date" },
  stopsWhen: [{ event: "renewal.signed" }, { action: "signed" }],
  stages: [
    {
      id: "first",
      name: "First notice",
      steps: [{ id: "first", kind: "send", channels: [{ email: "renewal-first" }] }],
    },
    {
      id: "reminder",
      name: "Reminder",
      steps: [
        { id: "wait", kind: "wait", until: { due: "-P2D" }, at: "09:00", zone: "person" },
        { id: "remind", kind: "send", channels: [{ email: "renewal-reminder" }] },
        { id: "patience", kind: "wait_for_response", for: "P3D" },
        { id: "final", kind: "send", channels: [{ email: "renewal-final" }] },
      ],
    },
  ],
  resolution: { steps: [{ id: "thanks", kind: "send", channels: [{ email: "renewal-thanks" }] }] },
};
const signed = [{ id: "signed", label: "I have signed", kind: "complete" }];
const templates = {
  "renewal-first": { subject: "Your renewal {{ data.number }}", body: "Sign it.", actions: signed },
  "renewal-reminder": { subject: "Still to sign: {{ data.number }}", body: "Sign it, please." },
  "renewal-final": { subject: "Last call: {{ data.number }}", body: "Sign it today." },
  "renewal-thanks": { subject: "Thank you: {{ data.number }}", body: "Signed." },
};

let api: Api;
let page: Page;
let made = 0;

/** A renewal of its own, opened on its page. */
async function openCase() {
  made += 1;
  const number = `R${process.pid}-${made}`;
  const email = `renewal-${number}@example.com`.toLowerCase();
  const { opened } = await api.post<Opened>("/events", {
    name: "renewal.created",
    person: { id: `p-${number}`, name: "Maria Lopez", email, timeZone: "Europe/Berlin" },
    data: { number, due_date: "2030-12-13" },
  });
  const [first] = opened;
  if (!first) throw new Error("The renewal opened no case");
  await waitForMail(email);
  await page.goto(`/live/cases/C-${first.number}`);
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(number) })).toBeVisible();
  return { ...first, renewal: number, email };
}

const next = () => page.getByRole("region", { name: "Next" });
const timeline = () => page.getByRole("region", { name: "Timeline" });

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await api.put("/topics/renewals", {
    name: "Renewals",
    required: false,
    defaultChannels: ["email"],
  });
  for (const [key, content] of Object.entries(templates)) {
    await api.put(`/templates/${key}`, { channel: "email", content });
  }
  await api.put("/workflows/renewals", { name: "Renewals", definition });
  await api.publish("renewals");
  page = await signedIn(browser, baseURL);
});

test("a case says what comes next, when on the person's clock, unless what, and by which rule", async () => {
  const { renewal } = await openCase();
  await expect(next()).toContainText(`Email “Still to sign: ${renewal}” to Maria Lopez`);
  await expect(next()).toContainText(/11 Dec 2030, 09:00 Berlin/);
  await expect(next()).toContainText(
    "unless renewal.signed arrives or “I have signed” is pressed.",
  );
  await expect(next()).toContainText("Because: 2 days before the due date, 09:00");
});

test("a message taken out of the plan needs a reason, and the timeline keeps it", async () => {
  const { renewal } = await openCase();
  await next().getByRole("button", { name: "Skip this one" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("→ not sent")).toBeVisible();
  await dialog.getByLabel("Reason").fill("She signs on Friday");
  await dialog.getByRole("button", { name: "Skip this one" }).click();
  const line = timeline().getByRole("article", { name: /Taken out of the plan/ });
  await expect(line).toContainText("She signs on Friday");
  await expect(next()).toContainText(`Last call: ${renewal}`);
  await expect(timeline()).not.toContainText(/skipped/i);
});

test("the next message can be sent at once, and leaves ten seconds later", async () => {
  const { email } = await openCase();
  await next().getByRole("button", { name: "Send now" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Send now" }).click();
  await expect(timeline()).toContainText("Sent ahead of its time");
  const mails = await waitForMail(email, 2, 30_000);
  expect(mails[1]?.subject).toContain("Still to sign");
});

test("the next message can be moved to a moment in words", async () => {
  await openCase();
  await next().getByRole("button", { name: "Move…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^When/).fill("in 3 days");
  await expect(dialog.getByText(/09:00 Berlin/).first()).toBeVisible();
  await dialog.getByRole("button", { name: "Move message" }).click();
  await expect(timeline()).toContainText(/Moved from .* by/);
  await expect(next()).toContainText("moved to this moment by hand");
});

test("another due date shows what moves before it is saved, and stands in the timeline after", async () => {
  const { caseId } = await openCase();
  await page
    .getByRole("complementary", { name: "Details" })
    .getByRole("button", { name: "Edit" })
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Due date", { exact: true }).fill("2030-12-20");
  await expect(dialog.getByText(/11 Dec 2030.*→.*18 Dec 2030/)).toBeVisible();
  const before = await api.get<{ dueAt: string }>(`/cases/${caseId}`);
  expect(before.dueAt).toContain("2030-12-13");
  await dialog.getByRole("button", { name: "Move due date" }).click();
  await expect(timeline()).toContainText(/Due date moved from .*13 Dec 2030.* to .*20 Dec 2030/);
  await expect(next()).toContainText("18 Dec 2030, 09:00 Berlin");
});

test("“why?” answers in three lines, and “why not?” says that its turn has not come", async () => {
  await openCase();
  await timeline()
    .getByRole("article", { name: /Your renewal/ })
    .getByRole("button", { name: /Why/ })
    .click();
  const dialog = page.getByRole("dialog", { name: "Why?" });
  for (const term of ["What happened", "Which rule", "What would have changed it"]) {
    await expect(dialog.getByText(term)).toBeVisible();
  }
  await page.keyboard.press("Escape");
  await page.getByText("Why not?").click();
  await page.getByLabel("Why was this not sent?").selectOption("final");
  await expect(page.getByText(/Its turn has not come yet/)).toBeVisible();
  await expect(page).toHaveURL(/whynot=final/);
});

/** A key pressed before the page has woken up is nobody's. */
const openByKey = (key: string, dialog: Locator) =>
  expect(async () => {
    await page.keyboard.press(key);
    await expect(dialog).toBeVisible({ timeout: 1_000 });
  }).toPass();

test("keys open the verbs, and what is shown stands in the address", async () => {
  await openCase();
  await openByKey("e", page.getByRole("dialog", { name: /^Resolve/ }));
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Messages", exact: true }).last().click();
  await expect(page).toHaveURL(/show=messages/);
  await page.getByRole("link", { name: "Oldest first" }).click();
  await expect(page).toHaveURL(/show=messages&order=oldest/);
});

test("a verb on a page that is behind says what happened meanwhile, and offers itself again", async () => {
  const { caseId } = await openCase();
  const dialog = page.getByRole("dialog", { name: /^Snooze/ });
  await openByKey("h", dialog);
  await api.post(`/cases/${caseId}/note`, { text: "The API was here" });
  await dialog.getByRole("button", { name: "Snooze case" }).click();
  await expect(dialog.getByRole("alert")).toContainText("The API was here");
  await dialog.getByRole("button", { name: /try again/i }).click();
  await dialog.getByRole("button", { name: "Snooze case" }).click();
  await expect(timeline()).toContainText(/Snoozed until .* by/);
});

import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { findingsInBoth } from "./axe";
import { mailTo, waitForMail } from "./mail";
import { signedIn } from "./signed-in";

/** What a message is called that was not rendered yet. */
const TEMPLATE = "frequency-question";
const EVENT = "frequency.asked";

/** The case stays open: what is owed at its end is never held back. */
const steps = [
  { id: "mail", kind: "send", channels: [{ email: TEMPLATE }] },
  { id: "answer", kind: "wait_for_response", for: "P7D" },
];

const definition = {
  schema: 1,
  purpose: "status",
  topic: "frequency",
  start: { event: EVENT },
  subject: "Question {{ data.number }}",
  key: "frequency:{{ person.id }}:{{ data.number }}",
  stages: [{ id: "only", name: "Only", steps }],
};

let api: Api;
let page: Page;

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await api.put("/topics/frequency", {
    name: "Frequency",
    required: false,
    defaultChannels: ["email"],
  });
  await api.put(`/templates/${TEMPLATE}`, {
    channel: "email",
    content: { subject: "Question {{ data.number }}", body: "How are you?" },
  });
  await api.put("/workflows/frequency", { name: "Frequency", definition });
  await api.publish("frequency");
  page = await signedIn(browser, baseURL, { reducedMotion: "reduce" });
});
// The limit is the whole workspace's: no later promise is to be held back by it.
test.afterAll(() => limit(""));

/** Writes how much one person may get in a day, as an operator does. */
async function limit(perDay: string): Promise<void> {
  await page.goto("/live/settings/frequency");
  const field = page.getByLabel("Messages in 24 hours");
  // What is typed before its script is there is not saved.
  await expect(async () => {
    await field.fill(perDay);
    await field.press("Enter");
    await page.reload();
    await expect(field).toHaveValue(perDay, { timeout: 1_000 });
  }).toPass();
}

test("with one message a day, the second waits, its page says why, and it leaves without the limit", async () => {
  const id = `frequency-${process.pid}`;
  const person = { id, name: "Frida Often", email: `${id}@example.com` };
  const ask = (number: number) => api.post("/events", { name: EVENT, person, data: { number } });
  await limit("1");
  expect(await findingsInBoth(page)).toEqual([]);
  await ask(1);
  await waitForMail(person.email);
  await ask(2);

  await page.goto(`/live/people/${id}`);
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(/^1 message waits/)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.getByRole("link", { name: "1 message", exact: true }).click();
  await page.getByRole("link", { name: TEMPLATE }).click();
  await expect(page.getByRole("heading", { level: 1, name: TEMPLATE })).toBeVisible();
  const became = page.getByRole("complementary", { name: "What became of it" });
  await expect(became).toContainText(/Already 1 message \(limit 1\); next /);
  expect(await findingsInBoth(page)).toEqual([]);
  expect((await mailTo(person.email)).map(({ subject }) => subject)).toEqual(["Question 1"]);

  await limit("");
  await waitForMail(person.email, 2);
});

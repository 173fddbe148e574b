import { expect, type Page, test } from "@playwright/test";
import type { Email } from "postal-mime";
import { Api } from "./api";
import { complaintsOf, endsWell } from "./axe";
import { newReader, type Reader } from "./inbox-workflow";
import { waitForMail } from "./mail";
import { APP_URL } from "./settings";

const PHONE = { width: 390, height: 844 };
const SMALLEST = { width: 320, height: 640 };

let api: Api;

test.beforeAll(async ({ playwright, baseURL }) => {
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
});

type Called = { letter: Email; caseId: string; first: Reader; second: Reader };

let calls = 0;

/** Something is stuck: one helper is written to at once, and another if that one does not take it on. */
async function called(): Promise<Called> {
  calls += 1;
  const key = `helpers-${process.pid}-${calls}`;
  const [first, second] = [newReader("Ben Miller"), newReader("Dana Roth")];
  for (const { id, ...person } of [first, second]) await api.put(`/people/${id}`, person);
  await install(key, first, second);
  const { opened } = await api.post<{ opened: { caseId: string }[] }>("/events", {
    name: `${key}.stuck`,
    person: newReader(),
    data: { number: calls },
  });
  const letter = (await waitForMail(first.email)).at(-1);
  if (!letter) throw new Error("No letter came");
  return { letter, caseId: opened[0]?.caseId ?? "", first, second };
}

async function install(key: string, first: Reader, second: Reader): Promise<void> {
  const content = {
    subject: "Please help with {{ case.subject }}",
    body: "Nobody has answered. Please take a look.",
    actions: [
      { id: "mine", label: "Acknowledge", kind: "acknowledge" },
      { id: "help", label: "I need help", kind: "need_help" },
    ],
  };
  const level = ({ id }: Reader) => ({
    targets: [{ person: id }],
    channels: [{ email: key }],
    acknowledgeWithin: "PT4H",
  });
  const steps = [{ id: "call", kind: "escalate", levels: [level(first), level(second)] }];
  const definition = {
    schema: 1,
    purpose: "reminder",
    topic: key,
    start: { event: `${key}.stuck` },
    subject: "Delivery {{ data.number }}",
    stopsWhen: [{ event: `${key}.done` }],
    stages: [{ id: "only", name: "Only", steps }],
  };
  const members = [first, second].map(({ id }) => ({ personId: id }));
  await api.put(`/topics/${key}`, { name: key, required: true, defaultChannels: ["email"] });
  await api.put(`/templates/${key}`, { channel: "email", content });
  await api.put(`/teams/${key}`, { name: "Help desk", members });
  await api.put(`/workflows/${key}`, { name: key, definition });
  await api.publish(key);
}

/** The letter as a mail program on a phone shows it. */
async function openLetter(page: Page, { html }: Email): Promise<void> {
  await page.route(/\/o\/[\w.-]+/, (route) => route.abort());
  // A page of ours forbids the styles of an email.
  await page.goto("about:blank");
  await page.setContent(html ?? "");
}

const acknowledgedBy = async (caseId: string) =>
  (await api.get<{ acknowledgedBy: string | null }>(`/cases/${caseId}`)).acknowledgedBy;

test.describe("a helper with a phone and no JavaScript", () => {
  test.use({ javaScriptEnabled: false, viewport: PHONE, locale: "en-GB" });

  test("acknowledges from the email in two taps, and reads what follows", async ({ page }) => {
    const { letter, caseId, first } = await called();
    await openLetter(page, letter);
    let taps = 0;
    const tap = async (name: string, role: "link" | "button") => {
      taps += 1;
      await page.getByRole(role, { name, exact: true }).first().click();
    };
    await tap("Acknowledge", "link");
    await page.waitForURL(`${APP_URL}/a/**`);
    expect(await acknowledgedBy(caseId), "looking changes nothing").toBeNull();
    await tap("Acknowledge", "button");
    await expect(page.getByRole("status")).toContainText("You took this on at");
    expect(taps).toBe(2);
    expect(await acknowledgedBy(caseId)).toBe(first.id);
    await expect(page.getByText("You have had it since")).toBeVisible();
    await expect(page.getByRole("button", { name: "I need help", exact: true })).toBeVisible();
    for (const name of ["Hand it over", "Snooze", "Resolve"]) {
      await expect(page.locator("summary", { hasText: name })).toBeVisible();
    }
    expect((await page.content()).includes("<script")).toBe(false);
  });
});

test.describe("on the smallest phone", () => {
  test.use({ viewport: SMALLEST, locale: "en-GB" });

  test("a helper hands it over, and the other one takes it on from their own email", async ({
    page,
  }) => {
    const { letter, caseId, second } = await called();
    const complaints = complaintsOf(page);
    await openLetter(page, letter);
    await page.getByRole("link", { name: "Acknowledge", exact: true }).first().click();
    await page.waitForURL(`${APP_URL}/a/**`);
    await endsWell(page, complaints);
    await page.locator("summary", { hasText: "Hand it over" }).click();
    await page.getByLabel("Who takes it on?").selectOption({ label: second.name });
    await endsWell(page, complaints);
    await page.getByRole("button", { name: "Hand over", exact: true }).click();
    await expect(page.getByRole("status")).toContainText(`You handed this over to ${second.name}`);
    await endsWell(page, complaints);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
    ).toBe(true);

    const theirs = (await waitForMail(second.email)).at(-1);
    if (!theirs) throw new Error("Nobody told the other helper");
    await openLetter(page, theirs);
    await page.getByRole("link", { name: "Acknowledge", exact: true }).first().click();
    await page.getByRole("button", { name: "Acknowledge", exact: true }).click();
    expect(await acknowledgedBy(caseId)).toBe(second.id);

    await openLetter(page, letter);
    await page.getByRole("link", { name: "Acknowledge", exact: true }).first().click();
    await expect(page.getByText(`Already acknowledged by ${second.name}`)).toBeVisible();
    await expect(page.getByText("Nothing was changed.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Take it over" })).toBeVisible();
    await endsWell(page, complaints);
  });
});

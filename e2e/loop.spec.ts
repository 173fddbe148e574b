import { expect, test } from "@playwright/test";
import { Api } from "./api";
import { installInvoices, newInvoice } from "./invoice-workflow";
import { mailTo, waitForMail } from "./mail";

type Case = { status: string; waitingFor: string | null; next: { sentence: string } | null };
type Entry = { class: string; code: string; sentence: string };

const LINK = /https?:\/\/[^\s"<>)]+\/a\/[A-Za-z0-9_-]+/;

let api: Api;

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL: baseURL ?? "" });
  api = new Api(request);
  await installInvoices(api);
});

const statusOf = async (caseId: string) => (await api.get<Case>(`/cases/${caseId}`)).status;

test("an invoice is followed up, escalated, answered by one press, and everybody is told", async ({
  browser,
}) => {
  const invoice = await newInvoice(api);
  const [first] = await waitForMail(invoice.customer);
  expect(first?.subject).toBe(`Your invoice ${invoice.id}`);
  expect(first?.text).toContain("€1,280.00");
  expect(first?.html).toContain("Friday 13 December 2030");

  const [, reminder] = await waitForMail(invoice.customer, 2);
  expect(reminder?.subject).toBe(`Reminder: invoice ${invoice.id}`);
  const [escalated] = await waitForMail(invoice.supervisor);
  expect(escalated?.subject).toContain("Maria Lopez has not answered");
  const [, , told] = await waitForMail(invoice.customer, 3);
  expect(told?.subject).toContain("A manager will now be handling");
  expect((await api.get<Case>(`/cases/${invoice.caseId}`)).waitingFor).toBe("acknowledgement");

  const link = LINK.exec(reminder?.html ?? "")?.[0] ?? "";
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(link);
  expect(await statusOf(invoice.caseId)).toBe("open");
  await page.getByRole("button", { name: "I have paid" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await statusOf(invoice.caseId)).toBe("resolved");

  const mails = await waitForMail(invoice.customer, 4);
  expect(mails[3]?.subject).toBe(`Thank you: invoice ${invoice.id}`);
  const [, closed] = await waitForMail(invoice.supervisor, 2);
  expect(closed?.subject).toBe(`Settled: invoice ${invoice.id}`);

  await page.goto(link);
  await expect(page.getByRole("status")).toContainText("You pressed");
  await context.close();

  const timeline = await api.get<Entry[]>(`/cases/${invoice.caseId}/timeline`);
  const codes = timeline.map((entry) => entry.code);
  for (const code of [
    "case.opened",
    "await.timed_out",
    "esc.started",
    "response.received",
    "case.resolved",
    "sent.plan",
  ]) {
    expect(codes).toContain(code);
  }
  for (const { sentence } of timeline) expect(sentence).not.toMatch(/undefined|\{|unknown/);
});

test("emails carry text and HTML, one thread per case, and a one-click unsubscribe", async () => {
  const invoice = await newInvoice(api);
  const [first, second] = await waitForMail(invoice.customer, 2);
  const header = (mail: typeof first, name: string) =>
    mail?.headers.find(({ key }) => key === name)?.value ?? "";
  expect(first?.text?.length).toBeGreaterThan(20);
  expect(first?.html).toMatch(/<html/i);
  expect(header(first, "list-unsubscribe")).toMatch(/^<http[^>]+\/u\/[^>]+>/);
  expect(header(first, "list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  expect(header(first, "message-id")).not.toBe(header(second, "message-id"));
  expect(second?.inReplyTo ?? "").not.toBe("");
  const firstThread = header(first, "references") || header(first, "message-id");
  expect(header(second, "references")).toContain(firstThread.split(/\s+/)[0]);
});

const ways: [string, (invoice: { id: string; caseId: string }) => Promise<unknown>][] = [
  [
    "by the event that says so",
    ({ id }) => api.post("/events", { name: "invoice.paid", data: { id } }),
  ],
  ["by the API", ({ caseId }) => api.post(`/cases/${caseId}/resolve`)],
  ["by its business key", ({ id }) => api.post("/cases/resolve", { key: `invoice:${id}` })],
];
for (const [how, resolve] of ways) {
  test(`a case is resolved ${how}, thanked for once, and no reminder follows`, async () => {
    const invoice = await newInvoice(api);
    await waitForMail(invoice.customer);
    await resolve(invoice);
    expect(await statusOf(invoice.caseId)).toBe("resolved");
    await waitForMail(invoice.customer, 2);
    await new Promise((done) => setTimeout(done, 4_000));
    const subjects = (await mailTo(invoice.customer)).map((mail) => mail.subject);
    expect(subjects).toEqual([`Your invoice ${invoice.id}`, `Thank you: invoice ${invoice.id}`]);
  });
}

test("a button pressed too late changes nothing and says what happened", async ({ page }) => {
  const invoice = await newInvoice(api);
  const [first] = await waitForMail(invoice.customer);
  const link = LINK.exec(first?.html ?? "")?.[0] ?? "";
  await page.goto(link);
  await api.post(`/cases/${invoice.caseId}/cancel`, { reason: "paid twice" });
  await page.getByRole("button", { name: "I have paid" }).click();
  await expect(page.getByText("Nothing was changed")).toBeVisible();
  expect(await statusOf(invoice.caseId)).toBe("canceled");
});

test("unsubscribing in one click stops the next reminder", async ({ request }) => {
  const invoice = await newInvoice(api);
  const [first] = await waitForMail(invoice.customer);
  const unsubscribe = first?.headers.find(({ key }) => key === "list-unsubscribe")?.value ?? "";
  const url = /<(http[^>]+)>/.exec(unsubscribe)?.[1] ?? "";
  await request.get(url);
  const answer = await request.post(url, { form: { "List-Unsubscribe": "One-Click" } });
  expect(answer.status()).toBe(200);
  await waitForMail(invoice.supervisor);
  expect(await mailTo(invoice.customer)).toHaveLength(1);
});

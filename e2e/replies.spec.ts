import { expect, type Page, test } from "@playwright/test";
import { createTransport } from "nodemailer";
import type { Email } from "postal-mime";
import { Api } from "./api";
import { findingsInBoth } from "./axe";
import { installInvoices, newInvoice } from "./invoice-workflow";
import { mailTo, waitForMail } from "./mail";
import { INBOUND_DOMAIN, INBOUND_PORT } from "./settings";
import { signedIn } from "./signed-in";

let api: Api;
let page: Page;

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await installInvoices(api);
  page = await signedIn(browser, baseURL, { reducedMotion: "reduce" });
});

/** Answers an email as a mail program does, over SMTP; resolves when it was taken. */
async function answer(mail: Email, from: string, words: string): Promise<void> {
  const to = mail.replyTo?.[0]?.address ?? "";
  expect(to).toMatch(new RegExp(`@${INBOUND_DOMAIN}$`));
  const port = INBOUND_PORT;
  await createTransport({ host: "127.0.0.1", port, ignoreTLS: true }).sendMail({
    from,
    to,
    subject: `Re: ${mail.subject}`,
    inReplyTo: mail.messageId,
    text: `${words}\n\nOn Monday Followthrough wrote:\n> ${mail.text?.split("\n").join("\n> ")}`,
  });
}

type Case = { status: string; closedBy: string | null };

test("“I have paid” by email closes the case, thanks the customer, and nothing reminds any more", async () => {
  const { caseId, customer, id } = await newInvoice(api);
  const [mail] = await waitForMail(customer);
  if (!mail) throw new Error("No email came");
  await answer(mail, customer, "Hi, I have already paid. Thanks!");
  expect(await api.get<Case>(`/cases/${caseId}`)).toMatchObject({
    status: "resolved",
    closedBy: `person:customer-${id}`,
  });
  await waitForMail(customer, 2);
  const subjects = (await mailTo(customer)).map(({ subject }) => subject);
  expect(subjects).toEqual([`Your invoice ${id}`, `Thank you: invoice ${id}`]);
});

test("an answer nobody understands stands on Today with its words until somebody has read it", async () => {
  const { caseId, customer, number } = await newInvoice(api);
  const [mail] = await waitForMail(customer);
  if (!mail) throw new Error("No email came");
  await answer(mail, customer, `Could you split invoice ${number} into two parts?`);
  await page.goto("/live");
  const row = page.getByRole("listitem").filter({ hasText: `wrote about C-${number}` });
  await expect(row).toContainText(`Could you split invoice ${number} into two parts?`);
  await expect(row).not.toContainText("Followthrough wrote");
  expect(await findingsInBoth(page)).toEqual([]);
  await page.goto(`/live/cases/C-${number}`);
  const words = page.getByText(`Could you split invoice ${number} into two parts?`);
  await expect(words.first()).toBeVisible();
  await page.goto("/live");
  await row.getByRole("button", { name: `Mark as read: reply in C-${number}` }).click();
  await expect(row).toHaveCount(0);
  await api.post(`/cases/${caseId}/cancel`, { reason: "end of the test" });
});

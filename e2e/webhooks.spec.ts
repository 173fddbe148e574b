import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Page, test } from "@playwright/test";
import { Webhook } from "standardwebhooks";
import { Api } from "./api";
import { installInvoices, newInvoice } from "./invoice-workflow";
import { signedIn } from "./signed-in";

type Heard = { headers: IncomingHttpHeaders; body: string };

let page: Page;
let api: Api;
let server: Server;
let url: string;
/** What the receiver got, and what it answers. */
const heard: Heard[] = [];
let status = 204;

test.beforeAll(async ({ browser, baseURL, playwright }) => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      heard.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await installInvoices(api);
  page = await signedIn(browser, baseURL);
});

test.afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const endpoint = () =>
  page
    .getByRole("list", { name: "Webhook endpoints" })
    .getByRole("listitem")
    .filter({ hasText: url });

async function choose(item: string): Promise<void> {
  await page.getByRole("button", { name: `Actions for ${url}` }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

/** The events about one case, as they arrived. */
const about = (caseId: string) => heard.filter(({ body }) => JSON.parse(body).data?.id === caseId);

test("an endpoint that is added hears of the next case, signed with the secret that was shown, and again when somebody asks", async () => {
  await page.goto("/live/settings/webhooks");
  await page.getByRole("button", { name: "Add endpoint" }).click();
  const form = page.getByRole("dialog", { name: "Add an endpoint" });
  await form.getByLabel("Address").fill(url);
  await form.getByLabel("Description").fill("Of a test");
  await form.getByLabel("case.opened").check();
  await form.getByRole("button", { name: "Add endpoint" }).click();
  const secret = (await form.locator("code").filter({ hasText: "whsec_" }).textContent()) ?? "";
  await form.getByRole("button", { name: "I have copied it" }).click();
  await expect(endpoint()).toContainText("Of a test");
  await expect(endpoint()).not.toContainText("whsec_");

  const { caseId } = await newInvoice(api);
  await expect.poll(() => about(caseId).length).toBe(1);
  const [first] = about(caseId);
  if (!first) throw new Error("The receiver heard nothing");
  const headers = Object.fromEntries(
    Object.entries(first.headers).map(([name, value]) => [name, String(value)]),
  );
  expect(new Webhook(secret).verify(first.body, headers)).toMatchObject({
    type: "case.opened",
    data: { id: caseId, status: "open" },
  });

  await endpoint()
    .getByRole("link", { name: /^What it was told: / })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("was told");
  const row = page.getByRole("row").filter({ hasText: "case.opened" }).first();
  await expect(row).toContainText("Delivered");
  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: "case.opened" })).toBeVisible();
  const attempts = page.getByRole("table", { name: "Attempts" }).getByRole("row");
  await expect(attempts.filter({ hasText: "204" })).toHaveCount(1);
  await page.getByRole("button", { name: "Send case.opened again" }).click();
  await expect.poll(() => about(caseId).length).toBe(2);
  const again = about(caseId)[1];
  expect(again?.headers["webhook-id"]).toBe(first.headers["webhook-id"]);
  expect(again?.body).toBe(first.body);
  await expect(attempts.filter({ hasText: "204" })).toHaveCount(2);
});

test("a test says what the receiver answered, and a receiver that is gone is turned off and on Today", async () => {
  await page.goto("/live/settings/webhooks");
  status = 503;
  await choose("Send a test");
  const dialog = page.getByRole("dialog", { name: "Send a test" });
  await dialog.getByRole("button", { name: "Send test" }).click();
  await expect(dialog.getByText(/Not taken after .* status 503/)).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click();
  status = 410;
  const { caseId } = await newInvoice(api);
  await expect.poll(() => about(caseId).length).toBe(1);
  await expect(async () => {
    await page.goto("/live/settings/webhooks");
    await expect(endpoint()).toContainText("Turned off: it answered 410", { timeout: 1_000 });
  }).toPass();
  await page.goto("/live");
  await expect(
    page.getByText(`The webhook endpoint ${new URL(url).host} was turned off`),
  ).toBeVisible();
});

test("turned on again it goes on, and deleted it is gone for good", async () => {
  status = 204;
  await page.goto("/live/settings/webhooks");
  await choose("Turn on");
  await expect(endpoint().getByText("On", { exact: true })).toBeVisible();
  const { caseId } = await newInvoice(api);
  await expect.poll(() => about(caseId).length).toBe(1);
  await choose("Delete…");
  const dialog = page.getByRole("dialog", { name: "Delete this endpoint" });
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await dialog.getByRole("button", { name: "Delete endpoint" }).click();
  await expect(endpoint()).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Endpoints", exact: true })).toBeFocused();
});

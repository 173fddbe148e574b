import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { complaintsOf, endsWell } from "./axe";
import { signedIn } from "./signed-in";

const PATH = "/live/settings/person-side";
const TOPIC = "operator-view-news";

let api: Api;
let anyone: APIRequestContext;
let page: Page;
let complaints: string[];

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  anyone = await playwright.request.newContext({ baseURL: baseURL ?? "" });
  api = new Api(anyone);
  await api.put(`/topics/${TOPIC}`, {
    name: "News of the house",
    required: false,
    defaultChannels: ["email", "in_app"],
  });
  page = await signedIn(browser, baseURL);
  complaints = complaintsOf(page);
});

/** A person of their own for each test. */
async function newPerson(): Promise<{ id: string; name: string }> {
  const id = `e2e-${crypto.randomUUID().slice(0, 8)}`;
  const name = `Maria ${id}`;
  await api.put(`/people/${id}`, { name, locale: "en" });
  return { id, name };
}

const linkOf = async (id: string): Promise<string> =>
  (await api.post<{ url: string }>(`/people/${id}/preference-link`)).url;
const previewOf = (name: string) =>
  page.frameLocator(`iframe[title="Preference page of ${name}"]`).locator("body");
/** Looking into a frame that lets no script in is refused aloud: the test's doing, not the page's. */
async function leavesWell(): Promise<void> {
  await endsWell(
    page,
    complaints.splice(0).filter((line) => !line.startsWith("Blocked script execution in")),
  );
}
const saved = () => page.getByRole("status").filter({ hasText: "Saved." });

test("from a person an operator comes to their page as they see it, and nothing in it does anything", async () => {
  const { id, name } = await newPerson();
  const before = await api.get(`/people/${id}/preferences`);
  await page.goto(`/live/people/${id}`);
  await page.getByRole("link", { name: "Preview preference page" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "What people see" })).toBeVisible();
  await expect(page.getByLabel("Person")).toHaveValue(new RegExp(name));
  const body = previewOf(name);
  await expect(body).toContainText("Preview.");
  await expect(body.locator("fieldset").first()).toBeVisible();
  expect(await body.locator(`a[href*="/p/"]`).count(), "no link of theirs is there").toBe(0);
  for (const button of await body.locator("button").all()) {
    expect(await button.evaluate((element) => element.closest("[inert]") !== null)).toBe(true);
  }
  expect(await api.get(`/people/${id}/preferences`)).toEqual(before);
  await leavesWell();
});

test("own words are in the preview and on the real page, in their language alone, until they are reset", async () => {
  const { id, name } = await newPerson();
  await page.goto(`${PATH}?person=${id}`);
  const heading = page.getByLabel("Heading", { exact: true });
  await heading.fill("Your post from the house");
  await heading.press("Tab");
  await expect(saved()).toBeVisible();
  await expect(previewOf(name).locator("h1")).toHaveText("Your post from the house");
  const real = await page.context().newPage();
  await real.goto(await linkOf(id));
  await expect(real.getByRole("heading", { level: 1 })).toHaveText("Your post from the house");
  await page.getByLabel("Language").selectOption("de");
  await expect(heading).toHaveValue("");
  await expect(previewOf(name).locator("h1")).not.toHaveText("Your post from the house");
  await page.getByLabel("Language").selectOption("en");
  await page.getByRole("button", { name: "Reset Heading to our words" }).press("Enter");
  await expect(saved()).toBeVisible();
  await real.reload();
  await expect(real.getByRole("heading", { level: 1 })).not.toHaveText("Your post from the house");
  await real.close();
  await leavesWell();
});

test("what is switched off is gone from the person's page at once", async () => {
  const { id } = await newPerson();
  const real = await page.context().newPage();
  const address = `${await linkOf(id)}/my-data`;
  const download = real.getByRole("button", { name: /download/i });
  await real.goto(address);
  await expect(download).toBeVisible();
  await page.goto(`${PATH}?person=${id}`);
  const box = page.getByRole("checkbox", { name: "People can download their data" });
  await box.uncheck();
  await expect(saved()).toBeVisible();
  await real.reload();
  await expect(download).toHaveCount(0);
  const answer = await anyone.post(address, { form: { do: "download" } });
  expect(answer.headers()["content-disposition"]).toBeUndefined();
  await box.check();
  await expect(async () => {
    await real.reload();
    await expect(download).toBeVisible({ timeout: 500 });
  }).toPass();
  await real.close();
});

test("a request to be erased waits on the person's page until somebody answers it", async () => {
  const { id, name } = await newPerson();
  await anyone.post(`${await linkOf(id)}/my-data`, { form: { do: "erase_surely" } });
  await page.goto(PATH);
  await page
    .getByRole("region", { name: "Requests to be erased" })
    .getByRole("link", { name })
    .click();
  await expect(page.getByText(/This person asked to be erased/)).toBeVisible();
  await page.getByRole("button", { name: "Decline" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Decline" }).click();
  await expect(page.getByText(/This person asked to be erased/)).toHaveCount(0);
  await page.goto(PATH);
  await expect(page.getByText("Nobody waits for an answer.")).toBeVisible();
  await leavesWell();
});

test("a choice changes the widget and the code at once, and is there again at the next visit", async () => {
  await page.goto(`${PATH}/inbox`);
  const live = page.frameLocator('iframe[title="The inbox widget with sample data"]');
  const code = page.locator("pre").first();
  await expect(live.getByRole("button", { name: /^Notifications/ })).toBeVisible();
  await expect(code).toContainText("/w/v1.js");
  await page.getByLabel("Shown as").selectOption("panel");
  await expect(code).toContainText('mode="panel"');
  await expect(live.getByRole("heading", { name: "Notifications" })).toBeVisible();
  await page.getByLabel("Language").selectOption("de");
  await expect(code).toContainText('lang="de"');
  await expect(live.getByRole("heading", { name: "Mitteilungen" })).toBeVisible();
  await page.getByLabel("Accent", { exact: true }).fill("#a500fa");
  await expect(page.getByText(/would be hard to read/)).toBeVisible();
  await expect(page.locator("pre").nth(1)).toContainText(
    "--fu-accent: #a500fa; --fu-on-accent: #ffffff",
  );
  await page.getByLabel("Accent", { exact: true }).fill("#0a66c2");
  await expect(page.getByText(/readable/)).toBeVisible();
  const kept = page.waitForResponse((response) =>
    (response.request().postData() ?? "").includes('"offline":"off"'),
  );
  await page.getByLabel(/Keep the newest messages/).press("Space");
  await expect(code).toContainText('keep="off"');
  await kept;
  await page.reload();
  await expect(code).toContainText('keep="off"');
  await expect(page.getByLabel("Shown as")).toHaveValue("panel");
  await leavesWell();
});

test.describe("another site", () => {
  let site: Server;
  let origin: string;

  test.beforeAll(async ({ baseURL }) => {
    site = createServer((request, response) => {
      response.setHeader("content-type", "text/html");
      response.end(`<title>Elsewhere</title><iframe src="${baseURL}${request.url}"></iframe>`);
    });
    await new Promise<void>((done) => site.listen(0, "127.0.0.1", done));
    origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  });
  test.afterAll(() => {
    site.close();
  });

  for (const path of ["/live", PATH, "/sign-in", "/docs/api"]) {
    test(`cannot lay its own buttons over ${path}`, async () => {
      const elsewhere = await page.context().newPage();
      await elsewhere.goto(`${origin}${path}`);
      await expect
        .poll(() => elsewhere.frames().map((frame) => frame.url()))
        .toContain("chrome-error://chromewebdata/");
      await elsewhere.close();
    });
  }

  test("is refused by every document in its own way, and each keeps its own policy", async () => {
    const { id } = await newPerson();
    const policyOf = async (path: string) =>
      (await page.request.get(path)).headers()["content-security-policy"] ?? "none";
    const link = new URL(await linkOf(id)).pathname;
    for (const path of [link, `${link}/my-data`, "/p/forged", "/u/forged", "/a/test"]) {
      expect([path, await policyOf(path)]).toEqual([
        path,
        expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
      ]);
    }
    for (const path of [
      `${PATH}/preview?person=${id}`,
      "/live/settings/brand/preview/email",
      "/live/messages/00000000-0000-0000-0000-000000000000/preview",
    ]) {
      expect([path, await policyOf(path)]).toEqual([
        path,
        expect.stringMatching(
          /^sandbox; default-src 'none'.*frame-ancestors 'self'$|^sandbox allow/,
        ),
      ]);
    }
    expect(await policyOf(`${PATH}/inbox/demo`)).toMatch(/connect-src 'none'.*frame-ancestors/);
    expect(await policyOf(PATH)).toBe("frame-ancestors 'self'");
  });
});

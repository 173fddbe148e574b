import { expect, type Page, test } from "@playwright/test";
import { signedIn } from "./signed-in";

let page: Page;

test.beforeAll(async ({ browser, baseURL }) => {
  page = await signedIn(browser, baseURL);
});

const dialog = () => page.getByRole("dialog");

/** As when the network is gone: whatever is sent never arrives. */
const loseTheServer = () =>
  page.route("**/*", (route) =>
    route.request().method() === "POST" ? route.abort("internetdisconnected") : route.fallback(),
  );
const findTheServer = () => page.unroute("**/*");

test("a form whose server does not answer says so, keeps what was typed, and can be sent again", async () => {
  const id = `e2e-${crypto.randomUUID().slice(0, 8)}`;
  await page.goto("/live/people");
  await page.getByRole("button", { name: "Add person" }).click();
  await dialog().getByLabel("Name").fill("Nora Netzlos");
  await dialog().getByLabel("Id").fill(id);
  await loseTheServer();
  await dialog().getByRole("button", { name: "Add person" }).click();
  await expect(dialog().getByRole("alert")).toContainText("The server did not answer");
  await expect(dialog().getByLabel("Name")).toHaveValue("Nora Netzlos");
  await expect(dialog().getByLabel("Id")).toHaveValue(id);
  await findTheServer();
  await dialog().getByRole("button", { name: "Add person" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Nora Netzlos" })).toBeVisible();
});

test("a button behind a menu whose server does not answer says so, and the page stays", async () => {
  await page.goto("/live/people");
  await loseTheServer();
  await page.getByRole("button", { name: /account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByText("The server did not answer")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
  await findTheServer();
});

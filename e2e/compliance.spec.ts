import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { findingsInBoth } from "./axe";
import { signedIn } from "./signed-in";

let api: Api;
let page: Page;

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  page = await signedIn(browser, baseURL);
});

const newId = () => `e2e-${crypto.randomUUID().slice(0, 8)}`;
const dialog = () => page.getByRole("dialog");

test("addresses are blocked, found again, and let go with a reason", async () => {
  const address = `${newId()}@example.com`;
  await page.goto("/live/settings/suppressions");
  await page.getByRole("button", { name: "Block addresses" }).click();
  await dialog().getByLabel("Addresses").fill(`${address}\nnot an address`);
  await dialog().getByRole("button", { name: "Block" }).click();
  await expect(dialog().getByText("not an email address")).toBeVisible();
  await dialog().getByLabel("Addresses").fill(`${address}, other-${address}`);
  await dialog().getByRole("button", { name: "Block" }).click();
  await expect(page.getByText("2 addresses are blocked.")).toBeVisible();

  await page.getByRole("textbox", { name: "Address", exact: true }).fill(`other-${address}`);
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.getByRole("row")).toHaveCount(2);
  expect(await findingsInBoth(page)).toEqual([]);
  await page.getByRole("button", { name: `Lift the block of other-${address}` }).click();
  await dialog().getByLabel("Reason").fill("They wrote to us.");
  await dialog().getByRole("button", { name: "Lift the block" }).click();
  await expect(page.getByText("No blocked address matches")).toBeVisible();
});

test("what was agreed to on the phone is written down and comes out as proof", async () => {
  const id = newId();
  await api.put(`/people/${id}`, { name: "Phone Friend", phone: "+441632960961" });
  await page.goto(`/live/people/${id}`);
  await page.getByRole("button", { name: "Write down a consent" }).click();
  await dialog().getByLabel("How", { exact: true }).fill("phone call");
  await dialog().getByLabel("The words they agreed to").fill("May we text you?");
  await dialog().getByRole("button", { name: "Write down" }).click();
  await expect(page.getByText("May we text you?")).toBeVisible();
  expect(await findingsInBoth(page)).toEqual([]);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Proof (JSON)" }).click();
  const file = JSON.parse(await readFile(await (await download).path(), "utf8"));
  expect(file).toMatchObject({ personId: id, intact: true, data: [{ source: "phone call" }] });
  expect(file.data[0].proof).toMatch(/^[0-9a-f]{64}$/);
});

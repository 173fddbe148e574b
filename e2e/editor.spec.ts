import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import {
  branching,
  card,
  cardNames,
  complaintsOf,
  escalating,
  findingsInBoth,
  furnish,
  inspector,
  openEditor,
  openForMaria,
  row,
  rowNames,
  saved,
  stored,
  storedIds,
  straight,
} from "./editor";
import { signedIn } from "./signed-in";

const RUN = `${process.pid}-${Date.now() % 100_000}`;

let api: Api;
let page: Page;
let complaints: string[];

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await furnish(api);
  page = await signedIn(browser, baseURL, {
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  complaints = complaintsOf(page);
});
test.afterEach(() => {
  expect(complaints.splice(0), "nothing is said in the console").toEqual([]);
});

/** A workflow of this run's own, as a draft that was never published. */
async function drafted(name: string, definition: unknown): Promise<string> {
  const key = `edited-${name}-${RUN}`;
  await api.put(`/workflows/${key}`, { name: `Edited ${name}`, definition });
  return key;
}

test("every step is a full sentence, the same and in the same order on the canvas and in the outline", async () => {
  const key = await drafted("names", branching);
  await openEditor(page, key, "?view=split");
  await expect(card(page, "1.1, Email")).toBeVisible();
  await expect(card(page, "1.1, Email")).toHaveAttribute("aria-roledescription", "step");
  const names = await cardNames(page);
  expect(names).toHaveLength(7);
  for (const name of names) expect(name).toMatch(/^Step [\d.]+, [A-Z][^.]+\. .+\.( \d+ \w+\.)*$/);
  expect(await rowNames(page)).toEqual(names);
  expect(await findingsInBoth(page)).toEqual([]);
});

test("a wait before the due date is added between two steps within six clicks, and its example says when", async () => {
  await openForMaria(api);
  const key = await drafted("wait", straight);
  await openEditor(page, key, "?step=second");
  await page.getByRole("button", { name: "Add a step after 2.1 Email, Stage 2, Reminder" }).click();
  await page.getByRole("option", { name: /^Wait until a date/ }).click();
  const form = inspector(page);
  await expect(
    card(page, "2.2, Wait. Wait until 2 days before the due date, 09:00"),
  ).toBeVisible();
  const example = form.getByText(/^For Maria/);
  await expect(example).toContainText("due Mon 15 Dec: Fri 12 Dec, 09:00.");
  await expect(example).toContainText("Rolled back from Sat 13 Dec.");
  await form.getByLabel("Unit").selectOption("business days");
  await expect(example).toContainText("due Mon 15 Dec: Thu 11 Dec, 09:00.");
  await saved(page);
  expect(await findingsInBoth(page)).toEqual([]);
  const { draft } = await stored(api, key);
  expect(draft?.stages[1]?.steps[1]).toMatchObject({
    kind: "wait",
    until: { due: { businessDays: -2 } },
    at: "09:00",
    zone: "person",
    days: "business",
  });
});

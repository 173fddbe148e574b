import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import {
  card,
  cardNames,
  complaintsOf,
  findingsInBoth,
  furnish,
  inspector,
  saved,
  stored,
} from "./editor";
import { signedIn } from "./signed-in";

const RUN = `${process.pid}x${Date.now() % 100_000}`;
const TABS_MAX = 60;

let api: Api;
let page: Page;
let complaints: string[];

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await furnish(api);
  page = await signedIn(browser, baseURL, {
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
  });
  complaints = complaintsOf(page);
});

/** What has the focus, by its accessible name; null when it is the page itself. */
const focused = () =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const isField = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
    const labels = isField || element instanceof HTMLTextAreaElement ? element.labels : null;
    const label = element.getAttribute("aria-label") ?? labels?.[0]?.textContent;
    return (label ?? element.textContent ?? "").replace(/\s+/g, " ").trim();
  });

/** Presses keys one after the other; each leaves the focus on something. */
async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await expect.poll(focused, { message: `the focus after ${key}` }).not.toBeNull();
  }
}

async function tabTo(name: RegExp): Promise<void> {
  const met: string[] = [];
  for (let i = 0; i < TABS_MAX; i++) {
    await page.keyboard.press("Tab");
    const now = await focused();
    if (now !== null && name.test(now)) return;
    met.push(now ?? "(nothing)");
  }
  throw new Error(`Tab never came to ${name}; it met ${met.join(" · ")}`);
}

/** Adds a step at the plan's own focus and comes back from its form to it. */
async function add(figure: string, name: string): Promise<void> {
  await press("n");
  await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
  await press(figure);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(inspector(page)).toContainText(`Step ${name}`);
  await press("Escape");
  await expect(card(page, name)).toBeFocused();
}

test("a workflow is begun, built, changed and taken back without a mouse", async () => {
  test.setTimeout(180_000);
  await page.goto("/live/workflows/new");
  await expect(page.getByRole("heading", { level: 1, name: "New workflow" })).toBeVisible();
  // Keys work once the page has come to life.
  const dialog = page.getByRole("dialog", { name: "New blank workflow" });
  await expect(async () => {
    await tabTo(/^Blank workflow/);
    await page.keyboard.press("Enter");
    await expect(dialog).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await page.keyboard.type(`Keys ${RUN}`);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/edit.*view=/);
  const key = /\/workflows\/([^/]+)\/edit/.exec(page.url())?.[1] ?? "";

  await tabTo(/^Start\. /);
  await press("PageDown");
  await add("1", "1.1, Email");
  await add("6", "1.2, Wait for response");
  await add("7", "1.3, Branch");
  await add("8", "1.4, Escalate");
  await add("9", "1.5, Close");

  await press("PageUp", "ArrowDown", "ArrowDown");
  for (let i = 0; i < 10 && !(await focused())?.startsWith("Step 1.3,"); i++)
    await press("ArrowDown");
  await expect(card(page, "1.3, Branch")).toBeFocused();
  await press("ArrowRight");
  await add("1", "1.3.1.1, Email");
  await press("ArrowRight");
  await add("2", "1.3.2.1, SMS");
  const names = await cardNames(page);
  expect(names.map((name) => /^Step ([\d.]+)/.exec(name)?.[1])).toEqual([
    "1.1",
    "1.2",
    "1.3",
    "1.3.1.1",
    "1.3.2.1",
    "1.4",
    "1.5",
  ]);

  await press("m", "ArrowUp");
  await expect(page.getByText(/^Gap 7 of \d+, after 1\.3\.1\.1 Email, in Initial$/)).toBeAttached();
  await press("Enter");
  await expect(card(page, "1.3.1.2, SMS")).toBeFocused();
  await press("ControlOrMeta+z");
  await expect.poll(() => cardNames(page)).toEqual(names);

  for (let i = 0; i < 6; i++) await press("Tab");
  expect(await cardNames(page), "Tab is never a command").toEqual(names);
  await saved(page);
  const steps = (await stored(api, key)).draft?.stages[0]?.steps;
  expect(steps?.map(({ kind }) => kind)).toEqual([
    "send",
    "wait_for_response",
    "branch",
    "escalate",
    "close",
  ]);
  expect(await findingsInBoth(page)).toEqual([]);
  expect(complaints.splice(0)).toEqual([]);
});

test("what was undone leaves the focus on the plan, also where its step is gone", async () => {
  const key = `edited-focus-${RUN}`;
  await api.put(`/workflows/${key}`, {
    name: "Edited focus",
    definition: {
      schema: 1,
      purpose: "reminder",
      topic: "edited",
      start: { event: "edited.opened" },
      subject: "Invoice",
      stopsWhen: [{ action: "paid" }],
      stages: [{ id: "only", name: "Only", steps: [{ id: "a", kind: "wait", for: "P1D" }] }],
    },
  });
  await page.goto(`/live/workflows/${key}/edit?step=a`);
  await page.waitForURL(/view=/);
  await expect(card(page, "1.1, Wait")).toBeVisible();
  await card(page, "1.1, Wait").focus();
  await press("ControlOrMeta+d");
  await expect(card(page, "1.2, Wait")).toBeFocused();
  await press("ControlOrMeta+z");
  await expect(card(page, "1.2, Wait")).toHaveCount(0);
  await press("ArrowDown", "ControlOrMeta+Shift+z");
  await expect(card(page, "1.2, Wait")).toBeVisible();
  await card(page, "1.2, Wait").focus();
  await press("Delete", "ControlOrMeta+z", "PageUp", "Delete", "ControlOrMeta+z");
  expect(complaints.splice(0)).toEqual([]);
});

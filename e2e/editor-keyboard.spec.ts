import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { complaintsOf, endsWell } from "./axe";
import { type Clicks, countedClicks } from "./clicks";
import {
  card,
  cardNames,
  furnish,
  inspector,
  openEditor,
  openForMaria,
  STARTED,
  saved,
  stored,
} from "./editor";
import { Keys } from "./keys";
import { signedIn } from "./signed-in";

const NODES_MAX = 20;
const RUN = `${process.pid}x${Date.now() % 100_000}`;
/** Begin like nothing else, so that typing in a list finds them. */
const NUDGE = `Qnudge${RUN}`;
const HANDOVER = `Qhandover${RUN}`;

let api: Api;
let page: Page;
let keys: Keys;
let clicks: Clicks;
let complaints: string[];

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await furnish(api);
  await openForMaria(api);
  const written = (subject: string, kind: "complete" | "acknowledge") => ({
    channel: "email",
    content: {
      subject,
      body: "Please answer by Friday, so that we can go on.",
      actions: [{ id: kind === "complete" ? "paid" : "ack", label: "I will", kind }],
    },
  });
  await api.put(`/templates/nudge-${RUN}`, written(NUDGE, "complete"));
  await api.put(`/templates/handover-${RUN}`, written(HANDOVER, "acknowledge"));
  page = await signedIn(browser, baseURL, {
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
  });
  complaints = complaintsOf(page);
  clicks = await countedClicks(page);
  keys = new Keys(page);
});
test.beforeEach(() => clicks.fromNow());
test.afterEach(async () => {
  await endsWell(page, complaints);
});

const numbers = async () =>
  (await cardNames(page)).map((name) => /^Step ([\d.]+)/.exec(name)?.[1] ?? "");

/** Adds a step after the one that has the focus and comes back from its form to it. */
async function add(figure: string, name: string): Promise<void> {
  await keys.press("n");
  await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
  await keys.press(figure);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(inspector(page)).toContainText(`Step ${name}`);
  await keys.press("Escape");
  await expect(card(page, name)).toBeFocused();
}

/** Walks down the plan from its first node to the one whose name begins so. */
async function walkTo(name: string): Promise<void> {
  await keys.press("Home");
  for (let i = 0; i < NODES_MAX && !(await keys.focused())?.startsWith(name); i++)
    await keys.press("ArrowDown");
  expect(await keys.focused()).toContain(name);
}

/** Chooses an existing content for the step that has the focus. */
async function sendInstead(name: string, subject: string): Promise<void> {
  await walkTo(`Step ${name}`);
  await keys.press("Enter");
  await keys.tabTo(/^Content$/);
  await keys.type(subject);
  await keys.press("Escape");
  await expect(card(page, name)).toBeFocused();
}

test("a workflow is begun, built, changed, taken back and published without a mouse", async () => {
  test.setTimeout(240_000);
  await keys.goto("/live/workflows/new");
  await expect(page.getByRole("heading", { level: 1, name: "New workflow" })).toBeVisible();
  // Keys work once the page has come to life.
  const dialog = page.getByRole("dialog", { name: "New blank workflow" });
  await expect(async () => {
    await keys.tabTo(/^Blank workflow/);
    await keys.press("Enter");
    await expect(dialog).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await keys.type(`Keys ${RUN}`);
  await keys.press("Enter");
  await page.waitForURL(/\/edit/);
  await expect(page.getByRole("group", { name: /^Start\. / })).toBeVisible();
  const key = /\/workflows\/([^/]+)\/edit/.exec(page.url())?.[1] ?? "";

  await test.step("steps are added, a branch with two sides among them", async () => {
    await keys.tabTo(/^Start\. /);
    await keys.press("PageDown");
    await add("1", "1.1, Email");
    await add("6", "1.2, Wait for response");
    await add("7", "1.3, Branch");
    await add("8", "1.4, Escalate");
    await add("9", "1.5, Close");
    await walkTo("Step 1.3, Branch");
    await keys.press("ArrowRight");
    await add("1", "1.3.1.1, Email");
    await keys.press("ArrowRight");
    await add("1", "1.3.2.1, Email");
    expect(await numbers()).toEqual(["1.1", "1.2", "1.3", "1.3.1.1", "1.3.2.1", "1.4", "1.5"]);
  });

  await test.step("a step is moved across the branch, and back by undo", async () => {
    const names = await cardNames(page);
    await keys.press("m", "ArrowUp");
    const gap = page.getByText(/^Gap 7 of \d+, after 1\.3\.1\.1 Email, in Initial$/);
    await expect(gap).toBeAttached();
    await keys.press("Enter");
    await expect(card(page, "1.3.1.2, Email")).toBeFocused();
    await keys.press("ControlOrMeta+z");
    await expect.poll(() => cardNames(page)).toEqual(names);
    for (let i = 0; i < 6; i++) await keys.press("Tab");
    expect(await cardNames(page), "Tab is never a command").toEqual(names);
    // The first one closes the hint of a button.
    await keys.press("Escape", "Escape");
  });

  await test.step("it starts by an event and stops by a button", async () => {
    await walkTo("Start. ");
    await keys.press("Enter");
    await expect(inspector(page).getByRole("combobox", { name: "Event" })).toBeFocused();
    await keys.type(STARTED);
    await keys.press("Escape");
    await expect(page.getByRole("group", { name: /^Start\. / })).toBeFocused();
    await walkTo("Stops when");
    await keys.press("Enter");
    await keys.tabTo(/^Add button$/);
    await keys.press("Enter");
    await keys.tabTo(/^Name of the button’s action/, "Shift+Tab");
    await keys.type("paid");
    await keys.press("Escape");
  });

  await test.step("one message is written, the others are chosen", async () => {
    await walkTo("Step 1.1, Email");
    await keys.press("Enter");
    await keys.tabTo(/^Configure$/, "Shift+Tab");
    await keys.press("ArrowRight");
    await keys.tabTo(/^Write it$/);
    await keys.press("Enter");
    await keys.tabTo(/^Subject/);
    await keys.type("Your visit");
    await keys.tabTo(/^Text 1$/);
    await keys.type("Please tell us when you come.");
    await keys.press("Escape");
    await sendInstead("1.3.1.1, Email", NUDGE);
    await sendInstead("1.3.2.1, Email", NUDGE);
    await walkTo("Step 1.4, Escalate");
    await keys.press("Enter");
    // By levels of its own, also where the workspace has policies.
    await expect(inspector(page).getByLabel("Hand over", { exact: true })).toBeFocused();
    await keys.press("End", "Escape");
    await sendInstead("1.4, Escalate", HANDOVER);
  });

  await test.step("it is published", async () => {
    await saved(page);
    await expect(page.getByText(/^\d+ problems?$/)).toHaveCount(0);
    const steps = (await stored(api, key)).draft?.stages[0]?.steps;
    expect(steps?.map(({ kind }) => kind)).toEqual([
      "send",
      "wait_for_response",
      "branch",
      "escalate",
      "close",
    ]);
    await keys.press("ControlOrMeta+Shift+Enter");
    const publish = page.getByRole("dialog", { name: "Publish v1" });
    await expect(publish.getByRole("button", { name: "Publish v1" })).toBeEnabled();
    await keys.tabTo(/^Publish v1$/);
    await keys.press("Enter");
    await expect(page.getByText("v1 is live. First case: not yet.")).toBeVisible();
    await keys.press("ArrowDown");
    expect((await api.get<{ liveVersion: number }>(`/workflows/${key}`)).liveVersion).toBe(1);
    await clicks.areByKeysAlone();
  });
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
  await openEditor(page, key, "?step=a");
  await card(page, "1.1, Wait").focus();
  await keys.press("ControlOrMeta+d");
  await expect(card(page, "1.2, Wait")).toBeFocused();
  await keys.press("ControlOrMeta+z");
  await expect(card(page, "1.2, Wait")).toHaveCount(0);
  await keys.press("ArrowDown", "ControlOrMeta+Shift+z");
  await expect(card(page, "1.2, Wait")).toBeVisible();
  await card(page, "1.2, Wait").focus();
  await keys.press("Delete", "ControlOrMeta+z", "PageUp", "Delete", "ControlOrMeta+z");
});

test("a button that goes away under the focus leaves it beside where it was", async () => {
  const key = `edited-gone-${RUN}`;
  const steps = [{ id: "a", kind: "wait", for: "P1D" }];
  const stages = [{ id: "only", name: "Only", steps }];
  const definition = { schema: 1, purpose: "reminder", topic: "edited", subject: "Invoice" };
  const whole = { ...definition, start: { event: STARTED }, stopsWhen: [], stages };
  await api.put(`/workflows/${key}`, { name: "Edited gone", definition: whole });
  await openEditor(page, key, "?step=a");
  await card(page, "1.1, Wait").focus();
  await keys.press("d");
  await keys.tabTo(/^Undo$/, "Shift+Tab");
  await keys.press("Enter");
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
  await keys.press("Tab");
  expect(await keys.focused()).toMatch(/^(History|Simulate)$/);

  await keys.tabTo(/^Step 1\.1, Wait/);
  await walkTo("Stops when");
  await keys.press("Enter");
  await keys.tabTo(/^Add reply$/);
  await keys.press("Enter");
  await expect(inspector(page).getByRole("button", { name: "Add reply" })).toHaveCount(0);
  await keys.press("Tab");
  await expect(inspector(page).locator(":focus")).toHaveCount(1);
  await clicks.areByKeysAlone();
});

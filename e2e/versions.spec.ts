import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { complaintsOf, endsWell } from "./axe";
import { type Clicks, countedClicks } from "./clicks";
import { signedIn } from "./signed-in";

const CASES = 37;
const KEY = "versions";

/** A wait of some days, then a reminder. */
const documentOf = (days: number) => ({
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  start: { event: "versions.created" },
  subject: "Invoice {{ data.number }}",
  key: "versions:{{ data.number }}",
  stopsWhen: [{ event: "versions.paid", key: "versions:{{ data.number }}" }],
  stages: [
    {
      id: "reminder",
      name: "Reminder",
      steps: [
        { id: "hold", kind: "wait", for: `P${days}D` },
        { id: "remind", kind: "send", channels: [{ email: "versions-reminder" }] },
        { id: "patience", kind: "wait_for_response", for: "P3D" },
      ],
    },
  ],
});

let api: Api;
let page: Page;
let clicks: Clicks;
let complaints: string[];

const draft = (days: number) =>
  api.put(`/workflows/${KEY}`, { name: "Versions of a reminder", definition: documentOf(days) });

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  test.setTimeout(120_000);
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  const content = { subject: "Reminder {{ data.number }}", body: "Please pay it." };
  await api.put("/templates/versions-reminder", { channel: "email", content });
  for (const days of [20, 21, 22, 23]) {
    await draft(days);
    await api.publish(KEY);
  }
  for (let n = 1; n <= CASES; n++) {
    await api.post("/events", {
      name: "versions.created",
      person: { id: `versions-${n}`, name: `Person ${n}`, email: `versions-${n}@example.com` },
      data: { number: String(n) },
    });
  }
  page = await signedIn(browser, baseURL, { viewport: { width: 1440, height: 900 } });
  complaints = complaintsOf(page);
  clicks = await countedClicks(page);
});
test.afterEach(() => endsWell(page, complaints));

type Cases = { data: { number: number; version: number }[] };
const openCases = async () =>
  (await api.get<Cases>(`/cases?workflow=${KEY}&status=open&limit=100`)).data;

test("publishing tells how many cases wait at the changed step, and lets them finish on their version", async () => {
  test.setTimeout(180_000);
  await draft(30);
  await page.goto(`/live/workflows/${KEY}`);
  await page.getByRole("button", { name: "Publish draft" }).click();
  const dialog = page.getByRole("dialog", { name: "Publish v5" });
  const cases = dialog.getByRole("group", { name: `Open cases now: ${CASES}` });
  await expect(cases).toBeVisible();
  await expect(cases.getByRole("radio", { name: /Finish on v4/ })).toBeChecked();
  const row = cases.getByRole("row", { name: /Wait 23 days/ });
  await expect(row.getByRole("cell", { name: String(CASES), exact: true })).toBeVisible();
  await expect(row).toContainText("Wait 30 days.");
  await expect(dialog.getByRole("deletion").first()).toHaveText("23 days");
  await expect(dialog.getByRole("insertion").first()).toHaveText("30 days");
  await endsWell(page, complaints);
  await dialog.getByRole("button", { name: "Publish v5" }).click();
  await expect(dialog).toHaveCount(0);
  const open = await openCases();
  expect(open).toHaveLength(CASES);
  expect(new Set(open.map(({ version }) => version))).toEqual(new Set([4]));
  for (const { number } of open.slice(0, 2)) {
    await page.goto(`/live/cases/C-${number}`);
    await expect(page.getByRole("link", { name: "Versions of a reminder v4" })).toBeVisible();
  }
});

test("what was changed by somebody else after the preview is shown before it is published", async () => {
  await draft(31);
  await page.goto(`/live/workflows/${KEY}`);
  await page.getByRole("button", { name: "Publish draft" }).click();
  const dialog = page.getByRole("dialog", { name: "Publish v6" });
  await expect(dialog.getByText("31 days").first()).toBeVisible();
  await draft(32);
  await dialog.getByRole("button", { name: "Publish v6" }).click();
  await expect(dialog.getByText(/something changed meanwhile/i)).toBeVisible();
  await expect(dialog.getByText("32 days").first()).toBeVisible();
  await dialog.getByRole("button", { name: "Keep as draft" }).click();
  await expect(dialog).toHaveCount(0);
});

test("an earlier version is live again within four clicks, and the history says so", async () => {
  await page.goto(`/live/workflows/${KEY}`);
  await clicks.fromNow();
  await page.getByRole("link", { name: "All versions" }).click();
  const fourth = page.getByRole("row", { name: /^v4\b/ });
  await fourth.getByRole("button", { name: /make live again/i }).click();
  const dialog = page.getByRole("dialog", { name: "Publish v6" });
  await dialog.getByRole("button", { name: "Publish v6" }).click();
  const sixth = page.getByRole("row", { name: /^v6\b/ });
  await expect(sixth).toContainText("restored from v4");
  await expect(sixth).toContainText("Live");
  await clicks.areAtMost(4);
  expect((await api.get<{ liveVersion: number }>(`/workflows/${KEY}`)).liveVersion).toBe(6);
});

test("an earlier version comes back as a draft, and its difference is read as a sentence", async () => {
  await page.goto(`/live/workflows/${KEY}/versions`);
  await page.getByRole("button", { name: "More about v2" }).click();
  await page.getByRole("menuitem", { name: /restore into draft/i }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Restore v2" }).click();
  await expect(page).toHaveURL(/version=draft/);
  await page.goto(`/live/workflows/${KEY}/versions/6...draft`);
  await expect(page.getByRole("heading", { name: "Timing" })).toBeVisible();
  await expect(page.getByRole("deletion")).toHaveText("23 days");
  await expect(page.getByRole("insertion")).toHaveText("21 days");
});

test("on the plan a removed step stands at its old place, and what differs says so by word", async () => {
  const [stage] = documentOf(23).stages;
  const [hold, remind] = stage?.steps ?? [];
  const question = { id: "question", kind: "wait", for: "P2D" };
  const steps = [{ ...hold, for: "P9D" }, question, remind];
  const definition = { ...documentOf(23), stages: [{ ...stage, steps }] };
  await api.put(`/workflows/${KEY}`, { name: "Versions of a reminder", definition });
  await page.goto(`/live/workflows/${KEY}/versions/6...draft`);
  await page.getByRole("link", { name: "On the plan" }).click();
  await expect(page).toHaveURL(/view=plan/);
  await expect(page.getByRole("listitem", { name: /Changed: Step 1\.1, Wait/ })).toBeVisible();
  await expect(page.getByRole("listitem", { name: /Added: Step 1\.2, Wait/ })).toBeVisible();
  await expect(page.getByRole("listitem", { name: /^Step 1\.3, Email/ })).toBeVisible();
  await expect(page.getByRole("listitem", { name: /Removed: Step 1\.3/ })).toBeVisible();
});

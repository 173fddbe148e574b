import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
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
  page = await signedIn(browser, baseURL);
});

type Cases = { data: { number: number; version: number }[] };
const openCases = async () =>
  (await api.get<Cases>(`/cases?workflow=${KEY}&status=open&limit=100`)).data;

test("publishing tells how many cases wait at the changed step, and lets them finish on their version", async () => {
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
  await dialog.getByRole("button", { name: "Publish v5" }).click();
  await expect(dialog).toHaveCount(0);
  const open = await openCases();
  expect(open).toHaveLength(CASES);
  expect(new Set(open.map(({ version }) => version))).toEqual(new Set([4]));
  for (const { number } of [open[0], open.at(-1)].flatMap((one) => one ?? [])) {
    await page.goto(`/live/cases/C-${number}`);
    await expect(page.getByText(/\bv4\b/).first()).toBeVisible();
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
  let clicks = 0;
  const click = async (target: ReturnType<Page["getByRole"]>) => {
    clicks += 1;
    await target.click();
  };
  await page.goto(`/live/workflows/${KEY}`);
  await click(page.getByRole("link", { name: "All versions" }));
  const fourth = page.getByRole("row", { name: /^v4\b/ });
  await click(fourth.getByRole("button", { name: /make live again/i }));
  const dialog = page.getByRole("dialog", { name: "Publish v6" });
  await click(dialog.getByRole("button", { name: "Publish v6" }));
  const sixth = page.getByRole("row", { name: /^v6\b/ });
  await expect(sixth).toContainText("restored from v4");
  await expect(sixth).toContainText("Live");
  expect(clicks).toBeLessThanOrEqual(4);
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

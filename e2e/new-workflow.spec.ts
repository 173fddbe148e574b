import { expect, type Page, test } from "@playwright/test";
import { parse } from "yaml";
import { Api } from "./api";
import { complaintsOf, endsWell, findingsOn } from "./axe";
import { type Clicks, countedClicks } from "./clicks";
import { signedIn } from "./signed-in";

/** An account for SMS that no message of these tests leaves through. */
const SMS = `SMS of gallery ${process.pid}`;

let api: Api;
let page: Page;
let clicks: Clicks;
let complaints: string[];

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  test.setTimeout(120_000);
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await api.put("/people/receivables-lead", { name: "Rita Field", email: "rita@example.com" });
  await api.put("/teams/receivables", {
    name: "Receivables",
    leadId: "receivables-lead",
    members: [{ personId: "receivables-lead", role: "lead" }],
  });
  page = await signedIn(browser, baseURL, {
    acceptDownloads: true,
    viewport: { width: 1440, height: 900 },
  });
  complaints = complaintsOf(page);
  clicks = await countedClicks(page);
  await addSms();
});
test.afterEach(() => endsWell(page, complaints));
test.afterAll(async () => {
  await page.goto("/live/settings/channels");
  await page.getByRole("button", { name: `Actions for ${SMS}` }).click();
  await page.getByRole("menuitem", { name: "Remove…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove account" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: SMS })).toHaveCount(0);
});

/** The workspace can send SMS, as one that reminds of invoices can before it is asked to. */
async function addSms(): Promise<void> {
  await page.goto("/live/settings/channels");
  await page.getByRole("button", { name: "Add account for SMS" }).click();
  const dialog = page.getByRole("dialog", { name: "Add an account: Twilio" });
  await dialog.getByLabel("Name").fill(SMS);
  await dialog.getByLabel("Account SID").fill(`AC${"0".repeat(32)}`);
  await dialog.getByLabel("Auth token").fill("a token of nobody");
  await dialog.getByLabel("Sender").fill("+15551234567");
  await dialog.getByRole("button", { name: "Add account" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: SMS })).toBeVisible();
}

type Stored = {
  name: string;
  liveVersion: number | null;
  draft: Record<string, unknown>;
  templates: Record<string, unknown>;
  scenarios: unknown[];
};
const stored = (key: string) => api.get<Stored>(`/workflows/${key}`);

const keyOfEditor = () => /\/workflows\/([^/]+)\/edit/.exec(page.url())?.[1] ?? "";

async function openGallery(): Promise<void> {
  await page.goto("/live/workflows");
  await page.getByRole("link", { name: "New workflow", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "New workflow" })).toBeVisible();
}

test("an unpaid invoice is reminded of in eight clicks, asking only for event, person, due date and team", async () => {
  test.setTimeout(120_000);
  await page.goto("/live/workflows");
  await expect(page.getByRole("link", { name: "New workflow", exact: true }).first()).toBeVisible();
  await clicks.fromNow();
  await page.getByRole("link", { name: "New workflow", exact: true }).first().click();
  await page.getByRole("link", { name: "Unpaid invoice", exact: true }).click();
  await expect(page.getByRole("heading", { name: "What it does" })).toBeVisible();
  await expect(page.getByText(/Email “.*invoice 2041.*” sent to Maria/).first()).toBeVisible();
  await page.getByLabel("Start event").fill("billing.invoice_sent");
  await page.getByLabel("Person field").fill("customer.id");
  await page.getByLabel("Due date field").fill("data.pay_by");
  await page.getByLabel("Team: Billing").selectOption({ label: "Receivables" });
  await page.getByLabel("Team: Finance").selectOption({ label: "Receivables" });
  await page.getByRole("button", { name: "Use this starter" }).click();
  await page.waitForURL(/\/edit/);
  const { draft, templates, scenarios } = await stored(keyOfEditor());
  expect(draft).toMatchObject({
    start: { event: "billing.invoice_sent" },
    person: "data.customer.id",
    due: { from: "data.pay_by" },
  });
  expect(JSON.stringify(draft)).not.toContain('"team":"billing"');
  expect(Object.keys(templates)).toContain("invoice-first");
  expect(scenarios).toHaveLength(8);

  await page.getByRole("button", { name: "Publish…" }).click();
  const dialog = page.getByRole("dialog", { name: "Publish v1" });
  await expect(dialog.getByText("8 of 8 scenarios pass")).toBeVisible();
  await endsWell(page, complaints);
  await dialog.getByRole("button", { name: "Publish v1" }).click();
  await expect(page.getByText("v1 is live. First case: not yet.")).toBeVisible();
  await clicks.areAtMost(8);
  expect((await stored(keyOfEditor())).liveVersion).toBe(1);
});

test("the gallery can be narrowed to a channel, and what it shows has no accessibility findings", async () => {
  await openGallery();
  await expect(page.getByRole("listitem").getByRole("heading", { level: 3 })).toHaveCount(10);
  await page
    .getByRole("navigation", { name: "Filter by channel" })
    .getByRole("link", { name: "Push" })
    .click();
  await expect(page).toHaveURL(/channel=push/);
  await expect(page.getByRole("link", { name: "Review pending" })).toHaveCount(0);
  await page.getByRole("link", { name: /^Security incident/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Security incident/ })).toBeVisible();
  expect(await findingsOn(page)).toEqual([]);
});

test("a blank workflow asks for its name, by keyboard alone", async () => {
  await page.goto("/live/workflows");
  // Keys work once the page has come to life.
  await expect(async () => {
    await page.locator("body").press("c");
    await expect(page).toHaveURL(/\/workflows\/new/, { timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole("heading", { level: 1, name: "New workflow" })).toBeVisible();
  await page.getByRole("button", { name: "Blank workflow" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "New blank workflow" });
  await dialog.getByLabel("Name").fill(`Visits ${process.pid}`);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/edit/);
  expect((await stored(`visits-${process.pid}`)).draft).toMatchObject({
    stages: [{ name: "Initial", steps: [] }],
  });
});

const check = async (text: string) => {
  await page.getByLabel("JSON or YAML").fill(text);
  await page.getByRole("button", { name: "Check it" }).click();
};

const yamlWith = (steps: string) => `name: Pasted
definition:
  schema: 1
  purpose: reminder
  topic: billing
  subject: Pasted
  stages:
    - id: only
      name: Only
      steps:
${steps}`;

test("what cannot be a workflow is refused with its place, and stays as it was pasted", async () => {
  await page.goto("/live/workflows/new/import");
  const unknown = yamlWith("        - { id: one, kind: teleport }\n");
  await check(unknown);
  await expect(page.getByText('there is no step of the kind "teleport"')).toBeVisible();
  await page.getByRole("button", { name: "Line 11, column 28" }).click();
  await expect(page.getByLabel("JSON or YAML")).toBeFocused();
  await expect(page.getByLabel("JSON or YAML")).toHaveValue(unknown);
  expect(await findingsOn(page)).toEqual([]);

  await check("name: A\ndefinition: &whole\n  stages:\n    - *whole\n");
  await expect(page.getByText(/a cycle/)).toBeVisible();

  const many = Array.from({ length: 10_000 }, (_, n) => ({ id: `s${n}`, kind: "close" }));
  const stages = [{ id: "only", name: "Only", steps: many }];
  const definition = { schema: 1, purpose: "reminder", topic: "b", subject: "B", stages };
  await check(JSON.stringify({ name: "Many", definition }));
  await expect(page.getByText("definition.stages.0.steps", { exact: true })).toBeVisible();

  await check('{"name": "A\\u0000B", "definition": {}}');
  await expect(page.getByText(/NUL character/)).toBeVisible();

  await check('{ "name": "A", ');
  await expect(page.getByText("This is no JSON.")).toBeVisible();
});

test("an export is imported as another workflow, and over a draft only after asking", async () => {
  await page.goto("/live/workflows/new/import");
  const name = `Pasted ${process.pid}`;
  const steps = "        - { id: pause, kind: wait, for: P1D }\n";
  await check(yamlWith(steps).replace("name: Pasted", `name: ${name}`));
  await expect(page.getByRole("heading", { name: "This is a workflow" })).toBeVisible();
  await page.getByRole("button", { name: "Create draft" }).click();
  await page.waitForURL(/\/edit/);
  const key = keyOfEditor();
  const answer = await page.request.get(`/live/workflows/${key}/export?format=yaml`);
  const exported = await answer.text();
  expect(parse(exported)).toMatchObject({ key, name, templates: {}, scenarios: [] });

  await page.goto("/live/workflows/new/import");
  await check(exported.replace("P1D", "P2D"));
  await page.getByRole("button", { name: "Replace draft" }).click();
  const dialog = page.getByRole("dialog", { name: `Replace the draft of “${name}”?` });
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await dialog.getByRole("button", { name: "Replace draft" }).click();
  await page.waitForURL(/\/edit/);
  expect(JSON.stringify((await stored(key)).draft)).toContain("P2D");
});

test("a workflow is duplicated from its page", async () => {
  await page.goto("/live/workflows/new/import");
  const name = `Original ${process.pid}`;
  await check(
    yamlWith("        - { id: pause, kind: wait, for: P1D }\n").replace(
      "name: Pasted",
      `name: ${name}`,
    ),
  );
  await page.getByRole("button", { name: "Create draft" }).click();
  await page.waitForURL(/\/edit/);
  await page.goto(`/live/workflows/${keyOfEditor()}`);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Duplicate…" }).click();
  const dialog = page.getByRole("dialog", { name: "Duplicate workflow" });
  await expect(dialog.getByLabel("Name")).toHaveValue(`Copy of ${name}`);
  await dialog.getByRole("button", { name: "Create workflow" }).click();
  await page.waitForURL(new RegExp(`copy-of-original-${process.pid}/edit`));
});

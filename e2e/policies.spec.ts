import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { complaintsOf, endsWell } from "./axe";
import { signedIn } from "./signed-in";

const RUN = `${process.pid}x${Date.now() % 100_000}`;
const NAME = `Money ${RUN}`;
const KEY = `money-${RUN}`;
const TEAM = `Treasury ${RUN}`;
const LEAD = `Lena ${RUN}`;

let api: Api;
let page: Page;
let complaints: string[];

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  const lead = `lena-${RUN}`;
  await api.put(`/people/${lead}`, { name: LEAD, email: `${lead}@example.com` });
  await api.put(`/teams/treasury-${RUN}`, {
    name: TEAM,
    leadId: lead,
    members: [{ personId: lead, role: "lead" }],
  });
  await api.put(`/templates/escalation-${RUN}`, {
    channel: "email",
    content: { subject: `Nobody answered ${RUN}`, body: "Please take it over." },
  });
  page = await signedIn(browser, baseURL, { viewport: { width: 1440, height: 900 } });
  complaints = complaintsOf(page);
});
test.afterEach(async () => {
  await endsWell(page, complaints);
});

type Stored = { levels: { targets: unknown[]; acknowledgeWithin: string }[]; repeat: unknown };
const stored = () => api.get<Stored>(`/escalation-policies/${KEY}`);
const level = (n: number) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: `Level ${n}` }) });
const save = () => page.getByRole("button", { name: "Save policy" }).click();
const isSaved = () => expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
const choose = async (n: number, kind: string) =>
  level(n).getByLabel("Who: Somebody, number 1").selectOption(kind);

test("a policy is made level by level, and says who would be told", async () => {
  await page.goto("/live/policies");
  await page.getByRole("button", { name: "New policy" }).click();
  const dialog = page.getByRole("dialog", { name: "New policy" });
  await dialog.getByLabel("Name").fill(NAME);
  await expect(dialog.getByLabel("Key")).toHaveValue(KEY);
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(NAME);

  await level(1).getByLabel("Content").selectOption(`escalation-${RUN}`);
  await page.getByRole("button", { name: "Add level" }).click();
  await choose(2, "team");
  await level(2).getByLabel("Team", { exact: true }).selectOption(TEAM);
  await level(2).getByLabel("Who of the team").selectOption("lead");
  await page.getByRole("button", { name: "Level 2 earlier" }).click();
  await expect(level(1).getByLabel("Who of the team")).toHaveValue("lead");
  await save();
  await isSaved();
  expect((await stored()).levels.map(({ targets }) => targets)).toEqual([
    [{ team: `treasury-${RUN}`, role: "lead" }],
    [{ manager: "person" }],
  ]);

  await page.reload();
  const who = page.getByRole("region", { name: "Who would be told now?" });
  await expect(who.getByRole("link", { name: LEAD })).toBeVisible();
  await page.goto("/live/policies");
  await expect(page.getByRole("row").filter({ hasText: NAME })).toContainText("no workflow");
});

test("what is not finished says so at its place, and nothing is saved", async () => {
  await page.goto(`/live/policies/${KEY}`);
  const before = await stored();
  const within = level(1).getByRole("group", { name: "Time to acknowledge" });
  await within.getByLabel("How many").fill("");
  await page.getByRole("textbox", { name: "Name" }).fill(`${NAME} anew`);
  await save();
  await expect(within.getByText("Not finished: a whole number above 0")).toBeVisible();
  await expect(page.getByText("Nothing was saved: mend what is marked first.")).toBeVisible();
  expect(await stored()).toEqual(before);
  await within.getByLabel("How many").fill("2");
  await save();
  await isSaved();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${NAME} anew`);
});

test("a policy that a workflow escalates by names it, and stays", async () => {
  const workflow = `climbs-${RUN}`;
  await api.put(`/workflows/${workflow}`, {
    name: "Climbs",
    definition: {
      schema: 1,
      purpose: "escalation",
      topic: "billing",
      subject: "Anything",
      stages: [{ id: "one", name: "One", steps: [{ id: "e", kind: "escalate", policy: KEY }] }],
    },
  });
  await page.goto(`/live/policies/${KEY}`);
  const used = page.getByRole("complementary", { name: "Used by" });
  await expect(used.getByRole("link", { name: workflow })).toBeVisible();
  await page.getByRole("button", { name: "Delete policy" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Delete policy" }).click();
  await expect(dialog.getByRole("alert")).toContainText(`workflow ${workflow}`);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect((await stored()).levels).toHaveLength(2);
});

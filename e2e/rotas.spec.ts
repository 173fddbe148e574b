import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { complaintsOf, endsWell } from "./axe";
import { type Clicks, countedClicks } from "./clicks";
import { Keys } from "./keys";
import { signedIn } from "./signed-in";

const RUN = `${process.pid}x${Date.now() % 100_000}`;
const ANA = `Ana ${RUN}`;
const BEN = `Ben ${RUN}`;
const CY = `Cy ${RUN}`;
const TEAM = `night-${RUN}`;

let api: Api;
let page: Page;
let keys: Keys;
let clicks: Clicks;
let complaints: string[];

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  for (const [id, name] of Object.entries({ ana: ANA, ben: BEN, cy: CY })) {
    await api.put(`/people/${id}-${RUN}`, { name, email: `${id}-${RUN}@example.com` });
  }
  const members = ["ana", "ben", "cy"].map((id) => ({ personId: `${id}-${RUN}` }));
  await api.put(`/teams/${TEAM}`, { name: `Night ${RUN}`, members });
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
  // To axe a button that scrolled half under the page's header is too small.
  await page.evaluate(() => scrollTo(0, 0));
  await endsWell(page, complaints);
});

type Stored = {
  layers: { people: string[]; rotation: { every?: number; unit?: string; rrule?: string } }[];
};
const stored = () => api.get<Stored>(`/rotas/${TEAM}`);
const path = `/live/rotas/${TEAM}`;
const turns = () => page.getByRole("group", { name: "Turns, in order" }).getByRole("listitem");
/** The whole page is drawn again. */
const SAVED_MS = 15_000;
const isSaved = () =>
  expect(page.getByRole("status").filter({ hasText: "As it is saved." })).toBeVisible({
    timeout: SAVED_MS,
  });

/** Long ago, so that no hour of the day at which the tests run makes a gap. */
const STARTED = "2025-01-06";
/** The rota as every test but the first finds it, whatever became of the others. */
const furnish = () =>
  api.put(`/rotas/${TEAM}`, {
    name: `Night ${RUN} on call`,
    timeZone: "Europe/Berlin",
    people: [`cy-${RUN}`, `ana-${RUN}`, `ben-${RUN}`],
    shiftDays: 3,
    startsOn: STARTED,
  });
/** Fields and buttons work once the page has come to life. */
const isAlive = () => expect(page.getByRole("button", { name: "Add turn" })).toBeEnabled();
async function open(): Promise<void> {
  await furnish();
  await page.goto(path);
  await isAlive();
}

test("a team lead makes, turns round and overrides a rota with the keyboard alone", async () => {
  test.setTimeout(180_000);
  await keys.goto(`/live/teams/${TEAM}`);
  // A link pressed sooner loads the next page anew, and there nothing has the focus.
  const sheet = page.getByRole("dialog");
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(sheet).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await keys.tabTo(/^Add rota$/);
  await keys.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/rotas/${TEAM}$`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Night ${RUN} on call`);

  await keys.tabTo(/^Next in turn$/);
  for (const name of [ANA, BEN, CY]) {
    await keys.type(name);
    await keys.press("Escape", "Enter");
    await expect(turns().filter({ hasText: name })).toBeVisible();
    expect(await keys.focused()).toBe("Next in turn");
  }
  // Before anything is saved the next weeks are there.
  await expect(page.getByText("With your changes, which are not saved yet.")).toBeVisible();
  await expect(page.getByRole("img", { name: new RegExp(`^${ANA}`) })).toBeVisible();

  await keys.tabTo(new RegExp(`^${CY} earlier$`), "Shift+Tab");
  await keys.press("Enter");
  await expect.poll(keys.focused).toBe(`${CY} earlier`);
  await keys.press("Enter");
  await expect(turns().first()).toContainText(CY);
  // At the top the button upwards is off: the one downwards has the focus.
  await expect.poll(keys.focused).toBe(`${CY} later`);

  await keys.tabTo(/^Turns$/);
  await keys.press("ArrowUp");
  await keys.tabTo(/^Days per turn$/);
  await keys.press("ControlOrMeta+a", "3");
  await keys.tabTo(/^Save rota$/);
  await keys.press("Enter");
  await isSaved();
  expect((await stored()).layers).toMatchObject([
    { people: [`cy-${RUN}`, `ana-${RUN}`, `ben-${RUN}`], rotation: { every: 3, unit: "day" } },
  ]);

  await keys.tabTo(/^Add override$/);
  await keys.press("Enter");
  await expect(page.getByRole("dialog", { name: "Add override" })).toBeVisible();
  await keys.tabTo(/^Who is on call instead$/);
  await keys.type(BEN);
  await keys.tabTo(/^Note$/);
  await keys.type("Swapped");
  await keys.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByText(`Now: ${BEN} (override)`)).toBeVisible();

  await keys.tabTo(new RegExp(`^Remove the override: ${BEN}$`));
  await keys.press("Enter");
  await keys.tabTo(/^Remove override$/);
  await keys.press("Enter");
  await expect(page.getByText("Everybody takes the turns as the layers say.")).toBeVisible();
  await clicks.areByKeysAlone();
});

test("a gap is said with its times before it is saved, and a second layer closes it", async () => {
  await open();
  await expect(page.getByText("Somebody is on call all the time.")).toBeVisible();
  await page.getByLabel("Only in some hours").check();
  const gaps = page.getByText(/^Nobody is on call \d+ times:$/);
  await expect(gaps).toBeVisible();
  await expect(page.getByRole("img", { name: /^Nobody, \d+ shifts: / })).toBeVisible();
  await expect(gaps.locator("..").getByRole("listitem").first()).toHaveText(/08:00 – 18:00$/);

  await page.getByRole("button", { name: "Add layer" }).click();
  const second = page.getByRole("listitem", { name: "Layer 2: Layer 2" });
  await second.getByLabel("First turn begins on").fill(STARTED);
  await second.getByLabel("Next in turn").fill(ANA);
  await second.getByRole("button", { name: "Add turn" }).click();
  await expect(page.getByText("Somebody is on call all the time.")).toBeVisible();
  await second.getByRole("button", { name: "Layer 2 one layer down" }).click();
  await expect(page.getByRole("listitem", { name: "Layer 1: Layer 2" })).toBeVisible();
  // At the bottom the button downwards is off: the one upwards has the focus.
  await expect(page.getByRole("button", { name: "Layer 2 one layer up" })).toBeFocused();
  await page.getByRole("button", { name: "Save rota" }).click();
  await isSaved();
  expect((await stored()).layers.map(({ people }) => people.length)).toEqual([1, 3]);
});

test("what is wrong stands at its field, and nothing is saved", async () => {
  await open();
  const before = await stored();
  const first = page.getByRole("listitem", { name: /^Layer 1:/ });
  await first.getByLabel("Turns", { exact: true }).selectOption("by a rule");
  const rule = first.getByLabel("Rule (RRULE)");
  await rule.fill("FREQ=SOMETIMES");
  await expect(page.getByText("Not shown: something in the layers is missing")).toBeVisible();
  await page.getByRole("button", { name: "Save rota" }).click();
  await expect(rule).toHaveAttribute("aria-invalid", "true");
  await expect(rule).toBeFocused();
  expect(await stored()).toEqual(before);
  await rule.fill("FREQ=WEEKLY;BYDAY=MO,TH");
  await page.getByRole("button", { name: "Save rota" }).click();
  await isSaved();
  expect((await stored()).layers[0]?.rotation).toEqual({ rrule: "FREQ=WEEKLY;BYDAY=MO,TH" });
});

test("who is named before the page has come to life is kept, and Enter sends nothing", async () => {
  await furnish();
  let letIn = () => {};
  const held = new Promise<void>((done) => {
    letIn = done;
  });
  const programs = /\/_next\/static\/.*\.js/;
  await page.route(programs, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  const next = page.getByLabel("Next in turn");
  await next.fill(BEN);
  await next.press("Enter");
  letIn();
  await isAlive();
  await page.unroute(programs);
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await expect(next).toHaveValue(BEN);
  await next.press("Enter");
  await expect(turns()).toHaveText([CY, ANA, BEN, BEN].map((name) => new RegExp(name)));
});

test("the feed is a calendar, until it has a new address", async ({ request }) => {
  await open();
  const address = page.getByLabel("Address of the calendar feed");
  const old = await address.inputValue();
  const calendar = await request.get(old);
  expect(calendar.headers()["content-type"]).toContain("text/calendar");
  expect(await calendar.text()).toContain(CY);
  await expect(page.getByRole("link", { name: "Open in a calendar" })).toHaveAttribute(
    "href",
    /^webcal:/,
  );
  await page.getByRole("button", { name: "New address" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "New address" }).click();
  await expect(address).not.toHaveValue(old);
  expect((await request.get(old)).status()).toBe(404);
});

test("the list says who is on call now, and leads to a rota that is not there yet", async () => {
  await furnish();
  await page.goto("/live/rotas");
  const row = page.getByRole("row").filter({ hasText: `Night ${RUN} on call` });
  await expect(row).toContainText("always somebody");
  const dialog = page.getByRole("dialog", { name: "New rota" });
  await expect(async () => {
    await page.getByRole("button", { name: "New rota" }).click();
    await expect(dialog).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await dialog.getByLabel("Name").fill(`Backup ${RUN}`);
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Backup ${RUN}`);
  await page.getByLabel("Next in turn").fill(BEN);
  await page.getByRole("button", { name: "Save rota" }).click();
  await isSaved();
  await page.getByRole("button", { name: "Delete rota" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete rota" }).click();
  await expect(page).toHaveURL(/\/rotas$/);
});

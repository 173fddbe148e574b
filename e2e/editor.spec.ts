import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { complaintsOf, endsWell, findingsInBoth } from "./axe";
import { type Clicks, countedClicks } from "./clicks";
import {
  branching,
  cameToLife,
  card,
  cardNames,
  escalating,
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
import { invited } from "./invited";
import { signedIn } from "./signed-in";

/** Longer than the editor waits before it saves. */
const SAVED_BY_THEN_MS = 2_500;
const SCREEN = { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" } as const;
const RUN = `${process.pid}x${Date.now() % 100_000}`;

let api: Api;
let page: Page;
let clicks: Clicks;
let complaints: string[];

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await furnish(api);
  page = await signedIn(browser, baseURL, {
    ...SCREEN,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  complaints = complaintsOf(page);
  clicks = await countedClicks(page);
});
test.afterEach(() => endsWell(page, complaints));

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
});

test("a wait before the due date is added between two steps within six clicks, and its example says when", async () => {
  await openForMaria(api);
  const key = await drafted("wait", straight);
  await openEditor(page, key, "?step=second");
  await clicks.fromNow();
  await page.getByRole("button", { name: "Add a step after 2.1 Email, Stage 2, Reminder" }).click();
  await page.getByRole("option", { name: /^Wait until a date/ }).click();
  const form = inspector(page);
  await expect(card(page, "2.2, Wait. Wait until 2 days before the due date, 09:00")).toBeVisible();
  const example = form.getByText(/^For Maria/);
  await expect(example).toContainText("due Mon 15 Dec: Fri 12 Dec, 09:00.");
  await expect(example).toContainText("Rolled back from Sat 13 Dec.");
  await clicks.areAtMost(6);
  await form.getByLabel("Unit").selectOption("business days");
  await expect(example).toContainText("due Mon 15 Dec: Thu 11 Dec, 09:00.");
  await saved(page);
  const { draft } = await stored(api, key);
  expect(draft?.stages[1]?.steps[1]).toMatchObject({
    kind: "wait",
    until: { due: { businessDays: -2 } },
    at: "09:00",
    zone: "person",
    days: "business",
  });
});

test("what is done in the outline stands on the canvas at once, and the tree says where each row is", async () => {
  const key = await drafted("outline", branching);
  await openEditor(page, key, "?view=split&step=remind");
  const remind = row(page, "2.1.2.1, Email");
  await expect(remind).toHaveAttribute("aria-level", "4");
  await expect(remind).toHaveAttribute("aria-posinset", "1");
  await expect(remind).toHaveAttribute("aria-setsize", "2");
  const branchRow = row(page, "2.1, Branch");
  await expect(branchRow).toHaveAttribute("aria-expanded", "true");
  await expect(branchRow).toHaveAttribute("aria-level", "2");
  const both = async (count: number) => {
    await expect.poll(async () => (await cardNames(page)).length).toBe(count);
    expect(await rowNames(page)).toEqual(await cardNames(page));
  };
  const inTree = async (name: string, ...keys: string[]) => {
    await row(page, name).focus();
    for (const press of keys) await page.keyboard.press(press);
  };
  await both(7);

  await inTree("2.1.2.1, Email", "n");
  await page.getByRole("option", { name: "SMS A short text message" }).click();
  await expect(card(page, "2.1.2.2, SMS")).toBeVisible();
  await both(8);

  await inTree("2.1.2.2, SMS", "ControlOrMeta+d");
  await expect(card(page, "2.1.2.3, SMS")).toBeVisible();
  await both(9);

  await inTree("2.1.2.1, Email", "d");
  await expect(card(page, "2.1.2.1, Email")).toHaveAccessibleName(/Switched off\./);
  await both(9);

  await inTree("2.1.2.2, SMS", "m", "ArrowUp", "ArrowUp", "ArrowUp", "Enter");
  await expect(card(page, "2.1.1.2, SMS")).toBeVisible();
  await both(9);

  await inTree("2.1.2.2, SMS", "Delete");
  await both(8);
  await saved(page);
  await expect
    .poll(async () => (await stored(api, key)).draft?.stages[1]?.steps[0])
    .toMatchObject({
      paths: [{ steps: [{ id: "call" }, { kind: "send" }, { id: "soon" }] }],
      otherwise: [{ id: "remind", disabled: true }, { id: "patience" }],
    });
});

test("a step taken by its head goes to the gap where it is let go", async () => {
  const key = await drafted("dragged", straight);
  await openEditor(page, key);
  const boxOf = async (name: string) => {
    const box = await card(page, name).boundingBox();
    if (!box) throw new Error(`${name} is not on the canvas.`);
    return { middle: box.x + box.width / 2, top: box.y };
  };
  const from = await boxOf("1.1, Email");
  const to = await boxOf("2.2, Email");
  await page.mouse.move(from.middle, from.top + 16);
  await page.mouse.down();
  await page.mouse.move(to.middle, to.top - 20, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => storedIds(api, key, "reminder")).toEqual(["second", "first", "last"]);
  await expect(card(page, "2.2, Email")).toBeFocused();
});

test("a team without a supervisor keeps it from being published until one is chosen, in three clicks", async () => {
  const team = `edited-${RUN}`;
  await api.put("/people/edited-lead", { name: "Lea Lind", email: "lea@editor.test" });
  await api.put(`/teams/${team}`, { name: "Claims", members: [{ personId: "edited-lead" }] });
  const key = await drafted("lead", escalating(team));
  await openEditor(page, key);
  await expect(page.getByRole("button", { name: "Publish…" })).toBeDisabled();
  await clicks.fromNow();
  await page.getByRole("button", { name: "1 problem" }).click();
  const problems = page.getByRole("region", { name: "Problems" });
  await expect(problems).toContainText("Claims");
  expect(await findingsInBoth(page)).toEqual([]);
  await problems.getByRole("button", { name: "Choose a supervisor" }).first().click();
  const picker = page.getByRole("dialog", { name: "Supervisor of Claims" }).getByRole("combobox");
  await expect(picker).toBeFocused();
  await picker.selectOption({ label: "Lea Lind" });
  await expect(page.getByText(/^\d+ problems?$/)).toHaveCount(0);
  await clicks.areAtMost(3);
  await expect(page.getByRole("button", { name: "Publish…" })).toBeEnabled();
  expect((await api.get<{ leadId: string }>(`/teams/${team}`)).leadId).toBe("edited-lead");
});

test("a deleted branch comes back with its four steps after a reload", async () => {
  const key = await drafted("undo", branching);
  const { draft: before, templates } = await stored(api, key);
  expect(Object.keys(templates)).toEqual(["edited-first"]);
  await openEditor(page, key, "?step=amount");
  await card(page, "2.1, Branch").focus();
  await page.keyboard.press("Delete");
  const dialog = page.getByRole("dialog", { name: "Keep which side?" });
  expect(await findingsInBoth(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Delete all" }).click();
  await expect.poll(() => storedIds(api, key, "reminder")).toEqual(["last"]);
  await saved(page);
  await page.reload();
  await cameToLife(page);
  await expect(card(page, "2.1, Email")).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo" })).toBeEnabled();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(card(page, "2.1.2.2, Wait")).toBeVisible();
  const steps = ["2.1.1.1, Email", "2.1.1.2, Wait", "2.1.2.1, Email", "2.1.2.2, Wait"];
  for (const name of steps) await expect(card(page, name)).toBeVisible();
  await expect.poll(async () => (await stored(api, key)).draft).toEqual(before);
  expect((await stored(api, key)).templates).toEqual(templates);
});

test("looking at a live workflow makes no draft and asks nothing", async () => {
  const key = await drafted("looked", straight);
  await api.publish(key);
  const { revision, hasDraft } = await stored(api, key);
  expect(hasDraft).toBe(false);
  await openEditor(page, key);
  await card(page, "1.1, Email").focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  // That nothing is saved shows only after the time in which it would have been.
  await page.waitForTimeout(SAVED_BY_THEN_MS);
  expect(await stored(api, key)).toMatchObject({ hasDraft: false, revision });
  const asked: string[] = [];
  page.once("dialog", (dialog) => {
    asked.push(dialog.message());
    return dialog.accept();
  });
  await page.getByRole("link", { name: "Workflow", exact: true }).click();
  await page.waitForURL(new RegExp(`/workflows/${key}$`));
  await expect(page.getByRole("link", { name: "Edit" }).first()).toBeVisible();
  await page.goto("/live/workflows");
  expect(asked).toEqual([]);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(await stored(api, key)).toMatchObject({ hasDraft: false, revision });
});

test("the content of a step is previewed as somebody else, in German, on a phone, in the dark", async () => {
  await openForMaria(api);
  const key = await drafted("preview", straight);
  await openEditor(page, key, "?step=first");
  const form = inspector(page);
  await clicks.fromNow();
  await form.getByRole("tab", { name: "Content" }).click();
  const preview = form.getByRole("region", { name: "Preview" });
  await preview.getByLabel("As it reaches").selectOption({ index: 1 });
  await preview.getByRole("button", { name: "German" }).click();
  await preview.getByRole("button", { name: "Phone" }).click();
  await preview.getByRole("button", { name: "Dark" }).click();
  await clicks.areAtMost(5);
  await expect(preview.getByText("One place has no value")).toBeVisible();
  const shown = preview.frameLocator("iframe");
  await expect(shown.getByText(/Bitte zahlen Sie data\.reference/)).toBeVisible();
  await expect(shown.getByRole("link", { name: "I have paid" })).toBeVisible();
});

test("what was copied elsewhere is pasted, and what no editor knows is refused with its place", async () => {
  const key = await drafted("paste", straight);
  await openEditor(page, key, "?step=first");
  const paste = async (steps: unknown) => {
    const text = JSON.stringify({ followthrough: 1, steps });
    await page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await card(page, "1.1, Email").focus();
    await page.keyboard.press("ControlOrMeta+v");
  };
  await paste([
    { id: "a", kind: "wait", for: "P1D" },
    { id: "b", kind: "teleport" },
  ]);
  await expect(page.getByText(/The pasted steps do not fit: steps\.1/)).toBeVisible();
  expect(await cardNames(page)).toHaveLength(3);
  await expect(page.getByRole("button", { name: "Undo" }).first()).toBeDisabled();

  await paste([
    { id: "first", kind: "wait", for: "P2D" },
    { id: "b", kind: "close", outcome: "resolved" },
  ]);
  await expect(card(page, "1.2, Wait")).toBeVisible();
  await expect(card(page, "1.3, Close")).toBeVisible();
  await expect.poll(async () => (await storedIds(api, key, "initial"))?.length).toBe(3);
  const ids = await storedIds(api, key, "initial");
  expect(
    ids?.filter((id) => id === "first"),
    "an id stays one step's",
  ).toHaveLength(1);
});

test("without a network changes are kept and counted, and saved once it is back", async () => {
  const key = await drafted("offline", straight);
  await openEditor(page, key, "?step=first");
  await card(page, "1.1, Email").focus();
  await page.context().setOffline(true);
  await page.keyboard.press("d");
  await expect(page.getByText("Offline, 1 change kept on this device")).toBeVisible();
  await card(page, "2.1, Email").focus();
  await page.keyboard.press("d");
  await expect(page.getByText("Offline, 2 changes kept on this device")).toBeVisible();
  expect(await findingsInBoth(page)).toEqual([]);
  await page.context().setOffline(false);
  await saved(page);
  const { draft } = await stored(api, key);
  expect(draft?.stages.map(({ steps }) => steps[0]?.disabled)).toEqual([true, true]);
  // The browser itself says that it was not connected.
  const own = complaints
    .splice(0)
    .filter((line) => !/ERR_INTERNET_DISCONNECTED|ChunkLoadError/.test(line));
  expect(own).toEqual([]);
});

test("a second operator reads until they take over, and the first one is told", async ({
  browser,
  baseURL,
}) => {
  const key = await drafted("two", straight);
  const guest = { email: `second-${RUN}@example.com`, name: "Sam Second" };
  const other = await invited(page, browser, guest, { ...SCREEN, baseURL: baseURL ?? "" });
  const heard = complaintsOf(other);
  await openEditor(page, key, "?step=first");
  await card(page, "1.1, Email").focus();
  await page.keyboard.press("d");
  await expect
    .poll(async () => (await stored(api, key)).draft?.stages[0]?.steps[0]?.disabled)
    .toBe(true);

  await openEditor(other, key, "?step=last");
  await expect(other.getByText(/ is editing this draft\. You are reading it\./)).toBeVisible();
  await card(other, "2.2, Email").focus();
  await other.keyboard.press("Delete");
  await other.keyboard.press("n");
  await expect(other.getByRole("dialog")).toHaveCount(0);
  expect(await cardNames(other)).toHaveLength(3);
  expect(await findingsInBoth(other)).toEqual([]);
  await other.getByRole("button", { name: "Take over" }).click();
  await other.getByRole("dialog").getByRole("button", { name: "Take over" }).click();
  await expect(other.getByText(/is editing this draft/)).toHaveCount(0);
  await card(other, "2.2, Email").focus();
  await other.keyboard.press("Delete");
  await expect.poll(() => storedIds(api, key, "reminder")).toEqual(["second"]);

  await card(page, "2.1, Email").focus();
  await page.keyboard.press("d");
  await expect(page.getByText("Sam Second is editing this draft.")).toBeVisible();
  expect(await storedIds(api, key, "reminder")).toEqual(["second"]);
  await endsWell(other, heard);
  await other.context().close();
});

import type { Page } from "@playwright/test";
import { median } from "../figure";
import { seenOf, watch } from "./watch";

type Press = {
  name: string;
  press: (page: Page) => Promise<unknown>;
  check: (page: Page) => Promise<boolean>;
};

const isThere = (selector: string) => (page: Page) => page.locator(selector).first().isVisible();
const isGone = (selector: string) => async (page: Page) =>
  (await page.locator(selector).count()) === 0;
const chosen = (count: number) => async (page: Page) =>
  (await page.locator("tr[aria-selected=true]").count()) === count;
const onRow = (at: number) => (page: Page) =>
  page.evaluate((n) => document.activeElement?.closest("tr")?.dataset.index === String(n), at);
const key = (keys: string) => (page: Page) => page.keyboard.press(keys);
const typed = (text: string) => (page: Page) => page.keyboard.type(text);

/** What somebody does in a list, and what must have come of it: a press that does nothing is no figure. */
const PRESSES: readonly Press[] = [
  { name: "J", press: key("j"), check: onRow(0) },
  { name: "J again", press: key("j"), check: onRow(1) },
  { name: "X", press: key("x"), check: chosen(1) },
  { name: "Shift+Down", press: key("Shift+ArrowDown"), check: chosen(2) },
  {
    name: "choosing the page",
    press: (page) => page.getByRole("checkbox", { name: /all rows/ }).click(),
    check: (page) => page.getByText("500 selected").isVisible(),
  },
  {
    name: "letting go",
    press: (page) => page.getByRole("button", { name: "Clear the selection" }).click(),
    check: chosen(0),
  },
  { name: "F", press: key("f"), check: isThere("[role=dialog]") },
  { name: "typing into the filter", press: typed("sta"), check: isThere("[role=option]") },
  { name: "closing the filter", press: key("Escape"), check: isGone("[role=dialog]") },
  { name: "opening the palette", press: key("Control+k"), check: isThere("[role=dialog]") },
  { name: "typing into the palette", press: typed("invoice"), check: isThere("[role=option]") },
  { name: "closing the palette", press: key("Escape"), check: isGone("[role=dialog]") },
];
/** Until a press was painted, and its entry handed to the observer. */
const SETTLE_MS = 400;
const ROUNDS = 6;

/** How long the slowest press of a day in the list takes until its next paint, and which it is. */
export async function slowestPress(page: Page): Promise<{ name: string; ms: number; of: number }> {
  await page.goto("/live/cases?size=500");
  await page.getByRole("row").nth(5).waitFor();
  await page.waitForTimeout(SETTLE_MS);
  let slowest = { name: "none", ms: 0 };
  for (const { name, press, check } of PRESSES) {
    await watch(page);
    await press(page);
    await page.waitForTimeout(SETTLE_MS);
    if (!(await check(page))) throw new Error(`The press did nothing: ${name}`);
    const { pressMs } = await seenOf(page);
    if (process.env.BENCH_PRESSES) process.stderr.write(`  ${name}: ${pressMs} ms\n`);
    if (pressMs > slowest.ms) slowest = { name, ms: pressMs };
  }
  return { ...slowest, of: PRESSES.length };
}

/** From the keys until its first rows are painted; the median. */
export async function paletteOpens(page: Page): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    times.push(
      await page.evaluate(async () => {
        const from = performance.now();
        const init = { key: "k", code: "KeyK", ctrlKey: true, bubbles: true, cancelable: true };
        document.body.dispatchEvent(new KeyboardEvent("keydown", init));
        while (!document.querySelector("[role=dialog] [role=option]")) {
          if (performance.now() - from > 5_000) throw new Error("The palette does not open.");
          await new Promise((next) => requestAnimationFrame(next));
        }
        return performance.now() - from;
      }),
    );
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }
  return median(times);
}

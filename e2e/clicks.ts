import { expect, type Page } from "@playwright/test";

/** Kept by the tab, so that a count survives a change of page. */
const KEPT = "clicks-of-this-test";

type Made = { pointer: number; keys: number; chosen: number };

/**
 * Counts in the page itself what a promise of so many clicks means: every press of the pointer, every
 * Enter or Space on a control, every choice from a native list. Typing and scrolling are free.
 */
export async function countedClicks(page: Page) {
  await page.addInitScript(count, KEPT);
  await page.evaluate(count, KEPT);
  const made = async (): Promise<Made> =>
    JSON.parse((await page.evaluate((key) => sessionStorage.getItem(key), KEPT)) ?? "{}");
  return {
    fromNow: () =>
      page.evaluate(
        (key) => sessionStorage.setItem(key, JSON.stringify({ pointer: 0, keys: 0, chosen: 0 })),
        KEPT,
      ),
    /** At least one, too: a counter that hears nothing proves nothing. */
    async areAtMost(most: number): Promise<void> {
      const { pointer, keys, chosen } = await made();
      const clicks = pointer + keys + chosen;
      expect(clicks, "clicks were counted").toBeGreaterThan(0);
      expect(clicks, `${pointer} by pointer, ${keys} by key, ${chosen} chosen`).toBeLessThanOrEqual(
        most,
      );
    },
    async areByKeysAlone(): Promise<void> {
      const { pointer, keys } = await made();
      expect(keys, "presses of Enter and Space were counted").toBeGreaterThan(0);
      expect(pointer, "presses of the pointer").toBe(0);
    },
  };
}

export type Clicks = Awaited<ReturnType<typeof countedClicks>>;

/** Runs in the page. */
function count(key: string): void {
  if (window !== window.top || Reflect.has(window, key)) return;
  Reflect.set(window, key, true);
  const add = (what: keyof Made) => {
    const made = JSON.parse(sessionStorage.getItem(key) ?? '{"pointer":0,"keys":0,"chosen":0}');
    made[what] += 1;
    sessionStorage.setItem(key, JSON.stringify(made));
  };
  addEventListener("pointerdown", () => add("pointer"), true);
  addEventListener(
    "change",
    ({ target }) => target instanceof HTMLSelectElement && add("chosen"),
    true,
  );
  addEventListener(
    "keydown",
    ({ key: pressed, target, repeat }) => {
      if (repeat || (pressed !== "Enter" && pressed !== " ")) return;
      if (!(target instanceof HTMLElement) || target === document.body) return;
      const isText =
        target.isContentEditable ||
        target instanceof HTMLTextAreaElement ||
        (pressed === " " &&
          target instanceof HTMLInputElement &&
          !/^(checkbox|radio|button|submit)$/.test(target.type));
      if (!isText) add("keys");
    },
    true,
  );
}

import { expect, type Page } from "@playwright/test";

const TABS_MAX = 80;
/** A dialog that closes gives the focus back a moment later. */
const FOCUS_MS = 2_000;

/**
 * A keyboard whose every press must leave the focus on something that is not the page itself: at once,
 * and still so before the next press, when what the press began has happened.
 */
export class Keys {
  readonly #page: Page;
  #last: string | null = null;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Opens an address; there nothing has the focus yet. */
  async goto(path: string): Promise<void> {
    await this.#page.goto(path);
    this.#last = null;
  }

  /** What has the focus, by its accessible name; null when it is the page itself. */
  focused = (): Promise<string | null> =>
    this.#page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const isField = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
      const labels = isField || element instanceof HTMLTextAreaElement ? element.labels : null;
      const label = element.getAttribute("aria-label") ?? labels?.[0]?.textContent;
      return (label ?? element.textContent ?? "").replace(/\s+/g, " ").trim();
    });

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      if (this.#last !== null) await this.#isHeld(`before ${key}, after ${this.#last}`);
      await this.#page.keyboard.press(key);
      await this.#isHeld(`after ${key}`);
      this.#last = key;
    }
  }

  #isHeld(when: string): Promise<void> {
    const asked = { message: `the focus ${when}`, timeout: FOCUS_MS };
    return expect.poll(this.focused, asked).not.toBeNull();
  }

  async type(text: string): Promise<void> {
    for (const letter of text) await this.press(letter);
  }

  /** Presses Tab, or Shift+Tab, until that has the focus. */
  async tabTo(name: RegExp, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    const met: string[] = [];
    for (let i = 0; i < TABS_MAX; i++) {
      await this.press(key);
      const now = (await this.focused()) ?? "";
      if (name.test(now)) return;
      met.push(now.slice(0, 40));
    }
    throw new Error(`${key} never came to ${name}; it met ${met.join(" · ")}`);
  }
}

import { request as ask } from "node:http";
import { expect, type Locator, type Page, type Request } from "@playwright/test";
import type { Reader } from "./inbox-workflow";
import { APP_URL, HOST_URL } from "./settings";

/** The promise of the inbox: what happened is shown after this, without a reload. */
export const SOON = { timeout: 2_000 };

/** Signs somebody in at the sample site and opens a page of it. */
export async function visitAs(
  page: Page,
  { id }: Reader,
  path = "/plain",
  site = HOST_URL,
): Promise<void> {
  await page.goto(`${site}/sign-in?person=${encodeURIComponent(id)}&next=${path}`);
}

export const bellOf = (page: Page): Locator => page.getByRole("button", { name: /^Notifications/ });
export const panelOf = (page: Page): Locator => page.getByRole("dialog", { name: "Notifications" });
export const itemOf = (page: Page, title: string): Locator =>
  page.getByRole("article", { name: title });

/** Opens the panel from the bell; what is pressed before its script is there is lost. */
export async function openPanel(page: Page): Promise<Locator> {
  const panel = panelOf(page);
  await expect(async () => {
    if (!(await panel.isVisible())) await bellOf(page).click();
    await expect(panel).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
  return panel;
}

/** Everything the page asks Followthrough for, by path; tokens and cursors left out. */
export function askedOf(page: Page): { paths: () => string[]; requests: () => Request[] } {
  const made: Request[] = [];
  page.on("request", (request) => {
    if (request.url().startsWith(APP_URL)) made.push(request);
  });
  return {
    requests: () => made,
    paths: () => made.map((request) => new URL(request.url()).pathname),
  };
}

/** How many bytes of an answer's body go over the wire to whoever takes gzip. */
export function bytesOnWire(url: string): Promise<number> {
  return new Promise((done, refuse) => {
    const sent = ask(url, { headers: { "accept-encoding": "gzip" } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("end", () => {
        if (response.statusCode === 200 && response.headers["content-encoding"] === "gzip") {
          done(bytes);
        } else refuse(new Error(`${url}: ${response.statusCode}, not as gzip`));
      });
    });
    sent.once("error", refuse).end();
  });
}

/** How far the page's own elements are moved about, from its first paint on; the widget's own do not count. */
export async function countShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const isHosts = ({ node }: { node?: Node | null }) => {
      const element = node instanceof Element ? node : node?.parentElement;
      return element && !element.localName.startsWith("followthrough-");
    };
    Object.assign(window, { shifted: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value = 0, sources = [] } = entry as {
          value?: number;
          sources?: { node?: Node }[];
        };
        if (sources.some(isHosts))
          Reflect.set(window, "shifted", Reflect.get(window, "shifted") + value);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  return () => page.evaluate(() => Reflect.get(window, "shifted"));
}

/** What the page's content policy forbade, as it happens. */
export async function collectViolations(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const said: string[] = [];
    Reflect.set(window, "violations", said);
    addEventListener("securitypolicyviolation", (event) => {
      said.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return () => page.evaluate(() => Reflect.get(window, "violations"));
}

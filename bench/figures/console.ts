import type { Page } from "@playwright/test";
import type { WorkspaceId } from "@/core/ids";
import { connect } from "@/db/client";
import { BROWSER_ARGS, browserPath } from "../../e2e/browser";
import { paletteOpens, slowestPress } from "../console/presses";
import { seenOf, watch } from "../console/watch";
import { signedIn, startWeb } from "../console/web";
import { atMost, type Figure, median, percentile } from "../figure";
import { fillWorkspace } from "../listed-world";
import { LISTED } from "../settings";
import type { Stage } from "../stage";

const PAGES = ["", "/cases", "/workflows", "/messages", "/people", "/teams", "/events"];
const LISTS = PAGES.slice(1);
/** Names of the links of the sidebar, in the order they are pressed. */
const ROUTES = ["Cases", "Messages", "People", "Today", "Workflows", "Teams", "Events"];
const ROUNDS = 6;
const FIRST_PAGE_MS_MAX = 500;
const ROUTE_MS_MAX = 300;
const ROUTE_WAIT_MS = 10_000;
const INP_MS_MAX = 200;
const PALETTE_MS_MAX = 100;
/** "Good" ends here: https://web.dev/articles/cls */
const SHIFT_MAX = 0.1;

/**
 * What an operator waits for, in a real browser on a production build, with as many cases, people
 * and events as `BENCH_LISTED`: first pages of the lists, changes of page, presses, and what moves.
 */
export async function consoleFigures(stage: Stage): Promise<Figure[]> {
  const url = await stage.database();
  const { web, origin } = await startWeb(url);
  try {
    await fill(url);
    // Only here: the other figures run without the packages for development.
    const { chromium } = await import("@playwright/test");
    const browser = await chromium.launch({
      executablePath: await browserPath(),
      args: BROWSER_ARGS,
    });
    try {
      const page = await signedIn(browser, origin);
      return [
        ...(await firstPages(page)),
        await routeChanges(page),
        ...(await presses(page)),
        await shifts(page),
      ];
    } finally {
      await browser.close();
    }
  } finally {
    web.kill("SIGTERM");
    await new Promise((done) => web.once("exit", done));
  }
}

async function fill(url: string): Promise<void> {
  const db = connect(url, { name: "followthrough-console-bench" });
  const [row] = await db.$client<{ id: string }[]>`select id from workspaces where slug = 'live'`;
  await fillWorkspace(db, (row?.id ?? "") as WorkspaceId, LISTED);
  await db.$client.end({ timeout: 2 });
}

/** From the request to the last byte of a list's page, warm. */
async function firstPages(page: Page): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const path of LISTS) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const from = performance.now();
      const answer = await page.request.get(`/live${path}`);
      await answer.body();
      times.push(performance.now() - from);
    }
    const ms = median(times.slice(1));
    figures.push({
      name: `Page of ${LISTED.toLocaleString("en-US")} rows over HTTP: ${path}`,
      value: `${ms.toFixed(0)} ms`,
      required: atMost(ms, FIRST_PAGE_MS_MAX, " ms"),
      repeat: "console",
    });
  }
  return figures;
}

/** From the press on a link of the sidebar until the page it leads to is painted with its rows. */
async function routeChanges(page: Page): Promise<Figure> {
  const times: number[] = [];
  await page.goto("/live");
  for (let round = 0; round <= ROUNDS; round++) {
    for (const name of ROUTES) {
      const link = page.getByRole("navigation").getByRole("link", { name: new RegExp(`^${name}`) });
      await link.first().hover();
      const ms = await link.first().evaluate(
        async (element, { title, wait }) => {
          const from = performance.now();
          (element as HTMLElement).click();
          const isThere = () =>
            document.querySelector("h1")?.textContent?.startsWith(title) === true &&
            document.querySelector("main [aria-busy=true], main .ft-skeleton") === null;
          while (!isThere()) {
            if (performance.now() - from > wait) throw new Error(`${title} does not come.`);
            await new Promise((next) => requestAnimationFrame(next));
          }
          return performance.now() - from;
        },
        { title: name, wait: ROUTE_WAIT_MS },
      );
      // The first round compiles and fills caches.
      if (round > 0) times.push(ms);
    }
  }
  const p95 = percentile(times, 0.95);
  return {
    name: `Change of page, p95 of ${times.length} (p50 ${median(times).toFixed(0)} ms)`,
    value: `${p95.toFixed(0)} ms`,
    required: atMost(p95, ROUTE_MS_MAX, " ms"),
    repeat: "console",
  };
}

/** Presses of a day in the list of cases, and the palette. */
async function presses(page: Page): Promise<Figure[]> {
  const { name, ms, of } = await slowestPress(page);
  const palette = await paletteOpens(page);
  return [
    {
      name: `Press to next paint, the slowest of ${of} (${name}), 500 rows`,
      value: `${ms.toFixed(0)} ms`,
      required: atMost(ms, INP_MS_MAX, " ms"),
      repeat: "console",
    },
    {
      name: "The palette opens",
      value: `${palette.toFixed(0)} ms`,
      required: atMost(palette, PALETTE_MS_MAX, " ms"),
      repeat: "console",
    },
  ];
}

/** The largest sum of shifts of any page while it loads. */
async function shifts(page: Page): Promise<Figure> {
  let worst = { path: "", shift: 0 };
  for (const path of PAGES) {
    await page.goto(`/live${path}`);
    await watch(page);
    await page.waitForTimeout(1_500);
    const { shift } = await seenOf(page);
    if (shift >= worst.shift) worst = { path, shift };
  }
  return {
    name: `Layout shift, the worst page (${worst.path || "/"})`,
    value: worst.shift.toFixed(3),
    required: atMost(worst.shift, SHIFT_MAX),
    repeat: "console",
  };
}

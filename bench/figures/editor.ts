import type { Page } from "@playwright/test";
import { connect } from "@/db/client";
import { BROWSER_ARGS, browserPath } from "../../e2e/browser";
import { signedIn, startWeb } from "../console/web";
import { atMost, type Figure, median, percentile } from "../figure";
import type { Stage } from "../stage";

/** 70 in the stages and 30 on the sides of branches. */
const STEPS = 100;
const INSERTS = 20;
const PAINTED_MS_MAX = 100;
const OPEN_WAIT_MS = 20_000;
const SETTLE_MS = 300;

/** Sends and waits in turn; every tenth step is a branch with a step on each side. */
const definition = {
  schema: 1,
  purpose: "reminder",
  topic: "tasks",
  subject: "Task {{ data.id }}",
  due: { from: "data.due" },
  stopsWhen: [{ action: "done" }],
  stages: Array.from({ length: 5 }, (_, stage) => ({
    id: `stage${stage}`,
    name: `Stage ${stage + 1}`,
    steps: Array.from({ length: 14 }, (__, n) => stepOf(`${stage}-${n}`, n)),
  })),
};

function stepOf(id: string, n: number): Record<string, unknown> {
  const wait = (own: string) => ({
    id: own,
    kind: "wait",
    for: "P1D",
    at: "09:00",
    zone: "person",
  });
  if (n % 5 === 4) {
    return {
      id: `b${id}`,
      kind: "branch",
      paths: [{ name: "High", when: "data.amount > 100", steps: [wait(`h${id}`)] }],
      otherwise: [wait(`o${id}`), wait(`p${id}`)],
    };
  }
  if (n % 2 === 0) return { id: `s${id}`, kind: "send", channels: [{ email: `mail-${n}` }] };
  return wait(`w${id}`);
}

/** How long an inserted step takes until it is painted, in a workflow of 100 steps, on a production build. */
export async function editorFigures(stage: Stage): Promise<Figure[]> {
  const url = await stage.database();
  const { web, origin } = await startWeb(url);
  try {
    const { chromium } = await import("@playwright/test");
    const browser = await chromium.launch({
      executablePath: await browserPath(),
      args: BROWSER_ARGS,
    });
    try {
      const page = await signedIn(browser, origin);
      await fill(url);
      return [await inserts(page, "canvas"), await inserts(page, "outline")];
    } finally {
      await browser.close();
    }
  } finally {
    web.kill("SIGTERM");
    await new Promise((done) => web.once("exit", done));
  }
}

async function fill(url: string): Promise<void> {
  const db = connect(url, { name: "followthrough-editor-bench" });
  await db.$client`
    insert into workflows (workspace_id, key, name, draft, status)
    select id, 'hundred', 'A hundred steps', ${JSON.stringify(definition)}::jsonb, 'draft'
    from workspaces where slug = 'live'`;
  await db.$client.end({ timeout: 2 });
}

/** From the press that chooses the step to the frame after the one that has its card. */
async function inserts(page: Page, view: "canvas" | "outline"): Promise<Figure> {
  await page.goto(`/live/workflows/hundred/edit?view=${view}&step=s0-0`);
  await page.locator('[data-plan="s0-0"]').waitFor({ timeout: OPEN_WAIT_MS });
  await page.locator('[data-plan="s0-0"]').focus();
  const times: number[] = [];
  for (let round = 0; round < INSERTS; round++) {
    await page.waitForTimeout(SETTLE_MS);
    await page.keyboard.press("n");
    await page.getByRole("combobox").last().waitFor();
    await page.waitForTimeout(SETTLE_MS);
    await page.evaluate(() => {
      const added = () => document.querySelectorAll('[data-plan^="s_"]').length;
      const before = added();
      const seen = window as unknown as { painted?: Promise<number> };
      seen.painted = new Promise((done) => {
        addEventListener(
          "keydown",
          () => {
            const from = performance.now();
            const look = () => {
              if (added() === before) {
                requestAnimationFrame(look);
              } else requestAnimationFrame(() => done(performance.now() - from));
            };
            look();
          },
          { once: true, capture: true },
        );
      });
    });
    await page.keyboard.press("5");
    times.push(
      await page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted),
    );
    await page.waitForTimeout(SETTLE_MS);
    await page.keyboard.press("Escape");
  }
  const ms = median(times);
  return {
    name: `Step inserted among ${STEPS} until it is painted, ${view}`,
    value: `p50 ${ms.toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms`,
    required: atMost(ms, PAINTED_MS_MAX, " ms"),
    repeat: "editor",
  };
}

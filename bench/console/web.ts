import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import type { Browser, Page } from "@playwright/test";

const OPERATOR = { email: "bench@example.com", password: "a password of the bench" };
const KEY = `ft_live_${"bench".repeat(7)}`;
const START_TIMEOUT_MS = 240_000;

/** The web process alone: nothing but the presses works while they are timed. */
export async function startWeb(
  databaseUrl: string,
): Promise<{ web: ChildProcess; origin: string }> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    APP_URL: origin,
    APP_SECRET: "a secret that only the bench knows of",
    ADMIN_EMAIL: OPERATOR.email,
    ADMIN_PASSWORD: OPERATOR.password,
    BOOTSTRAP_API_KEY: KEY,
    LOG_LEVEL: "error",
  };
  const child = spawn(process.execPath, ["scripts/start.mjs", "web"], { env, stdio: "ignore" });
  process.once("exit", () => child.kill("SIGTERM"));
  for (let waited = 0; waited < START_TIMEOUT_MS; waited += 250) {
    if (child.exitCode !== null) throw new Error("The web process ended before it answered.");
    const answer = await fetch(`${origin}/api/health`).catch(() => null);
    if (answer?.ok) return { web: child, origin };
    await new Promise((done) => setTimeout(done, 250));
  }
  child.kill("SIGTERM");
  throw new Error("The web process does not answer.");
}

async function freePort(): Promise<number> {
  return new Promise((done, refuse) => {
    const probe = createServer().once("error", refuse);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" ? (address?.port ?? 0) : 0));
    });
  });
}

/** A page signed in as the owner of the workspace `live`. */
export async function signedIn(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    locale: "en-GB",
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(OPERATOR.email);
  await page.getByLabel("Password", { exact: true }).fill(OPERATOR.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((now) => !now.pathname.startsWith("/sign-in"));
  return page;
}

import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { BROWSER_ARGS, browserPath } from "./e2e/browser";
import { EMAIL_FROM, INBOUND_DOMAIN, LIVE_KEY, OPERATOR, SANDBOX_KEY } from "./e2e/settings";

const START_TIMEOUT_MS = 180_000;
const STOP = { signal: "SIGTERM", timeout: 20_000 } as const;

async function freePort(): Promise<string> {
  return new Promise((done, refuse) => {
    const probe = createServer().once("error", refuse);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(String(typeof address === "object" ? address?.port : "")));
    });
  });
}

// This file is read again by every test process; only the first chooses, the others inherit.
if (!process.env.E2E_PORT) {
  process.env.E2E_PORT = await freePort();
  process.env.E2E_MAIL_PORT = await freePort();
  process.env.E2E_SMTP_PORT = await freePort();
  process.env.E2E_INBOUND_PORT = await freePort();
  process.env.E2E_HOST_PORT = await freePort();
  process.env.CHROMIUM = await browserPath();
  const folder = mkdtempSync(join(tmpdir(), "followthrough-e2e-"));
  // As root the database runs under another account, which must be able to pass.
  chmodSync(folder, 0o711);
  process.env.E2E_DATA = folder;
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
}
const { E2E_PORT, E2E_MAIL_PORT, E2E_SMTP_PORT, E2E_INBOUND_PORT, E2E_HOST_PORT } = process.env;
const { E2E_DATA, CHROMIUM } = process.env;
const url = `http://127.0.0.1:${E2E_PORT}`;

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results/e2e",
  timeout: 60_000,
  // What is not there by then is not there; a busy machine may take its time.
  expect: { timeout: 10_000 },
  workers: 1,
  // One more try on a machine that was busy for a moment; what needed it is named in the summary.
  retries: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? 1 : 0,
  forbidOnly: true,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [["list"], ["json"]] : [["list"]],
  use: {
    baseURL: url,
    launchOptions: {
      executablePath: CHROMIUM ?? "",
      args: BROWSER_ARGS,
    },
    screenshot: "only-on-failure",
    // Recording costs a quarter of the time; whoever runs a test by hand can ask for it: --trace on.
    trace: "on-first-retry",
  },
  webServer: [
    {
      command: `"${process.execPath}" e2e/mail-server.ts`,
      url: `http://127.0.0.1:${E2E_MAIL_PORT}`,
      gracefulShutdown: STOP,
      stderr: "pipe",
    },
    {
      command: `"${process.execPath}" e2e/host-site/server.ts`,
      url: `http://127.0.0.1:${E2E_HOST_PORT}`,
      gracefulShutdown: STOP,
      stderr: "pipe",
      env: {
        PORT: E2E_HOST_PORT ?? "",
        FOLLOWTHROUGH_URL: url,
        FOLLOWTHROUGH_API_KEY: LIVE_KEY,
      },
    },
    {
      command: "exec node scripts/start.mjs",
      url: `${url}/api/health`,
      timeout: START_TIMEOUT_MS,
      gracefulShutdown: STOP,
      stdout: process.env.E2E_LOG ? "pipe" : "ignore",
      stderr: "pipe",
      env: {
        PORT: E2E_PORT ?? "",
        APP_URL: url,
        FOLLOWTHROUGH_DATA: E2E_DATA ?? "",
        DATABASE_URL: "",
        DEMO: "off",
        LOG_LEVEL: "warn",
        BOOTSTRAP_API_KEY: `${LIVE_KEY},${SANDBOX_KEY}`,
        ADMIN_EMAIL: OPERATOR.email,
        ADMIN_PASSWORD: OPERATOR.password,
        EMAIL_FROM,
        SMTP_URL: `smtp://127.0.0.1:${E2E_SMTP_PORT}`,
        INBOUND_DOMAIN,
        INBOUND_SMTP_PORT: E2E_INBOUND_PORT ?? "",
        // Accounts of the tests hand over to servers of this machine.
        ALLOW_PRIVATE_CALLS: "on",
      },
    },
  ],
});

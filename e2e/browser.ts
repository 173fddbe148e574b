import { existsSync } from "node:fs";

export const BROWSER_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const packaged = async (): Promise<string> =>
  (await import("@sparticuz/chromium")).default.executablePath();

/** The machine's own browser, else the one inside an npm package; none fails the run. */
export async function browserPath(): Promise<string> {
  const own = [
    process.env.CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ].find((path) => path && existsSync(path));
  const path = own ?? (await packaged());
  if (!existsSync(path)) throw new Error("No Chromium: install one, or name it in CHROMIUM.");
  return path;
}

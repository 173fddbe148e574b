import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { OPERATOR } from "./settings";

/** A page of a browser of its own, signed in as the owner. Reads British English unless told otherwise. */
export async function signedIn(
  browser: Browser,
  baseURL: string | undefined,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: baseURL ?? "",
    locale: "en-GB",
    ...options,
  });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(OPERATOR.email);
  await page.getByLabel("Password", { exact: true }).fill(OPERATOR.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  return page;
}

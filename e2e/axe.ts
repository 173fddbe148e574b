import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** WCAG 2.2, levels A and AA. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Of these the ones that look at colours. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** A finding counts when it is still there after this time. */
const SETTLED_MS = 1_000;

/**
 * What axe finds on a page, each with its first element; what is gone at a second look is left out.
 * axe reads colours and states one after the other, so a button that is enabled in between (its draft
 * was just saved) is read as enabled and as pale.
 */
export async function findingsOn(page: Page, rules: readonly string[] = []): Promise<string[]> {
  const found = await findingsNow(page, rules);
  if (found.length === 0) return [];
  await page.waitForTimeout(SETTLED_MS);
  const still = await findingsNow(page, rules);
  return found.filter((finding) => still.includes(finding));
}

/**
 * Without going into frames: previews of emails run no scripts, and axe would wait for their answer
 * for good. Without the component library's announcer, which names a button by its id for a moment
 * longer than it stands.
 */
async function findingsNow(page: Page, rules: readonly string[]): Promise<string[]> {
  const builder = new AxeBuilder({ page }).setLegacyMode().exclude("[data-live-announcer]");
  if (rules.length > 0) builder.withRules([...rules]);
  else builder.withTags(TAGS);
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** What axe finds in both schemes; they differ in colours alone, so by night only these are looked at. */
export async function findingsInBoth(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const rules = colorScheme === "dark" ? COLOUR_RULES : [];
    for (const finding of await findingsOn(page, rules)) found.push(`${colorScheme} ${finding}`);
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  return found;
}

/** Collects what the page complains of. */
export function complaintsOf(page: Page): string[] {
  const said: string[] = [];
  page.on("console", (line) => {
    // The checker of accessibility tries to enter the preview, which lets no script in.
    if (line.text().startsWith("Blocked script execution in 'about:srcdoc'")) return;
    const { url } = line.location();
    // A browser asks for it by itself where a page is left before it has named its icon.
    if (url.endsWith("/favicon.ico")) return;
    if (line.type() === "error") said.push(`${line.text()} (${url})`);
  });
  page.on("pageerror", (error) => said.push(String(error)));
  return said;
}

/** How every flow must leave a page: nothing for axe to find in either scheme, nothing in the console. */
export async function endsWell(page: Page, complaints: string[]): Promise<void> {
  expect(await findingsInBoth(page)).toEqual([]);
  expect(complaints.splice(0), "nothing is said in the console").toEqual([]);
}

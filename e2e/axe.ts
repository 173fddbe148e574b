import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** WCAG 2.2, levels A and AA. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * What axe finds on a page, each with its first element. Without going into frames: previews of
 * emails run no scripts, and axe would wait for their answer for good. Without the component
 * library's announcer, which names a button by its id for a moment longer than it stands.
 */
export async function findingsOn(page: Page): Promise<string[]> {
  const builder = new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(TAGS)
    .exclude("[data-live-announcer]");
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

import { expect, type Page, test } from "@playwright/test";
import { type StarterEmail, starterEmails } from "../core/gallery/testing";
import { emailDocument } from "../core/template/email-html";
import type { EmailBrand } from "../core/template/email-look";
import { findingsOn } from "./axe";

/** What a thumb hits. */
const BUTTON_PX_MIN = 44;
const WIDTHS = [390, 1280] as const;
const SCHEMES = ["light", "dark"] as const;
const PLAIN_BRAND: EmailBrand = { name: "Acme Ltd", address: "1 Road, 10115 Berlin" };

const documentOf = ({ rendered, locale }: StarterEmail, brand = PLAIN_BRAND): string =>
  emailDocument({
    content: rendered,
    brand,
    links: {
      action: (id) => `https://app.example.com/a/${id}`,
      view: "https://app.example.com/v",
      unsubscribe: "https://app.example.com/u",
      preferences: "https://app.example.com/p",
      click: (url) => url,
      openPixel: "https://app.example.com/o.gif",
    },
    locale,
    footerText: "You get this message because “Invoice 2041” needs your attention.",
  }).html;

/** The first email of each starter, in each language. */
const FIRST = [
  ...new Map(
    starterEmails()
      .toReversed()
      .map((email) => [`${email.starter} ${email.locale}`, email]),
  ),
].toSorted(([one], [other]) => one.localeCompare(other));

/** As a mail program shows it that fetches nothing. */
async function show(page: Page, html: string): Promise<void> {
  await page.route("**/*", (route) => route.abort());
  await page.setContent(html);
}

const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

const heightsOf = (page: Page): Promise<number[]> =>
  page
    .locator(".press a")
    .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height));

for (const [name, email] of FIRST) {
  test(`${name} reads well on phones and desktops, by day and by night`, async ({ page }, info) => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 844 });
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        await show(page, documentOf(email));
        const shown = `${width} ${colorScheme}`;
        expect(await overflowOf(page), `${shown}: nothing sticks out`).toBeLessThanOrEqual(0);
        for (const height of await heightsOf(page)) {
          expect(height, `${shown}: buttons can be hit`).toBeGreaterThanOrEqual(BUTTON_PX_MIN);
        }
        // Colours are the same on every width, and looking takes a second.
        if (width === WIDTHS[0]) expect(await findingsOn(page), shown).toEqual([]);
        const path = info.outputPath(`${width}-${colorScheme}.png`);
        await page.screenshot({ path, fullPage: true });
        await info.attach(shown, { path, contentType: "image/png" });
      }
    }
  });
}

const [[, SAMPLE] = ["", undefined]] = FIRST;

test("an email holds without its style sheets, as where a mail program drops them", async ({
  page,
}) => {
  if (!SAMPLE) throw new Error("the gallery has emails");
  await page.setViewportSize({ width: 390, height: 844 });
  await show(page, documentOf(SAMPLE).replace(/<style[\s\S]*?<\/style>/g, ""));
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  for (const height of await heightsOf(page)) expect(height).toBeGreaterThanOrEqual(BUTTON_PX_MIN);
  expect(await findingsOn(page)).toEqual([]);
});

test("without images the name of the sender and what images show are there in words", async ({
  page,
}) => {
  if (!SAMPLE) throw new Error("the gallery has emails");
  const { rendered } = SAMPLE;
  const body = `${rendered.body}\n\n![A lamp on a desk](https://x.example.com/lamp.png)`;
  const brand = { ...PLAIN_BRAND, logoUrl: "https://x.example.com/logo.png" };
  await show(page, documentOf({ ...SAMPLE, rendered: { ...rendered, body } }, brand));
  await expect(page.getByRole("img", { name: "Acme Ltd" })).toBeVisible();
  await expect(page.getByRole("img", { name: "A lamp on a desk" })).toBeVisible();
});

for (const color of ["#ffee00", "#0a2540", "#808080", "#ff4d4f"]) {
  test(`a brand's ${color} can be read by day and by night, in a layout of its own too`, async ({
    page,
  }) => {
    if (!SAMPLE) throw new Error("the gallery has emails");
    const layout = { name: "L", font: "georgia" as const, width: 480, radius: 0, header: "Above" };
    for (const brand of [
      { ...PLAIN_BRAND, color },
      { ...PLAIN_BRAND, color, layout },
    ]) {
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        await show(page, documentOf(SAMPLE, brand));
        expect(await findingsOn(page), colorScheme).toEqual([]);
      }
    }
  });
}

test("from right to left, buttons and lists begin at the right", async ({ page }) => {
  if (!SAMPLE) throw new Error("the gallery has emails");
  const rendered = { ...SAMPLE.rendered, body: "- واحد\n- اثنان" };
  await page.setViewportSize({ width: 1280, height: 844 });
  await show(page, documentOf({ ...SAMPLE, rendered, locale: "ar" }));
  const right = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((each) => each.getBoundingClientRect().right);
  expect(await right(".press")).toBeGreaterThan(640);
  expect(await right("li")).toBeLessThan(await right(".words"));
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
});

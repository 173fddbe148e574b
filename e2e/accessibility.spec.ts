import { globSync } from "node:fs";
import { resolve } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { findingsInBoth } from "./axe";
import { installInvoices, newInvoice } from "./invoice-workflow";
import { waitForMail } from "./mail";
import { signedIn } from "./signed-in";

const WORKSPACE = "app/(console)/[workspace]";
const NARROWEST = { width: 320, height: 640 };

/** An address for every page of the console, by its folder; what a page shows is made first. */
let addresses: Record<string, string>;

/** Pages whose address stands for another page: a redirect, or what is not there. */
const NOT_PAGES = ["[...rest]"];

test.beforeAll(async ({ playwright, baseURL }) => {
  const api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await installInvoices(api);
  const { caseId, customer, id, number } = await newInvoice(api);
  await waitForMail(customer);
  await api.post(`/cases/${caseId}/snooze`, { until: "2030-01-01T00:00:00Z" });
  await api.put("/calendars/axe-office", {
    timeZone: "Europe/Berlin",
    hours: [{ days: ["mon", "tue"], from: "09:00", to: "17:00" }],
  });
  await api.put("/snippets/axe-snippet", { text: "Yours", locales: { de: "Ihr" } });
  await api.put("/layouts/axe-layout", { name: "Quiet", header: "Above", footer: "Below" });
  await api.put("/teams/axe-team", {
    name: "Reviewers",
    members: [{ personId: `customer-${id}` }],
  });
  await api.put("/rotas/axe-rota", {
    name: "Reviewers on call",
    timeZone: "Europe/Berlin",
    layers: [
      {
        name: "Nights",
        people: [`customer-${id}`],
        startsOn: "2026-01-05",
        handoverAt: "18:00",
        rotation: { every: 1, unit: "week" },
        hours: [{ days: ["mon", "tue"], from: "18:00", to: "08:00" }],
      },
    ],
  });
  await api.put("/escalation-policies/axe-policy", {
    name: "Reviewers first",
    levels: [
      {
        targets: [{ team: "axe-team" }, { rota: "axe-rota" }],
        channels: [{ email: "invoice-initial" }],
        acknowledgeWithin: "PT4H",
      },
    ],
  });
  // Off, so that it hears of nothing but its test.
  const endpoint = await api.post<{ id: string }>("/webhook-endpoints", {
    url: `${baseURL}/api/health`,
    enabled: false,
  });
  const tested = await api.post<{ id: string }>(`/webhook-endpoints/${endpoint.id}/test`);
  const messages = await api.get<{ data: { id: string }[] }>(`/messages?case=C-${number}`);
  const events = await api.get<{ data: { id: string }[] }>(`/events?person=customer-${id}`);
  addresses = {
    "": "",
    analytics: "/analytics",
    cases: "/cases",
    "cases/[ref]": `/cases/C-${number}`,
    content: "/content",
    "content/[key]": "/content/invoice-initial",
    "content/shared/layouts": "/content/shared/layouts",
    "content/shared/layouts/[key]": "/content/shared/layouts/axe-layout",
    "content/shared/snippets": "/content/shared/snippets",
    "content/shared/snippets/[key]": "/content/shared/snippets/axe-snippet",
    events: "/events",
    "events/[id]": `/events/${events.data[0]?.id}`,
    messages: "/messages",
    "messages/[id]": `/messages/${messages.data[0]?.id}`,
    people: "/people",
    "people/import": "/people/import",
    "people/[id]": `/people/customer-${id}`,
    policies: "/policies",
    "policies/[key]": "/policies/axe-policy",
    rotas: "/rotas",
    "rotas/[key]": "/rotas/axe-rota",
    "settings/calendars/[key]": "/settings/calendars/axe-office",
    "settings/person-side/inbox": "/settings/person-side/inbox",
    "settings/topics/[key]": "/settings/topics/billing",
    "settings/webhooks/[id]": `/settings/webhooks/${endpoint.id}`,
    "settings/webhooks/[id]/[delivery]": `/settings/webhooks/${endpoint.id}/${tested.id}`,
    escalations: "/escalations",
    org: "/org",
    teams: "/teams",
    "teams/[key]": "/teams/axe-team",
    workflows: "/workflows",
    "workflows/[key]": "/workflows/invoices",
    "workflows/[key]/analytics": "/workflows/invoices/analytics",
    "workflows/[key]/edit": "/workflows/invoices/edit",
    "workflows/[key]/experiments": "/workflows/invoices/experiments",
    "workflows/[key]/simulate": "/workflows/invoices/simulate",
    "workflows/[key]/versions": "/workflows/invoices/versions",
    "workflows/[key]/versions/[range]": "/workflows/invoices/versions/1...1",
    "workflows/new": "/workflows/new",
    "workflows/new/[starter]": "/workflows/new/unpaid-invoice",
    "workflows/new/import": "/workflows/new/import",
  };
  const pages = globSync("**/page.tsx", { cwd: resolve(import.meta.dirname, "..", WORKSPACE) });
  for (const file of pages) {
    const folder = file.replace(/\/?page\.tsx$/, "");
    if (NOT_PAGES.includes(folder) || folder in addresses) continue;
    expect(folder, "give the new page an address in this test").toMatch(/^settings(\/[a-z-]+)?$/);
    addresses[folder] = `/${folder}`;
  }
});

async function open(page: Page, path: string): Promise<void> {
  const answer = await page.goto(`/live${path}`);
  expect(answer?.status(), path).toBe(200);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

const SETTLED_MS = 5_000;

/** How wide the page is once it fits, or when it should: a chart measures its place a frame later. */
async function settledWidth(page: Page, fits: number): Promise<number> {
  const widthOf = () => page.evaluate(() => document.documentElement.scrollWidth);
  const until = Date.now() + SETTLED_MS;
  let width = await widthOf();
  while (width > fits && Date.now() < until) width = await widthOf();
  return width;
}

// One visit for all: opening every page is what takes the time.
test("no page has accessibility findings, light or dark, or is wider than the narrowest phone, and each says which page it is", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(900_000);
  const page = await signedIn(browser, baseURL, {});
  const wide = page.viewportSize();
  const found: string[] = [];
  const titles = new Set<string>();
  for (const path of Object.values(addresses)) {
    await open(page, path);
    for (const finding of await findingsInBoth(page)) found.push(`${path}: ${finding}`);
    await page.setViewportSize(NARROWEST);
    const width = await settledWidth(page, NARROWEST.width);
    if (width > NARROWEST.width) found.push(`${path}: ${width} px`);
    if (wide) await page.setViewportSize(wide);
    titles.add(await page.title());
  }
  expect(found).toEqual([]);
  // `/settings` shows its first section.
  expect(titles.size).toBeGreaterThanOrEqual(Object.keys(addresses).length - 1);
  await page.context().close();
});

import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { complaintsOf, endsWell } from "./axe";
import { signedIn } from "./signed-in";

const KEY = "measured";
const CASES = 12;
const ANSWERED = 5;
const send = (id: string) => ({ id, kind: "send", channels: [{ email: "measured-mail" }] });
const definition = {
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  start: { event: "measured.created" },
  subject: "Matter {{ data.number }}",
  key: "matter:{{ data.number }}",
  due: { after: "P7D" },
  stopsWhen: [{ event: "measured.done", key: "matter:{{ data.number }}" }],
  stages: [
    { id: "ask", name: "Ask", steps: [send("a"), { id: "w", kind: "wait", for: "PT1S" }] },
    { id: "remind", name: "Remind", steps: [send("b"), { id: "v", kind: "wait", for: "P9D" }] },
  ],
};

let api: Api;
let page: Page;
let complaints: string[];

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await api.put("/topics/billing", {
    name: "Billing",
    required: false,
    defaultChannels: ["email"],
  });
  await api.put("/templates/measured-mail", {
    channel: "email",
    content: { subject: "Matter {{ data.number }}", body: "Please answer." },
  });
  await api.put(`/workflows/${KEY}`, { name: "Measured", definition });
  await api.publish(KEY);
  const event = (name: string, n: number) =>
    api.post("/events", {
      name,
      person: { id: `measured-${n}`, email: `measured-${n}@example.com` },
      data: { number: String(n) },
    });
  for (let n = 0; n < CASES; n++) await event("measured.created", n);
  const reminded = async () => {
    const { data } = await api.get<{ data: { stage: string }[] }>(`/cases?workflow=${KEY}`);
    return data.filter(({ stage }) => stage === "remind").length;
  };
  await expect.poll(reminded, { timeout: 30_000 }).toBe(CASES);
  for (let n = 0; n < ANSWERED; n++) await event("measured.done", n);
  page = await signedIn(browser, baseURL);
  complaints = complaintsOf(page);
});
test.afterEach(() => endsWell(page, complaints));

const block = (name: string) =>
  page
    .getByRole("region")
    .filter({ has: page.getByRole("button", { name: `What “${name}” means` }) });

test("the numbers of a workflow are counts where there are few, say what they are of, and lead to their cases", async () => {
  await page.goto(`/live/workflows/${KEY}/analytics`);
  const numbers = page.getByRole("list", { name: "Numbers" });
  const rate = numbers.getByRole("listitem").filter({ hasText: "Response rate" }).first();
  await expect(rate).toContainText(`${ANSWERED} of ${CASES}`);
  await expect(rate).toContainText("too few for a rate");
  await rate.getByRole("button").focus();
  await page.keyboard.press("Enter");
  const about = page.getByRole("dialog");
  await expect(about).toContainText("Counted");
  await expect(about).toContainText(`${CASES}`);
  await page.keyboard.press("Escape");

  const unanswered = page.getByRole("link", { name: `Ask, No answer: ${CASES}` });
  await unanswered.click();
  await expect(page).toHaveURL(/\/live\/cases\?/);
  await expect(page.getByRole("row").filter({ hasText: "Matter" })).toHaveCount(CASES);
});

test("every chart is a table too, the version stands on the trend, and the file sums up to the page", async () => {
  await page.goto(`/live/workflows/${KEY}/analytics`);
  const trend = block("Trend");
  await expect(trend).toContainText("v1");
  for (const name of ["Trend", "Funnel by stage", "Time to response", "Channels"]) {
    await block(name).getByRole("button", { name: "Table", exact: true }).click();
    await expect(block(name).getByRole("table").first()).toBeVisible();
  }
  const href = await trend.getByRole("link", { name: "CSV" }).getAttribute("href");
  const [head = "", ...lines] = (await (await page.request.get(href ?? "")).text())
    .trim()
    .split("\r\n");
  const place = head.split(",").indexOf("opened");
  const opened = lines.map((line) => Number(line.split(",")[place]));
  expect(opened.reduce((sum, n) => sum + n, 0)).toBe(CASES);
});

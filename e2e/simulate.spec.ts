import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { complaintsOf, endsWell } from "./axe";
import { type Clicks, countedClicks } from "./clicks";
import { signedIn } from "./signed-in";

const KEY = "simulated";
const MARIA = "simulated-maria";

const definition = {
  schema: 1,
  purpose: "reminder",
  topic: "simulated",
  start: { event: "simulated.created" },
  subject: "Invoice {{ data.number }}",
  key: "simulated:{{ data.number }}",
  due: { from: "data.due_date" },
  data: {
    type: "object",
    properties: {
      number: { type: "string", examples: ["2041"] },
      due_date: { type: "string", format: "date" },
    },
  },
  stopsWhen: [{ event: "simulated.paid", key: "simulated:{{ data.number }}" }],
  stages: [
    {
      id: "initial",
      name: "Initial",
      steps: [{ id: "first", kind: "send", channels: [{ email: "simulated-first" }] }],
    },
    {
      id: "reminder",
      name: "Reminder",
      steps: [
        { id: "before", kind: "wait", until: { due: "-P7D" }, at: "09:00", zone: "person" },
        { id: "remind", kind: "send", channels: [{ email: "simulated-reminder" }] },
        { id: "on-day", kind: "wait", until: { due: "P0D" }, at: "09:00", zone: "person" },
        {
          id: "today",
          kind: "send",
          channels: [{ email: "simulated-today" }],
          fallback: { sms: "simulated-sms", after: "PT4H", unless: "opened" },
        },
        { id: "patience", kind: "wait_for_response", for: "P3D" },
      ],
    },
  ],
};

const words = {
  "simulated-first": {
    channel: "email",
    content: { subject: "Your invoice", body: "Here it is." },
  },
  "simulated-reminder": {
    channel: "email",
    content: { subject: "Due in a week", body: "Please pay {{ data.number }}." },
  },
  "simulated-today": { channel: "email", content: { subject: "Due today", body: "Please pay." } },
  "simulated-sms": { channel: "sms", content: { body: "Invoice {{ data.number }} is due today." } },
};

const path = `/live/workflows/${KEY}/simulate`;
let page: Page;
let clicks: Clicks;
let complaints: string[];

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  const api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await api.put("/topics/simulated", { name: "Simulated reminders" });
  for (const [key, template] of Object.entries(words)) await api.put(`/templates/${key}`, template);
  await api.put(`/people/${MARIA}`, {
    name: "Maria",
    email: "simulated.maria@example.com",
    phone: "+491711234567",
    timeZone: "Europe/Berlin",
    locale: "de",
  });
  await api.put(`/workflows/${KEY}`, { name: "Simulated reminder", definition });
  page = await signedIn(browser, baseURL, { viewport: { width: 1440, height: 900 } });
  complaints = complaintsOf(page);
  clicks = await countedClicks(page);
});
test.afterEach(() => endsWell(page, complaints));

const person = () => page.getByRole("combobox", { name: "Person" });
const scenario = () => page.getByRole("combobox", { name: "Scenario" });
const events = (city: string) => page.getByRole("list", { name: `Events, ${city}` });
const row = (city: string, text: RegExp | string) =>
  events(city).getByRole("listitem").filter({ hasText: text });
const scrubber = () => page.getByRole("slider", { name: "Event" });

/** The page answers to keys. */
const ready = () =>
  expect(async () => {
    await scrubber().press("End");
    await expect(page).toHaveURL(/[?&]t=/, { timeout: 500 });
  }).toPass();

/** What leaves the browser from now on, but for what the frame fetches: its stream, icon, links and scripts. */
function outgoing(): string[] {
  const calls: string[] = [];
  page.on("request", (request) => {
    if (!/\/api\/stream|icon|[?&]_rsc=|\/_next\//.test(request.url())) calls.push(request.url());
  });
  return calls;
}

test("who opens and never responds is played within four clicks, and nothing leaves the browser", async () => {
  await page.goto(`${path}?person=${MARIA}&scenario=~never_opens`);
  await ready();
  const calls = outgoing();
  await clicks.fromNow();
  await person().selectOption({ label: "Maria · Berlin · de" });
  await scenario().selectOption({ label: "Opens, never responds" });
  await page.getByRole("button", { name: "Play with somebody like Maria who has" }).click();
  for (const subject of ["Your invoice", "Due in a week", "Due today"]) {
    await expect(row("Berlin", `Email “${subject}” sent to Maria`)).toContainText(
      /\d\d:\d\d Berlin/,
    );
  }
  await expect(row("Berlin", "SMS not sent")).toContainText(
    "Not sent because the email was opened",
  );
  await clicks.areAtMost(4);
  expect(calls).toEqual([]);
});

test("the arrow keys step through every event, and the moment can be passed on", async () => {
  const count = await events("Berlin").getByRole("listitem").count();
  await scrubber().focus();
  await page.keyboard.press("Home");
  for (let n = 1; n <= count; n++) {
    await expect(scrubber()).toHaveAttribute("aria-valuenow", String(n));
    await expect(
      events("Berlin")
        .getByRole("button")
        .nth(n - 1),
    ).toHaveAttribute("aria-current", "step");
    await page.keyboard.press("ArrowRight");
  }
  await expect(scrubber()).toHaveAttribute("aria-valuenow", String(count));
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(scrubber()).toHaveAttribute(
    "aria-valuetext",
    /^\w+day \d+ \w+ 09:00, Berlin\. Email “Due in a week” sent to Maria$/,
  );
  const shown = await scrubber().getAttribute("aria-valuetext");
  await page.goto(page.url());
  await expect(scrubber()).toHaveAttribute("aria-valuetext", shown ?? "");
});

test("a click on an event marks its step and shows its message", async () => {
  await row("Berlin", "Email “Due today” sent").getByRole("button").click();
  await expect(page.getByTitle("Email “Due today” on a phone")).toBeVisible();
  const plan = page.getByRole("region", { name: "The plan" });
  await expect(
    plan.getByRole("listitem").filter({ hasText: "The case stands here." }),
  ).toContainText("Due today");
});

test("both Tokyo and New York keep 09:00 across a change of clocks, and New York says so", async () => {
  await page.goto(`${path}?start=2026-03-02T10:00:00Z&due=2026-03-13&scenario=~never_opens`);
  await ready();
  for (const city of ["Tokyo", "New York"]) {
    await person().selectOption({ label: city });
    await expect(row(city, "Email “Due in a week” sent")).toContainText("Fri 6 Mar, 09:00");
    await expect(row(city, "Email “Due today” sent")).toContainText("Fri 13 Mar, 09:00");
    await expect(row(city, "Email “Due today” sent").getByText("DST", { exact: true })).toHaveCount(
      city === "Tokyo" ? 0 : 1,
    );
  }
  await expect(row("New York", "Email “Due today” sent")).toContainText(
    "Clocks in New York went forward by 1 h on Sun 8 Mar",
  );
});

test("all scenarios are run at once, and one of them is kept as a test", async () => {
  await page.getByRole("button", { name: "Run all" }).click();
  const matrix = page.getByRole("table", { name: "Scenarios by messages" });
  await expect(matrix.getByRole("row", { name: /^Never opens/ })).toContainText("SMS sent");
  await matrix.getByRole("button", { name: "Never opens" }).click();
  await page.getByRole("button", { name: "Save as test" }).click();
  const dialog = page.getByRole("dialog", { name: "Keep this scenario with the workflow" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("Nobody looks");
  await dialog.getByRole("checkbox", { name: "Required" }).check();
  await dialog.getByRole("button", { name: "Save test" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("Everything comes as this test expects.")).toBeVisible();
  await page.goto(`${path}?scenario=nobody-looks&view=all`);
  await expect(page.getByText("1 of 1 test passes.")).toBeVisible();
  await expect(matrix.getByRole("row", { name: /^Nobody looks/ })).toContainText("Passes");
  await page.getByRole("button", { name: "More about scenarios" }).click();
  await page.getByRole("menuitem", { name: "Delete this test" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete test" }).click();
  await expect(matrix.getByRole("row", { name: /^Nobody looks/ })).toHaveCount(0);
});

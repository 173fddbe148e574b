import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { complaintsOf, endsWell } from "./axe";
import { signedIn } from "./signed-in";

const KEY = "forms";
const wait = {
  id: "hold",
  kind: "wait",
  until: { due: "-P2D" },
  at: "09:00",
  zone: "person",
  days: "business",
};
const definition = {
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  start: { event: "forms.created" },
  subject: "Form {{ data.number }}",
  due: { from: "data.due_date" },
  stopsWhen: [{ reply: true }],
  stages: [
    {
      id: "reminder",
      name: "Reminder",
      steps: [wait, { id: "remind", kind: "send", channels: [{ email: "forms-reminder" }] }],
    },
  ],
};

let api: Api;
let page: Page;
let complaints: string[];

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await api.put("/people/maria", {
    name: "Maria Ruiz",
    email: "maria@forms.test",
    timeZone: "Europe/Berlin",
  });
  await api.post("/events", { name: "forms.created", data: { due_date: "2025-12-15" } });
  await api.put(`/workflows/${KEY}`, { name: "Forms", definition });
  page = await signedIn(browser, baseURL);
  complaints = complaintsOf(page);
});
test.afterEach(() => endsWell(page, complaints));

const open = (step: string) => page.goto(`/live/workflows/${KEY}/edit?view=outline&step=${step}`);
const slot = (name: string) => page.getByRole("button", { name, exact: true });
const until = () => page.getByRole("group", { name: "Until" });
const example = () => page.getByText(/^For .+, due /);

test("a slot of the sentence leads to its control, and the sentence follows it", async () => {
  await open("hold");
  await slot("2 days before the due date").click();
  await expect(until().getByLabel("How many")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("5");
  await expect(slot("5 days before the due date")).toBeVisible();
  await slot("the recipient’s time zone").press("Enter");
  await expect(page.getByLabel("In whose time zone")).toBeFocused();
});

test("the example says when, and where that moved from", async () => {
  await open("hold");
  await until().getByLabel("How many").fill("2");
  await expect(example()).toContainText("due Mon 15 Dec: Fri 12 Dec, 09:00.");
  await expect(example()).toContainText("Rolled back from Sat 13 Dec.");
  await until().getByLabel("Unit").selectOption("business days");
  await expect(example()).toContainText("due Mon 15 Dec: Thu 11 Dec, 09:00.");
  await expect(example()).not.toContainText("Rolled");
});

test("what is unfinished stays in its control and says so, and nothing else waits for it", async () => {
  await open("hold");
  const many = until().getByLabel("How many");
  await many.fill("");
  await expect(page.getByText("Not finished: how far, and from what.")).toBeHidden();
  await many.blur();
  await expect(page.getByText("Not finished: how far, and from what.")).toBeVisible();
  await page.getByLabel("At", { exact: true }).fill("1730");
  await page.getByLabel("At", { exact: true }).blur();
  await expect(slot("17:30")).toBeVisible();
  await expect(many).toHaveValue("");
  await many.fill("4");
  await expect(page.getByText("Not finished: how far, and from what.")).toBeHidden();
});

test("a send gets a second channel and takes the first that can be delivered", async () => {
  await open("remind");
  await page.getByRole("button", { name: "Add channel" }).click();
  await page.getByLabel("Send", { exact: true }).selectOption("on the first that can be delivered");
  await expect(slot("the first that can be delivered")).toBeVisible();
  await page.getByRole("button", { name: "Move down" }).first().click();
  await expect(page.getByLabel("Channel", { exact: true }).nth(1)).toHaveValue("email");
});

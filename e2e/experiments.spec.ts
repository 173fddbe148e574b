import { expect, type Page, test } from "@playwright/test";
import { Api } from "./api";
import { complaintsOf, endsWell, findingsInBoth } from "./axe";
import { signedIn } from "./signed-in";

const KEY = "experiment";
const send = (id: string) => ({ id, kind: "send", channels: [{ email: "experiment-first" }] });
const definition = {
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  start: { event: "experiment.created" },
  subject: "Experiment {{ data.number }}",
  due: { after: "P7D" },
  stopsWhen: [{ event: "experiment.done" }],
  stages: [
    {
      id: "first",
      name: "First",
      steps: [
        {
          id: "tone",
          kind: "split",
          title: "Which tone",
          arms: [
            { name: "Soft", weight: 50, steps: [send("soft")] },
            { name: "Hard", weight: 50, steps: [send("hard")] },
          ],
        },
        { id: "wait", kind: "wait_for_response", for: "P3D" },
      ],
    },
  ],
};

let page: Page;
let complaints: string[];

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  const api = new Api(await playwright.request.newContext({ baseURL: baseURL ?? "" }));
  await api.put("/templates/experiment-first", {
    channel: "email",
    content: { subject: "Experiment", body: "Please answer, because it counts." },
  });
  await api.put(`/workflows/${KEY}`, { name: "Experiment", definition });
  await api.publish(KEY);
  page = await signedIn(browser, baseURL);
  complaints = complaintsOf(page);
});
test.afterEach(() => endsWell(page, complaints));

test("an experiment says that it is too early to say anything, and what it takes", async () => {
  await page.goto(`/live/workflows/${KEY}`);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Experiments" }).click();
  const card = page.getByRole("region", { name: /Nothing to compare yet/ });
  await expect(card).toContainText("Which tone");
  await expect(card.getByRole("table", { name: "Arms of Which tone" })).toContainText("Hard");
  await expect(card).toContainText(/You need about [\d,]+ more cases/);
  await page.getByRole("link", { name: "Hours saved" }).click();
  await expect(page).toHaveURL(/metric=hours/);
  expect(await findingsInBoth(page)).toEqual([]);
});

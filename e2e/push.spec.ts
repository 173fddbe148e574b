import { expect, type Page, test } from "@playwright/test";
import { signedIn } from "./signed-in";

let page: Page;

test.beforeAll(async ({ browser, baseURL }) => {
  page = await signedIn(browser, baseURL, { permissions: ["notifications"] });
});

/** Registers the worker as subscribing does; gives what delivers to it as a push service would. */
async function subscribed(): Promise<(message: object) => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  const registrations = new Map<string, string>();
  session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations: all }) => {
    for (const { scopeURL, registrationId } of all) registrations.set(scopeURL, registrationId);
  });
  await session.send("ServiceWorker.enable");
  const scope = await page.evaluate(async () => {
    const { serviceWorker } = navigator;
    const made = await serviceWorker.register("/push-worker.js", { scope: "/push/of-a-test/" });
    const worker = made.installing ?? made.waiting;
    await new Promise<void>((done) => {
      if (!worker || worker.state === "activated") return done();
      worker.addEventListener("statechange", () => worker.state === "activated" && done());
    });
    return made.scope;
  });
  await expect.poll(() => registrations.has(scope)).toBe(true);
  const registrationId = registrations.get(scope) ?? "";
  const { origin } = new URL(scope);
  return async (message) => {
    const data = JSON.stringify(message);
    await session.send("ServiceWorker.deliverPushMessage", { origin, registrationId, data });
  };
}

const shown = () =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration("/push/of-a-test/");
    const all = (await registration?.getNotifications()) ?? [];
    return all.map(({ title, body }) => ({ title, body }));
  });

test("a push message is shown by the browser, and the next of the same case takes its place", async () => {
  await page.goto("/live/people");
  const permission = await page.evaluate(() => Notification.permission);
  test.skip(permission !== "granted", "This browser shows no notifications, whoever allows them.");
  const push = await subscribed();
  const message = { title: "Invoice 7", url: new URL("/live", page.url()).href, tag: "case" };
  await push({ ...message, id: "one", body: "Please pay" });
  await expect.poll(shown).toEqual([{ title: "Invoice 7", body: "Please pay" }]);
  await push({ ...message, id: "two", body: "Please pay by Friday" });
  await expect.poll(shown).toEqual([{ title: "Invoice 7", body: "Please pay by Friday" }]);
});

test("a webhook is written down as somebody's address", async () => {
  const id = `e2e-${crypto.randomUUID().slice(0, 8)}`;
  const dialog = page.getByRole("dialog");
  await page.goto("/live/people");
  await page.getByRole("button", { name: "Add person" }).click();
  await dialog.getByLabel("Name").fill("The team’s channel");
  await dialog.getByLabel("Id").fill(id);
  await dialog.getByRole("button", { name: "Add person" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "The team’s channel" })).toBeVisible();
  await page.getByRole("button", { name: "Add address" }).click();
  await dialog.getByLabel("Channel").selectOption("Webhook");
  await dialog.getByLabel("Webhook address").fill("https://hooks.example.com/team");
  await dialog.getByRole("button", { name: "Add address" }).click();
  await expect(page.getByText("https://hooks.example.com/team")).toBeVisible();
});

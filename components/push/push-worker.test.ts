import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";

const SOURCE = readFileSync(`${import.meta.dirname}/../../public/push-worker.js`, "utf8");
const ORIGIN = "https://follow.example.com";

type Shown = {
  title: string;
  body: string;
  tag: string;
  renotify: boolean;
  data: { id: string; url: string };
};
type Listener = (event: Record<string, unknown>) => void;

/** The worker in a browser of which only what it asks for is there. */
function browser(openWindows: string[] = []) {
  const listeners = new Map<string, Listener>();
  const shown: Shown[] = [];
  const opened: string[] = [];
  const focused: string[] = [];
  const self = {
    location: { origin: ORIGIN },
    addEventListener: (name: string, listener: Listener) => listeners.set(name, listener),
    skipWaiting: () => {},
    registration: {
      getNotifications: async ({ tag }: { tag: string }) => shown.filter((one) => one.tag === tag),
      showNotification: async (title: string, options: Omit<Shown, "title">) => {
        shown.push({ title, ...options });
      },
    },
    clients: {
      matchAll: async () =>
        openWindows.map((url) => ({ url, focus: async () => void focused.push(url) })),
      openWindow: async (url: string) => void opened.push(url),
    },
  };
  runInNewContext(SOURCE, { self, URL });
  const fire = async (name: string, event: Record<string, unknown>) => {
    let work: unknown;
    listeners.get(name)?.({ ...event, waitUntil: (promise: unknown) => (work = promise) });
    await work;
  };
  const push = (text: string) => fire("push", { data: { text: () => text } });
  const press = (url: string) =>
    fire("notificationclick", { notification: { close: () => {}, data: { url } } });
  return { shown, opened, focused, push, press };
}

const message = {
  id: "m1",
  title: "Invoice 7",
  body: "Please pay",
  url: `${ORIGIN}/a/x`,
  tag: "c1",
};

test("a message is shown with its words and rings", async () => {
  const { push, shown } = browser();
  await push(JSON.stringify(message));
  const { id, url, ...words } = message;
  expect(shown).toEqual([{ ...words, renotify: true, data: { id, url } }]);
});

test("a copy of what is on the screen does not ring again; the next message of the case does", async () => {
  const { push, shown } = browser();
  await push(JSON.stringify(message));
  await push(JSON.stringify(message));
  await push(JSON.stringify({ ...message, id: "m2" }));
  expect(shown.map(({ renotify }) => renotify)).toEqual([true, false, true]);
});

test("what is no message of ours is shown as it came: a browser wants every push shown", async () => {
  const { push, shown } = browser();
  for (const text of ["just words", "null", "7", "{}"]) await push(text);
  expect(shown.map(({ title }) => title)).toEqual(["just words", "null", "7", "{}"]);
});

test("a press opens where the message leads, in the window that shows it already", async () => {
  const { press, opened, focused } = browser([`${ORIGIN}/a/x`]);
  await press(`${ORIGIN}/a/x`);
  expect(focused).toEqual([`${ORIGIN}/a/x`]);
  await press("https://shop.example.com/pay");
  expect(opened).toEqual(["https://shop.example.com/pay"]);
});

test("a press leads nowhere but to pages", async () => {
  const { press, opened } = browser();
  for (const url of ["javascript:alert(1)", "data:text/html,x", "https://"]) await press(url);
  expect(opened).toEqual([]);
});

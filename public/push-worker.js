// Shows the push messages of Followthrough and opens what they lead to. It asks no server for anything.

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("push", (event) => event.waitUntil(show(event.data?.text() ?? "")));

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.url));
});

async function show(text) {
  const { id, title, body, url, tag } = read(text);
  const shown = await self.registration.getNotifications({ tag });
  // A copy of what is on the screen already takes its place without a sound.
  const isCopy = shown.some((notification) => notification.data?.id === id);
  await self.registration.showNotification(title, {
    body,
    tag,
    renotify: !isCopy,
    data: { id, url },
  });
}

/** Browsers punish a push that shows nothing, so what is no message of ours is shown as it came. */
function read(text) {
  const plain = { id: "", title: text, body: "", url: "", tag: "message" };
  try {
    const message = JSON.parse(text);
    const isOurs = Object.keys(plain).every((name) => typeof message?.[name] === "string");
    return isOurs ? message : plain;
  } catch {
    return plain;
  }
}

async function open(url) {
  const target = URL.canParse(url ?? "") ? new URL(url) : null;
  if (target?.protocol !== "https:" && target?.protocol !== "http:") return;
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const shown = windows.find((window) => window.url === target.href);
  await (shown ? shown.focus() : self.clients.openWindow(target.href));
}

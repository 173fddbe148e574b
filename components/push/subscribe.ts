import { PushSubscription } from "@/core/delivery/push-address";

const WORKER = "/push-worker.js";
/** Enough of a key to tell it from others. */
const SCOPE_CHARS = 16;

/** Why this browser gets no messages. */
export type Refusal =
  | "unsupported"
  | "homeScreen"
  | "insecure"
  | "denied"
  | "dismissed"
  | "service";

export type Subscribed = { ok: true; subscription: PushSubscription } | { ok: false; why: Refusal };

/** What stands in the way before anybody is asked; null: nothing. */
export function canSubscribe(): Refusal | null {
  if (!window.isSecureContext) return "insecure";
  const isKnown =
    "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
  // Safari of a phone shows these only to pages that were added to the home screen.
  if (!isKnown) return /iPhone|iPad|iPod/.test(navigator.userAgent) ? "homeScreen" : "unsupported";
  return Notification.permission === "denied" ? "denied" : null;
}

/**
 * Asks the person, if they were not asked before, and subscribes this browser with the server's public
 * key. Each key has a worker's scope of its own: a browser keeps one subscription for each, so those of
 * other workspaces stay.
 */
export async function subscribe(serverKey: string): Promise<Subscribed> {
  const why = canSubscribe();
  if (why) return { ok: false, why };
  const permission = await Notification.requestPermission();
  if (permission !== "granted") {
    return { ok: false, why: permission === "denied" ? "denied" : "dismissed" };
  }
  try {
    const scope = `/push/${serverKey.slice(-SCOPE_CHARS)}/`;
    const registration = await navigator.serviceWorker.register(WORKER, { scope });
    await activated(registration);
    const { pushManager } = registration;
    const known = await pushManager.getSubscription();
    const subscription =
      known ??
      (await pushManager.subscribe({
        userVisibleOnly: true,
        applicationServerKey: bytesOf(serverKey),
      }));
    return { ok: true, subscription: PushSubscription.parse(subscription.toJSON()) };
  } catch (error) {
    console.warn("This browser could not be subscribed", error);
    return { ok: false, why: "service" };
  }
}

/** A worker that is not active yet cannot subscribe. */
function activated({ active, installing, waiting }: ServiceWorkerRegistration): Promise<void> {
  const worker = active ?? waiting ?? installing;
  return new Promise((done, fail) => {
    const look = () => {
      if (worker?.state === "activated") done();
      else if (!worker || worker.state === "redundant") fail(new Error("The worker did not start"));
    };
    worker?.addEventListener("statechange", look);
    look();
  });
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

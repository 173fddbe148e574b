import "server-only";
import { ctx } from "@/server/boot";
import { InboxHub } from "./hub";

/** Kept on the process: there is one hub, however often this module loads. */
const kept = globalThis as typeof globalThis & { __followthroughInbox?: InboxHub };

/** The process's one hub, made when first asked for. */
export function inboxHub(): InboxHub {
  kept.__followthroughInbox ??= make();
  return kept.__followthroughInbox;
}

function make(): InboxHub {
  const hub = new InboxHub(ctx);
  // The web server waits for open answers before it ends, and these never end by themselves.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void hub.close());
  return hub;
}

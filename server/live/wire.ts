import type { Changes } from "@/core/live/changes";
import { SECOND_MS } from "@/core/time";

/** How long a browser waits before it connects again. */
const RETRY_MS = 2 * SECOND_MS;

const encoder = new TextEncoder();

/** Server-sent events, as they go over the wire. Every `id` can be resumed from. */
export const wire = {
  hello: encoder.encode(`retry: ${RETRY_MS}\n\n`),
  /** Keeps proxies from closing a quiet connection; browsers do not show it to the page. */
  heartbeat: encoder.encode(": heartbeat\n\n"),
  /** Nothing was missed up to now: the whole way from the database has just been tried. */
  beat: (id: string) => encoder.encode(`id: ${id}\nevent: beat\ndata: {}\n\n`),
  changes: (id: string, changes: Changes) =>
    encoder.encode(`id: ${id}\nevent: changes\ndata: ${JSON.stringify(changes)}\n\n`),
  /** What was missed is not known: fetch everything again. */
  reset: (id: string) => encoder.encode(`id: ${id}\nevent: reset\ndata: {}\n\n`),
};

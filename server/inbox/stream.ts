import { AppError } from "@/core/errors";
import { eventStream, STREAM_HEADERS } from "@/server/live/event-stream";
import type { InboxHub } from "./hub";
import type { Reader } from "./reader";
import { wire } from "./wire";

/** Streams at a time in each web process: of one person, and of everybody. */
const LIMITS = { person: 20, all: 5_000 };
const FULL_RETRY_S = 30;
const REVISION = /^\d{1,15}$/;

/**
 * Server-sent events of what changes in the reader's inbox, until their token expires. `Last-Event-ID`
 * goes on from a revision; without it the counts come first, and items from then on.
 */
export async function streamOf(
  hub: InboxHub,
  reader: Reader,
  request: Request,
  limits: { person: number; all: number } = LIMITS,
): Promise<Response> {
  await hub.ready();
  if (hub.count() >= limits.all) {
    throw new AppError("unavailable", "Too many inboxes are open here. Ask again later.", {
      retryAfterS: FULL_RETRY_S,
    });
  }
  if (hub.count(reader) >= limits.person) {
    const message = `This person's inbox is open ${limits.person} times. Close some of them.`;
    throw new AppError("rate_limited", message, { retryAfterS: FULL_RETRY_S });
  }
  const last = request.headers.get("last-event-id");
  const since = last !== null && REVISION.test(last) ? Number(last) : null;
  const { workspaceId, personId, leftMs } = reader;
  const body = eventStream({ request }, ({ send, end }) => {
    const timer = setTimeout(end, leftMs);
    timer.unref();
    send(wire.hello);
    const leave = hub.join({ workspaceId, personId, since, greeted: false, send, end });
    return () => {
      clearTimeout(timer);
      leave();
    };
  });
  return new Response(body, { headers: STREAM_HEADERS });
}

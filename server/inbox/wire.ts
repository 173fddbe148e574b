import type { InboxAnswer } from "@/core/contracts/inbox";
import { SECOND_MS } from "@/core/time";

const RETRY_MS = 2 * SECOND_MS;

const encoder = new TextEncoder();

/** Server-sent events of an inbox. An `id` is its revision, from which a stream goes on. */
export const wire = {
  hello: encoder.encode(`retry: ${RETRY_MS}\n\n`),
  heartbeat: encoder.encode(": heartbeat\n\n"),
  change: (answer: InboxAnswer) =>
    encoder.encode(`event: change\nid: ${answer.revision}\ndata: ${JSON.stringify(answer)}\n\n`),
};

/** What a slow reader may leave unread; beyond it the stream ends, and the tab comes back by itself. */
const UNREAD_BYTES_MAX = 256 * 1024;

/** Of every answer that is a stream of events. */
export const STREAM_HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  // `no-transform`: a proxy that compresses would hold events back.
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
};

/** The far end of a stream. Ending twice does no harm. */
export type StreamEnd = { send: (bytes: Uint8Array) => void; end: () => void };

/** Whose going away ends a stream. Kept whole: a `Request`'s signal tells of nothing once its request is collected. */
export type Leaving = { readonly signal: AbortSignal };

/**
 * A stream of bytes to one tab, until it goes away or does not read. `open` begins to send, and gives
 * what is to be done when the stream has ended, however that came.
 */
export function eventStream(
  { request, unreadBytesMax = UNREAD_BYTES_MAX }: { request: Leaving; unreadBytesMax?: number },
  open: (stream: StreamEnd) => () => void,
): ReadableStream<Uint8Array> {
  let stop = () => false;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let over = false;
        let leave = () => {};
        const end = () => {
          if (stop()) controller.close();
        };
        const send = (bytes: Uint8Array) => {
          if (over) return;
          if ((controller.desiredSize ?? 0) > 0) controller.enqueue(bytes);
          else end();
        };
        stop = () => {
          if (over) return false;
          over = true;
          request.signal.removeEventListener("abort", end);
          leave();
          return true;
        };
        if (request.signal.aborted) return end();
        request.signal.addEventListener("abort", end);
        const left = open({ send, end });
        if (over) left();
        else leave = left;
      },
      cancel() {
        stop();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: unreadBytesMax }),
  );
}

import type { WorkspaceId } from "@/core/ids";
import type { LiveTopic } from "@/core/live/topics";
import { MINUTE_MS } from "@/core/time";
import type { LiveHub } from "./hub";
import { wire } from "./wire";

const CHECK_EVERY_MS = MINUTE_MS;
/** What a slow reader may leave unread; beyond it the stream ends, and the tab comes back by itself. */
const UNREAD_BYTES_MAX = 256 * 1024;

export type Follower = {
  workspaceId: WorkspaceId;
  operatorId: string;
  topics: readonly LiveTopic[];
  lastId: string | null;
  /** Ends the stream, as the reader's cancelling does. */
  signal: AbortSignal;
  /** Asked every minute; false ends the stream. A failure to tell leaves it open until the next time. */
  mayStay: () => Promise<boolean>;
  checkEveryMs?: number | undefined;
  unreadBytesMax?: number;
};

/** The server-sent events of one tab, until it goes away, may no longer look, or does not read. */
export function streamOf(hub: LiveHub, follower: Follower): ReadableStream<Uint8Array> {
  const { workspaceId, operatorId, topics, lastId, signal, mayStay } = follower;
  const { checkEveryMs = CHECK_EVERY_MS, unreadBytesMax = UNREAD_BYTES_MAX } = follower;
  let stop = () => false;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let leave = () => {};
        const end = () => {
          if (stop()) controller.close();
        };
        const send = (bytes: Uint8Array) => {
          if ((controller.desiredSize ?? 0) > 0) controller.enqueue(bytes);
          else end();
        };
        const check = () =>
          mayStay().then(
            (may) => may || end(),
            () => {},
          );
        const timer = setInterval(check, checkEveryMs);
        timer.unref();
        stop = () => {
          stop = () => false;
          clearInterval(timer);
          signal.removeEventListener("abort", end);
          leave();
          return true;
        };
        if (signal.aborted) return end();
        signal.addEventListener("abort", end);
        send(wire.hello);
        leave = hub.join(workspaceId, { operatorId, topics, send, end }, lastId);
      },
      cancel() {
        stop();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: unreadBytesMax }),
  );
}

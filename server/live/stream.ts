import type { WorkspaceId } from "@/core/ids";
import type { LiveTopic } from "@/core/live/topics";
import { MINUTE_MS } from "@/core/time";
import { eventStream, type Leaving } from "./event-stream";
import type { LiveHub } from "./hub";
import { wire } from "./wire";

const CHECK_EVERY_MS = MINUTE_MS;

export type Follower = {
  workspaceId: WorkspaceId;
  operatorId: string;
  topics: readonly LiveTopic[];
  lastId: string | null;
  /** Ends the stream, as the reader's cancelling does. */
  request: Leaving;
  /** Asked every minute; false ends the stream. A failure to tell leaves it open until the next time. */
  mayStay: () => Promise<boolean>;
  checkEveryMs?: number | undefined;
  unreadBytesMax?: number;
};

/** The server-sent events of one tab, until it goes away, may no longer look, or does not read. */
export function streamOf(hub: LiveHub, follower: Follower): ReadableStream<Uint8Array> {
  const { workspaceId, operatorId, topics, lastId, mayStay } = follower;
  const { checkEveryMs = CHECK_EVERY_MS } = follower;
  return eventStream(follower, ({ send, end }) => {
    const check = () =>
      mayStay().then(
        (may) => may || end(),
        () => {},
      );
    const timer = setInterval(check, checkEveryMs);
    timer.unref();
    send(wire.hello);
    const leave = hub.join(workspaceId, { operatorId, topics, send, end }, lastId);
    return () => {
      clearInterval(timer);
      leave();
    };
  });
}

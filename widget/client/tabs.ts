import type { InboxAnswer } from "@/core/contracts/inbox";

/** What tabs of one person tell each other: answers, and how the one that follows is connected. */
export type Word =
  | { answer: InboxAnswer; isAll: boolean }
  | { connection: "live" | "polling" | "offline" };

export type Tabs = { tell(word: Word): void; leave(): void };

/**
 * Joins the tabs of one inbox, of which one at a time follows the server for all: `lead` is called
 * when it is this one's turn, and gives what ends it. Without the browser's help each leads itself.
 */
export function joinTabs(name: string, heard: (word: Word) => void, lead: () => () => void): Tabs {
  const locks = globalThis.navigator?.locks;
  const channel = locks && globalThis.BroadcastChannel ? new BroadcastChannel(name) : null;
  let stopLeading = () => {};
  const end = new AbortController();
  if (channel) {
    channel.onmessage = ({ data }) => heard(data);
    const turn = () =>
      new Promise<void>((release) => {
        if (end.signal.aborted) return release();
        const stop = lead();
        stopLeading = () => {
          stop();
          release();
        };
      });
    locks.request(name, { signal: end.signal }, turn).catch(() => {});
  } else stopLeading = lead();
  return {
    tell: (word) => channel?.postMessage(word),
    leave: () => {
      end.abort();
      stopLeading();
      channel?.close();
    },
  };
}

import type { InboxAnswer } from "@/core/contracts/inbox";
import { eventLines } from "./event-lines";
import type { Http } from "./http";
import type { Surroundings } from "./surroundings";
import { waitMs } from "./wait";

/** The server says at least something every 25 seconds. */
const SILENT_MS = 40_000;
const POLL_MS = 20_000;
/** After so many streams that failed one after the other, asking now and then has to do. */
const STREAM_TRIES = 3;
/** While polling, every so many times the stream is tried again. */
const POLLS_PER_STREAM = 15;
/** Between streams that the server ended by itself, at most. */
const NEXT_STREAM_MS = 1_000;

export type Follower = {
  /** Everything up to this revision is known. */
  since(): number;
  heard(answer: InboxAnswer): void;
  alive(connection: "live" | "polling"): void;
  lost(error: unknown): void;
};

/** What changed since, in one answer. */
export const changesSince = async (http: Http, since: number): Promise<InboxAnswer> =>
  (await http.ask(`/changes?since=${since}`)).json();

/** Follows one inbox by a stream, and by asking where streams do not come through. */
export function follow(http: Http, at: Surroundings, follower: Follower) {
  let isStopped = false;
  let leave = () => {};
  let wake = () => {};

  const pause = (ms: number): Promise<void> =>
    new Promise((done) => {
      const cancel = at.after(ms, done);
      wake = () => {
        cancel();
        done();
      };
    });

  /** Ends when the server ends the stream; throws when it fails, or says nothing for too long. */
  async function stream(): Promise<void> {
    const abort = new AbortController();
    leave = () => abort.abort();
    let cancel = at.after(SILENT_MS, leave);
    try {
      const since = follower.since();
      const response = await http.ask("/stream", {
        headers: { accept: "text/event-stream", "last-event-id": String(since) },
        signal: abort.signal,
      });
      const read = eventLines(({ event, text }) => {
        if (event === "change" && !isStopped) follower.heard(JSON.parse(text));
      });
      const reader = (response.body as ReadableStream<Uint8Array>).getReader();
      const decoder = new TextDecoder();
      for (;;) {
        const { done, value } = await reader.read();
        if (done || isStopped) return;
        cancel();
        cancel = at.after(SILENT_MS, leave);
        read(decoder.decode(value, { stream: true }));
        follower.alive("live");
      }
    } finally {
      cancel();
      abort.abort();
    }
  }

  async function run(): Promise<void> {
    let failures = 0;
    let tries = 0;
    let polls = 0;
    let isPollFailed = false;
    while (!isStopped) {
      const isPolling = failures >= STREAM_TRIES && ++polls % POLLS_PER_STREAM > 0;
      try {
        if (isPolling) {
          const answer = await changesSince(http, follower.since());
          if (isStopped) return;
          follower.heard(answer);
          follower.alive("polling");
          tries = 0;
          // It was the network and not the stream that failed.
          if (isPollFailed) failures = 0;
          isPollFailed = false;
          if (failures) await pause(POLL_MS);
        } else {
          await stream();
          failures = tries = 0;
          if (!isStopped) await pause(NEXT_STREAM_MS * at.random());
        }
      } catch (error) {
        if (isStopped) return;
        if (isPolling) isPollFailed = true;
        else failures++;
        follower.lost(error);
        await pause(waitMs(tries++, at.random()));
      }
    }
  }
  void run();

  return {
    /** Tries again at once if it waits. */
    wake: () => wake(),
    /** Gives a stream up that may be dead without a word. */
    drop: () => leave(),
    stop: () => {
      isStopped = true;
      leave();
      wake();
    },
  };
}

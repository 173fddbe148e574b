import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SECOND_MS } from "@/core/time";
import { FAILURES_MAX, HIDDEN_MS, LiveClient, type LiveNews, POLL_MS } from "./live-client";

/** A stream at its protocol: the events a browser gives, without a network. */
class Stream extends EventTarget {
  readyState = 1;
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
  }
  close() {
    this.readyState = 2;
  }
  say(name: string, data: unknown = {}, lastEventId = "h.0.1") {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data), lastEventId }));
  }
  fail() {
    this.readyState = 2;
    this.dispatchEvent(new Event("error"));
  }
}

let streams: Stream[];
let busy: boolean;
let hidden: boolean;
let client: LiveClient;
let news: LiveNews[];

const stream = () => {
  const last = streams.at(-1);
  if (!last) throw new Error("No stream was opened");
  return last;
};
const cases = (...ids: string[]) => ({ cases: ids.map((id) => ({ id, rev: 2 })) });
const wait = (ms: number) => vi.advanceTimersByTime(ms);
const idsIn = ({ changes }: LiveNews) =>
  changes.cases === "many" ? "many" : changes.cases?.map(({ id }) => id);

beforeEach(() => {
  vi.useFakeTimers();
  streams = [];
  news = [];
  busy = false;
  hidden = false;
  client = new LiveClient("acme", "h.0.0", {
    open: (url) => {
      const opened = new Stream(url);
      streams.push(opened);
      return opened;
    },
    isBusy: () => busy,
    isHidden: () => hidden,
  });
});
afterEach(() => {
  client.stop();
  vi.useRealTimers();
});

const follow = () => {
  const leave = client.subscribe(["cases"], (one) => news.push(one));
  wait(SECOND_MS);
  stream().say("beat");
  return leave;
};

test("all that follow something share one stream, from where the page stood", () => {
  client.subscribe(["cases"], () => {});
  client.subscribe(["messages", "cases"], () => {});
  wait(SECOND_MS);
  expect(streams).toHaveLength(1);
  expect(stream().url).toBe("/api/stream?workspace=acme&topics=cases%2Cmessages&lastEventId=h.0.0");
});

test("changes that come together are told together, and then not again for two seconds", () => {
  follow();
  stream().say("changes", cases("a"));
  stream().say("changes", cases("b"));
  expect(news).toEqual([]);
  wait(200);
  expect(news.map(idsIn)).toEqual([["a", "b"]]);
  stream().say("changes", cases("c"));
  wait(SECOND_MS);
  stream().say("changes", cases("d"));
  expect(news).toHaveLength(1);
  wait(SECOND_MS);
  expect(news.map(idsIn)).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
});

test("who follows cases hears nothing of messages", () => {
  follow();
  stream().say("changes", { messages: "many" });
  wait(5 * SECOND_MS);
  expect(news).toEqual([]);
});

test("nothing is told while a dialog is open; afterwards everything is, once", () => {
  follow();
  busy = true;
  stream().say("changes", cases("a"));
  wait(20 * SECOND_MS);
  stream().say("changes", cases("b"));
  expect(news).toEqual([]);
  busy = false;
  wait(SECOND_MS);
  expect(news.map(idsIn)).toEqual([["a", "b"]]);
});

test("pausing closes the stream and tells nothing; resuming goes on from the same place", () => {
  follow();
  stream().say("changes", cases("a"), "h.0.7");
  client.pause();
  wait(60 * SECOND_MS);
  expect([client.status().state, news, stream().readyState]).toEqual(["paused", [], 2]);
  client.resume();
  wait(SECOND_MS);
  expect(stream().url).toContain("lastEventId=h.0.7");
  expect(news.map(idsIn)).toEqual([["a"]]);
});

test("without a stream it asks every five seconds, and goes back to the stream when one holds", () => {
  follow();
  for (let i = 0; i < FAILURES_MAX; i++) {
    stream().fail();
    if (i < FAILURES_MAX - 1) expect(client.status().state).toBe("reconnecting");
    wait(5 * SECOND_MS);
  }
  expect(client.status().state).toBe("polling");
  wait(SECOND_MS);
  news.length = 0;
  wait(2 * POLL_MS);
  expect(news.map(({ reset }) => reset)).toEqual([true, true]);
  const before = streams.length;
  wait(30 * SECOND_MS);
  expect(streams.length).toBe(before + 1);
  stream().say("reset");
  expect(client.status().state).toBe("live");
  wait(3 * SECOND_MS);
  news.length = 0;
  wait(20 * SECOND_MS);
  expect(news).toEqual([]);
});

test("a connection that falls silent is given up and opened again", () => {
  follow();
  wait(44 * SECOND_MS);
  expect(streams).toHaveLength(1);
  wait(5 * SECOND_MS);
  expect(streams).toHaveLength(2);
});

test("a tab that stays hidden closes its stream after a minute, and fetches when it is seen again", () => {
  follow();
  hidden = true;
  client.visibilityChanged();
  wait(30 * SECOND_MS);
  stream().say("beat");
  wait(HIDDEN_MS - 31 * SECOND_MS);
  expect(stream().readyState).toBe(1);
  wait(SECOND_MS);
  expect(stream().readyState).toBe(2);
  hidden = false;
  client.visibilityChanged();
  expect(streams).toHaveLength(2);
  wait(SECOND_MS);
  expect(news).toEqual([{ reset: true, changes: {} }]);
});

test("what came while the tab was hidden for a moment is told when it is seen", () => {
  follow();
  hidden = true;
  client.visibilityChanged();
  stream().say("changes", cases("a"));
  wait(10 * SECOND_MS);
  expect(news).toEqual([]);
  hidden = false;
  client.visibilityChanged();
  wait(SECOND_MS);
  expect(news.map(idsIn)).toEqual([["a"]]);
});

test("going from page to page keeps the stream; a page that follows nothing closes it", () => {
  const leave = follow();
  leave();
  const leaveNext = client.subscribe(["cases"], () => {});
  wait(SECOND_MS);
  expect([streams.length, stream().readyState]).toEqual([1, 1]);
  leaveNext();
  wait(SECOND_MS);
  expect(stream().readyState).toBe(2);
});

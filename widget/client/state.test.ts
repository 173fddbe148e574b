import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { InboxAnswer, InboxItem, InboxView } from "@/core/contracts/inbox";
import { changed, type Operation } from "./operation";
import {
  allOf,
  arrivals,
  countsShown,
  isIn,
  type Known,
  listShown,
  merged,
  NOTHING,
  withFreshShown,
  withOperation,
  withoutOperation,
  withPage,
} from "./state";
import { itemOf, ModelServer } from "./testing-server";

const RUNS = 500;
/** For a machine that does much else meanwhile. */
const SLOW_MS = 300_000;
const VIEWS: InboxView[] = ["all", "todo", "snoozed", "archived"];

/** One tab: what it knows, and what of the server is under way to it. */
class Tab {
  known: Known = NOTHING;
  readonly server: ModelServer;
  /** Answers of the stream that have not come yet, in the stream's order. */
  readonly stream: InboxAnswer[] = [];
  /** Answers to operations; they may overtake each other and the stream. */
  readonly answers: { key: string; answer: InboxAnswer }[] = [];
  sent = 0;

  constructor(server: ModelServer) {
    this.server = server;
    this.reconnect();
    while (this.stream.length > 0) this.hear();
  }

  /** The stream breaks: what was under way in it is lost, and comes again in one answer. */
  reconnect(): void {
    this.stream.length = 0;
    this.stream.push(this.server.changes(this.known.followed));
  }

  hear(): void {
    const answer = this.stream.shift();
    if (answer) this.known = merged(this.known, answer, true);
  }

  act(operation: Operation): void {
    this.known = withOperation(this.known, operation);
  }

  /** The oldest operation reaches the server; its answer is then under way. */
  send(): void {
    const operation = this.known.operations[0];
    if (!operation || this.answers.length > 0) return;
    this.answers.push({ key: operation.key, answer: this.server.carryOut(operation) });
  }

  answered(): void {
    const next = this.answers.shift();
    if (!next) return;
    this.known = merged(withoutOperation(this.known, next.key), next.answer, false);
  }

  /** The answer was lost: the same operation is sent again. */
  lose(): void {
    this.answers.shift();
  }
}

const VERBS = ["seen", "read", "unread", "archive", "unarchive", "snooze", "unsnooze"] as const;

/** What the client makes of a verb for one item or for all. */
const meant = (
  known: Known,
  verb: (typeof VERBS)[number],
  isAll: boolean,
  id: string | undefined,
): Pick<Operation, "ids" | "upTo">[] =>
  isAll && (verb === "seen" || verb === "read")
    ? allOf(known, verb === "seen" ? "unseen" : "unread")
    : [{ ids: id ? [id] : [] }];

type Step =
  | { do: "act"; tab: number; verb: (typeof VERBS)[number]; item: number; all: boolean }
  | { do: "arrive" | "done" | "remove" | "elsewhere"; item: number }
  | { do: "hear" | "send" | "answered" | "lose" | "reconnect" | "repeat" | "tell"; tab: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant("act" as const),
    tab: fc.nat(1),
    verb: fc.constantFrom(...VERBS),
    item: fc.nat(7),
    all: fc.boolean(),
  }),
  fc.record({
    do: fc.constantFrom(
      "arrive" as const,
      "done" as const,
      "remove" as const,
      "elsewhere" as const,
    ),
    item: fc.nat(7),
  }),
  fc.record({
    do: fc.constantFrom(
      "hear" as const,
      "send" as const,
      "answered" as const,
      "lose" as const,
      "reconnect" as const,
      "repeat" as const,
      "tell" as const,
    ),
    tab: fc.nat(1),
  }),
);

function run(server: ModelServer, tabs: [Tab, Tab], steps: readonly Step[]): void {
  let made = 0;
  for (const next of steps) {
    const ids = [...server.items.keys()];
    const at = "item" in next ? ids[next.item % Math.max(1, ids.length)] : undefined;
    const tab = tabs["tab" in next ? (next.tab as 0 | 1) : 0];
    const other = tabs["tab" in next && next.tab === 0 ? 1 : 0];
    const key = `k${made++}`;
    const before = server.revision;
    if (next.do === "arrive") server.arrive();
    else if (next.do === "act") {
      for (const [part, which] of meant(tab.known, next.verb, next.all, at).entries()) {
        tab.act({ key: `${key}.${part}`, verb: next.verb, ...which, until: "2030", at: "2029" });
      }
    } else if (next.do === "done" && at) server.change(at, (item) => ({ ...item, todo: false }));
    else if (next.do === "elsewhere" && at) {
      server.change(at, (item) => ({ ...item, readAt: item.readAt ? null : "2028" }));
    } else if (next.do === "remove" && at) server.remove(at);
    else if (next.do === "hear") tab.hear();
    else if (next.do === "send") tab.send();
    else if (next.do === "answered") tab.answered();
    else if (next.do === "lose") tab.lose();
    else if (next.do === "reconnect") tab.reconnect();
    else if (next.do === "repeat") tab.known = merged(tab.known, server.changes(0), true);
    else if (next.do === "tell" && other.answers[0]) {
      tab.known = merged(tab.known, other.answers[0].answer, false);
    }
    if (server.revision > before) for (const one of tabs) one.stream.push(server.changes(before));
    for (const { known } of tabs) {
      const shown = countsShown(known);
      for (const count of Object.values(shown ?? {})) expect(count).toBeGreaterThanOrEqual(0);
    }
  }
}

function settle(tabs: readonly Tab[]): void {
  for (const tab of tabs) {
    while (tab.known.operations.length > 0) {
      tab.send();
      tab.answered();
    }
  }
  for (const tab of tabs) {
    tab.reconnect();
    tab.hear();
  }
}

describe("whatever happens in whatever order, in two tabs", () => {
  test(
    "once everything is answered, the badge is the server's",
    () => {
      fc.assert(
        fc.property(fc.nat(6), fc.array(step, { maxLength: 60 }), (begun, steps) => {
          const server = new ModelServer();
          for (let item = 0; item < begun; item++) server.arrive();
          const tabs: [Tab, Tab] = [new Tab(server), new Tab(server)];
          run(server, tabs, steps);
          settle(tabs);
          for (const { known } of tabs) {
            expect(known.operations).toEqual([]);
            expect(countsShown(known)).toEqual(server.counts());
            for (const item of known.items.values())
              expect(item).toEqual(server.items.get(item.id));
          }
        }),
        { numRuns: RUNS },
      );
    },
    SLOW_MS,
  );

  test(
    "without news of others, each operation moves the counts at once to what the server will say",
    () => {
      const acts = fc.array(
        fc.record({
          verb: fc.constantFrom(...VERBS),
          item: fc.nat(5),
          all: fc.boolean(),
          sends: fc.nat(3),
        }),
        { maxLength: 30 },
      );
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 6 }), acts, (begun, all) => {
          const server = new ModelServer();
          for (let item = 0; item < begun; item++) server.arrive();
          const tab = new Tab(server);
          const expected = new ModelServer(server);
          for (const [at, act] of all.entries()) {
            const id = [...server.items.keys()][act.item % begun] ?? "";
            for (const [part, which] of meant(tab.known, act.verb, act.all, id).entries()) {
              const key = `k${at}.${part}`;
              tab.act({ key, verb: act.verb, ...which, until: "2030", at: "2029" });
            }
            const isAll = act.all && (act.verb === "seen" || act.verb === "read");
            for (const item of expected.items.values()) {
              if (isAll ? !isIn("all", item) : item.id !== id) continue;
              const own = { key: "", verb: act.verb, ids: [item.id], until: "2030", at: "2029" };
              expected.items.set(item.id, changed(item, own));
            }
            expect(countsShown(tab.known)).toEqual(expected.counts());
            for (let sent = 0; sent < act.sends; sent++) {
              tab.send();
              tab.answered();
              expect(countsShown(tab.known)).toEqual(expected.counts());
            }
          }
        }),
        { numRuns: RUNS },
      );
    },
    SLOW_MS,
  );
});

const answerOf = (items: InboxItem[], revision: number, owner = "ana"): InboxAnswer => ({
  owner,
  revision,
  counts: { all: items.length, unseen: 0, unread: 0, todo: 0, snoozed: 0, archived: 0 },
  items,
  removed: [],
  reset: false,
});

test("all that is unread becomes read, also what was never fetched", () => {
  const counts = { all: 40, unseen: 40, unread: 40, todo: 0, snoozed: 0, archived: 0 };
  const known = merged(NOTHING, { ...answerOf([itemOf(1, 9)], 9), counts }, true);
  const read = withOperation(known, { key: "k", verb: "read", upTo: 9, at: "2029" });
  expect(countsShown(read)?.unread).toBe(0);
  expect(countsShown(read)?.all).toBe(40);
});

test("another person's answer drops everything of the one before, also what was not sent", () => {
  const known = withOperation(merged(NOTHING, answerOf([itemOf(1, 3)], 3), true), {
    key: "k",
    verb: "read",
    ids: ["1"],
    at: "2029",
  });
  const next = merged(known, answerOf([itemOf(2, 1)], 1, "ben"), false);
  expect([...next.items.keys()]).toEqual([itemOf(2, 1).id]);
  expect(next.operations).toEqual([]);
  expect(next.revision).toBe(1);
});

test("what arrives while a list is open waits until it is asked for, what merely changed does not", () => {
  const page = { ...answerOf([itemOf(2, 2), itemOf(1, 1)], 2), nextCursor: null };
  const known = withPage(NOTHING, "all", page);
  const news = answerOf([itemOf(3, 3), { ...itemOf(1, 4), readAt: "2029" }], 4);
  expect(arrivals(known, news).map(({ id }) => id)).toEqual([itemOf(3, 3).id]);
  const next = merged(known, news, true);
  expect(listShown(next, "all")).toMatchObject({ fresh: 1, items: [{ id: "2" }, { id: "1" }] });
  expect(listShown(withFreshShown(next, "all"), "all")).toMatchObject({
    fresh: 0,
    items: [{ id: "3" }, { id: "2" }, { id: "1" }],
  });
  expect(arrivals(next, news)).toEqual([]);
});

test("an answer that the stream has overtaken brings back nothing that is gone", () => {
  const known = merged(NOTHING, answerOf([itemOf(1, 1)], 1), true);
  const gone = merged(known, { ...answerOf([], 2), removed: ["1"] }, true);
  expect(merged(gone, answerOf([itemOf(1, 1)], 1), false).items.size).toBe(0);
});

test("a list shows no item beyond the pages that were fetched", () => {
  const page = { ...answerOf([itemOf(9, 9), itemOf(8, 8)], 9), nextCursor: "c" };
  const known = merged(
    withPage(NOTHING, "all", page),
    answerOf([{ ...itemOf(2, 10), seenAt: "2029" }], 10),
    true,
  );
  expect(listShown(known, "all").items.map(({ id }) => id)).toEqual(["9", "8"]);
});

test("every item stands in one list, to do being a part of all", () => {
  for (const archivedAt of [null, "2029"]) {
    for (const snoozedUntil of [null, "2029"]) {
      const item = { ...itemOf(1, 1), archivedAt, snoozedUntil };
      expect(VIEWS.filter((view) => view !== "todo" && isIn(view, item))).toHaveLength(1);
    }
  }
});

import type { InboxAnswer } from "@/core/contracts/inbox";
import { changesSince, follow } from "./follow";
import { type Http, reasonOf } from "./http";
import type { InboxEvent, InboxOptions, InboxState } from "./inbox";
import { type Known, merged, NOTHING, withoutOperation } from "./state";
import type { Surroundings } from "./surroundings";
import { joinTabs, type Tabs, type Word } from "./tabs";
import { waitMs } from "./wait";
import { createWaiting } from "./waiting";

const KEPT_MAX = 50;
const SAVE_AFTER_MS = 1_000;
const OFFLINE_AFTER_MS = 10_000;
/** A tab that hears so long nothing of the one that follows asks the server itself. */
const FORSAKEN_MS = 60_000;

export type Aside = Pick<InboxState, "connection" | "isStale" | "pressing" | "failed">;

/** The inbox as it stands in this page, which is all that a first look at it needs. */
export type Core = {
  options: InboxOptions;
  /** Tells this tab from the person's others. */
  tab: string;
  http: Http;
  at: Surroundings;
  known(): Known;
  aside(): Aside;
  set(next: Known, change?: Partial<Aside>): void;
  say(event: InboxEvent): void;
  /** `isOwn` unless another tab has told it; `done` is the operation that it answers. */
  take(answer: InboxAnswer, isAll: boolean, isOwn?: boolean, done?: string): void;
};

export type Staying = {
  /** Something of what is known has changed since `before`. */
  changed(before: Known): void;
  /** An answer that this tab got for all. */
  heard(answer: InboxAnswer, isAll: boolean): void;
  /** Follows the inbox of whoever it now belongs to. */
  join(): void;
  /** Sends what waits. */
  send(): void;
  stop(): void;
};

/**
 * What lets an inbox stay open: it follows the server, one tab for all, sends what was done and keeps
 * it while it cannot, and keeps the last items for the next visit.
 */
export function stay({ options, tab, http, at, known, aside, set, say, take }: Core): Staying {
  const key = `${options.baseUrl} ${options.key ?? ""}`;
  const waiting = createWaiting(at.storage, key, tab);
  let isStopped = false;
  let isSending = false;
  let tabs: Tabs | null = null;
  let following: ReturnType<typeof follow> | null = null;
  const cancel: Partial<Record<"save" | "offline" | "forsaken" | "send" | "begin", () => void>> =
    {};

  function later(what: keyof typeof cancel, ms: number, run: () => void): void {
    cancel[what]?.();
    cancel[what] = at.after(ms, () => {
      delete cancel[what];
      run();
    });
  }

  function save(): void {
    const { owner, counts, followed: revision, items: all } = known();
    if (!owner || !counts) return;
    const items = [...all.values()]
      .sort((a, b) => (a.arrivedAt < b.arrivedAt ? 1 : -1))
      .slice(0, KEPT_MAX);
    const answer = { owner, counts, revision, items: [], removed: [], reset: false };
    at.save(key, { answer, items }).catch(() => {});
  }

  function changed(before: Known): void {
    const { owner, operations, items } = known();
    if (before.operations !== operations && owner) waiting.save(owner, operations);
    if (options.keep !== false && !cancel.save && items !== before.items) {
      later("save", SAVE_AFTER_MS, save);
    }
  }

  /** What was kept is shown only to the person it belongs to: the page's token says who that is. */
  async function restore(): Promise<void> {
    if (options.keep === false) return;
    try {
      const [kept, owner] = await Promise.all([at.load(key), http.owner()]);
      const now = known();
      if (isStopped || !kept || kept.answer.owner !== owner || now.items.size > 0) return;
      const { answer, items } = kept;
      const { operations, lists } = now;
      const before = merged(NOTHING, { ...answer, items }, true);
      const counts = now.counts ?? answer.counts;
      const revision = Math.max(now.revision, answer.revision);
      set({ ...before, operations, lists, counts, revision }, { isStale: !now.counts });
    } catch {
      // Nothing kept, or nobody to show it to.
    }
  }

  function connected(connection: "live" | "polling" | "offline"): void {
    if (connection !== "offline") {
      cancel.offline?.();
      delete cancel.offline;
      send();
    }
    if (aside().connection !== connection) set(known(), { connection });
  }

  function lost(error: unknown): void {
    if (!cancel.offline && aside().connection !== "offline") {
      later("offline", OFFLINE_AFTER_MS, () => {
        connected("offline");
        tabs?.tell({ connection: "offline" });
      });
    }
    say({ type: "failed", what: "follow", why: reasonOf(error) });
  }

  async function begin(tries = 0): Promise<void> {
    try {
      const { followed } = known();
      if (followed && !aside().isStale) return join();
      const answer = followed
        ? await changesSince(http, followed)
        : await (await http.ask("/counts")).json();
      if (isStopped) return;
      take(answer, true);
      join();
    } catch (error) {
      if (isStopped) return;
      lost(error);
      later("begin", waitMs(tries, at.random()), () => void begin(tries + 1));
    }
  }

  function join(): void {
    const { owner } = known();
    if (!owner || isStopped) return;
    tabs?.leave();
    tabs = joinTabs(`followthrough ${options.baseUrl} ${owner}`, heardOfTab, lead);
    forsaken();
    void waiting
      .adopt(owner)
      .then((operations) => {
        const now = known();
        if (now.owner !== owner || operations.length === 0) return;
        set({ ...now, operations: [...operations, ...now.operations] });
        send();
      })
      .catch(() => {});
  }

  function lead(): () => void {
    const mine = follow(http, at, {
      since: () => known().followed,
      heard: (answer) => take(answer, true),
      alive: (connection) => {
        connected(connection);
        tabs?.tell({ connection });
        forsaken();
      },
      lost,
    });
    following = mine;
    return () => {
      mine.stop();
      following = null;
    };
  }

  function heardOfTab(word: Word): void {
    forsaken();
    if ("connection" in word) connected(word.connection);
    else if (word.answer.owner === known().owner) take(word.answer, word.isAll, false);
  }

  /** The tab that follows may be asleep: then this one asks now and then. */
  function forsaken(): void {
    later("forsaken", FORSAKEN_MS, () => {
      forsaken();
      if (!following) {
        changesSince(http, known().followed).then((answer) => {
          take(answer, true);
          connected("polling");
        }, lost);
      }
    });
  }

  /** Sends what waits, in the order it was done. */
  async function sendAll(): Promise<void> {
    for (let tries = 0; !isStopped; ) {
      const { owner, operations } = known();
      const [next] = operations;
      if (!next) return;
      const { verb, key: id, at: _, ...which } = next;
      const about = which.ids ? { ids: which.ids } : { all: true, upTo: which.upTo };
      const body = verb === "snooze" ? { ids: which.ids, until: which.until } : about;
      try {
        const headers = { "idempotency-key": id };
        const response = await http.ask(`/${verb}`, { method: "POST", body, headers, owner });
        const answer: InboxAnswer = await response.json();
        tries = 0;
        take(answer, false, true, id);
        if (answer.owner !== owner) return;
      } catch (error) {
        const why = reasonOf(error);
        if (why !== "refused") {
          later("send", waitMs(tries, at.random()), send);
          return;
        }
        const failed = new Map(aside().failed);
        for (const item of which.ids ?? []) failed.set(item, { what: verb, why });
        set(withoutOperation(known(), id), { failed });
        say({ type: "failed", what: verb, why });
      }
    }
  }

  function send(): void {
    if (isSending || isStopped || known().operations.length === 0) return;
    isSending = true;
    void sendAll().finally(() => {
      isSending = false;
    });
  }

  const wake = (): void => {
    following?.wake();
    send();
  };
  const drop = (): void => following?.drop();
  globalThis.addEventListener?.("online", wake);
  globalThis.addEventListener?.("offline", drop);
  changed(NOTHING);
  void restore().then(() => {
    if (!isStopped) void begin();
  });

  return {
    changed,
    heard: (answer, isAll) => tabs?.tell({ answer, isAll }),
    join,
    send,
    stop() {
      isStopped = true;
      globalThis.removeEventListener?.("online", wake);
      globalThis.removeEventListener?.("offline", drop);
      for (const end of Object.values(cancel)) end();
      tabs?.leave();
      tabs = null;
      waiting.leave();
    },
  };
}

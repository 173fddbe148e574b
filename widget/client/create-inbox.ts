import type {
  InboxAnswer,
  InboxPage,
  InboxPreferences,
  InboxPressed,
  InboxView,
} from "@/core/contracts/inbox";
import { browser } from "./browser";
import { changesSince, follow, waitMs } from "./follow";
import { createHttp, InboxError } from "./http";
import type { Inbox, InboxEvent, InboxFailure, InboxOptions, InboxState } from "./inbox";
import type { Operation } from "./operation";
import {
  allOf,
  arrivals,
  countsShown,
  type Known,
  listShown,
  merged,
  NOTHING,
  withFreshShown,
  withLoading,
  withOperation,
  withoutOperation,
  withPage,
} from "./state";
import type { Surroundings } from "./surroundings";
import { joinTabs, type Tabs, type Word } from "./tabs";
import { createWaiting } from "./waiting";

const KEPT_MAX = 50;
const IDS_MAX = 200;
/** More than anybody does without a connection. */
const OPERATIONS_MAX = 500;
const SAVE_AFTER_MS = 1_000;
const OFFLINE_AFTER_MS = 10_000;
/** A tab that hears so long nothing of the one that follows asks the server itself. */
const FORSAKEN_MS = 60_000;

/**
 * The inbox of whoever the page's tokens are for. `first` is what the page's loader has already
 * asked for. Nothing is fetched before `start()`.
 */
export function createInbox(
  options: InboxOptions,
  first: InboxAnswer | null = null,
  at: Surroundings = browser(),
): Inbox {
  const key = `${options.baseUrl} ${options.key ?? ""}`;
  const http = createHttp(options, at.now);
  const waiting = createWaiting(at.storage, key, crypto.randomUUID());
  const listeners = new Set<(state: InboxState) => void>();
  const ears = new Set<(event: InboxEvent) => void>();
  let known: Known = NOTHING;
  let aside: Pick<InboxState, "connection" | "isStale" | "pressing" | "failed"> = {
    connection: "starting",
    isStale: false,
    pressing: new Map(),
    failed: new Map(),
  };
  let state: InboxState = stateOf();
  let isRunning = false;
  let isSending = false;
  let tabs: Tabs | null = null;
  let following: ReturnType<typeof follow> | null = null;
  const cancel: Partial<Record<"save" | "offline" | "forsaken" | "send" | "begin", () => void>> =
    {};

  function stateOf(): InboxState {
    const lists: Partial<Record<InboxView, ReturnType<typeof listShown>>> = {};
    for (const view of Object.keys(known.lists) as InboxView[])
      lists[view] = listShown(known, view);
    return { ...aside, counts: countsShown(known), revision: known.revision, lists };
  }

  function later(what: keyof typeof cancel, ms: number, run: () => void): void {
    cancel[what]?.();
    cancel[what] = at.after(ms, () => {
      delete cancel[what];
      run();
    });
  }

  function set(next: Known, change: Partial<typeof aside> = {}): void {
    const before = known;
    known = next;
    aside = { ...aside, ...change };
    if (before.operations !== next.operations && next.owner) {
      waiting.save(next.owner, next.operations);
    }
    if (options.keep !== false && !cancel.save && next.items !== before.items) {
      later("save", SAVE_AFTER_MS, save);
    }
    state = stateOf();
    for (const changed of listeners) changed(state);
  }

  const say = (event: InboxEvent): void => {
    for (const heard of ears) heard(event);
  };

  function save(): void {
    const { owner, counts, followed: revision } = known;
    if (!owner || !counts) return;
    const items = [...known.items.values()]
      .sort((a, b) => (a.arrivedAt < b.arrivedAt ? 1 : -1))
      .slice(0, KEPT_MAX);
    const answer = { owner, counts, revision, items: [], removed: [], reset: false };
    at.save(key, { answer, items }).catch(() => {});
  }

  /** What was kept is shown only to the person it belongs to: the page's token says who that is. */
  async function restore(): Promise<void> {
    if (options.keep === false) return;
    try {
      const [kept, owner] = await Promise.all([at.load(key), http.owner()]);
      if (!kept || kept.answer.owner !== owner || known.items.size > 0) return;
      const { answer, items } = kept;
      const before = merged(NOTHING, { ...answer, items }, true);
      const now = known.counts ?? answer.counts;
      const revision = Math.max(known.revision, answer.revision);
      set(
        { ...known, ...before, lists: known.lists, counts: now, revision, fresh: new Set() },
        { isStale: !known.counts },
      );
    } catch {
      // Nothing kept, or nobody to show it to.
    }
  }

  function take(answer: InboxAnswer, isAll: boolean, isOwn = true): void {
    const isOther = known.owner !== null && known.owner !== answer.owner;
    const news = isAll && !isOther ? arrivals(known, answer) : [];
    const open = isOther || answer.reset ? (Object.keys(known.lists) as InboxView[]) : [];
    set(merged(known, answer, isAll), { isStale: false });
    if (isOwn) tabs?.tell({ answer, isAll });
    if (isOther) join();
    for (const view of open) void fetchPage(view, false);
    if (news.length > 0) say({ type: "arrived", items: news });
  }

  function connected(connection: "live" | "polling" | "offline"): void {
    if (connection !== "offline") {
      cancel.offline?.();
      delete cancel.offline;
      send();
    }
    if (aside.connection !== connection) set(known, { connection });
  }

  function lost(error: unknown): void {
    if (!cancel.offline && aside.connection !== "offline") {
      later("offline", OFFLINE_AFTER_MS, () => {
        connected("offline");
        tabs?.tell({ connection: "offline" });
      });
    }
    say({ type: "failed", what: "follow", why: reasonOf(error) });
  }

  async function begin(tries = 0): Promise<void> {
    try {
      if (known.followed && !aside.isStale) return join();
      const answer = known.followed
        ? await changesSince(http, known.followed)
        : await (await http.ask("/counts")).json();
      if (!isRunning) return;
      take(answer, true);
      join();
    } catch (error) {
      if (!isRunning) return;
      lost(error);
      later("begin", waitMs(tries, at.random()), () => void begin(tries + 1));
    }
  }

  function join(): void {
    const { owner } = known;
    if (!owner || !isRunning) return;
    tabs?.leave();
    tabs = joinTabs(`followthrough ${options.baseUrl} ${owner}`, heardOfTab, lead);
    forsaken();
    void waiting
      .adopt(owner)
      .then((operations) => {
        if (known.owner !== owner || operations.length === 0) return;
        set({ ...known, operations: [...operations, ...known.operations] });
        send();
      })
      .catch(() => {});
  }

  function lead(): () => void {
    const mine = follow(http, at, {
      since: () => known.followed,
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
    else if (word.answer.owner === known.owner) take(word.answer, word.isAll, false);
  }

  /** The tab that follows may be asleep: then this one asks now and then. */
  function forsaken(): void {
    later("forsaken", FORSAKEN_MS, () => {
      forsaken();
      if (!following) {
        changesSince(http, known.followed).then((answer) => {
          take(answer, true);
          connected("polling");
        }, lost);
      }
    });
  }

  function act(operation: Omit<Operation, "key" | "at">): void {
    const { ids } = operation;
    if (ids && ids.length > IDS_MAX) {
      act({ ...operation, ids: ids.slice(0, IDS_MAX) });
      act({ ...operation, ids: ids.slice(IDS_MAX) });
      return;
    }
    if (ids?.length === 0 || known.operations.length >= OPERATIONS_MAX) return;
    const when = new Date(at.now()).toISOString();
    const failed = new Map(aside.failed);
    for (const id of ids ?? []) failed.delete(id);
    set(withOperation(known, { ...operation, key: crypto.randomUUID(), at: when }), { failed });
    send();
  }

  /** Sends what waits, in the order it was done. */
  async function sendAll(): Promise<void> {
    for (let tries = 0; known.operations[0] && isRunning; ) {
      const { verb, key: id, at: _, ...which } = known.operations[0];
      const about = which.ids ? { ids: which.ids } : { all: true, upTo: which.upTo };
      const body = verb === "snooze" ? { ids: which.ids, until: which.until } : about;
      try {
        const headers = { "idempotency-key": id };
        const { owner } = known;
        const response = await http.ask(`/${verb}`, { method: "POST", body, headers, owner });
        const answer: InboxAnswer = await response.json();
        tries = 0;
        if (answer.owner !== owner) return take(answer, false);
        known = withoutOperation(known, id);
        waiting.save(owner, known.operations);
        take(answer, false);
      } catch (error) {
        const why = reasonOf(error);
        if (why !== "refused") {
          later("send", waitMs(tries, at.random()), send);
          return;
        }
        const failed = new Map(aside.failed);
        for (const item of which.ids ?? []) failed.set(item, { what: verb, why });
        set(withoutOperation(known, id), { failed });
        say({ type: "failed", what: verb, why });
      }
    }
  }

  function send(): void {
    if (isSending || !isRunning || known.operations.length === 0) return;
    isSending = true;
    void sendAll().finally(() => {
      isSending = false;
    });
  }

  async function fetchPage(view: InboxView, isMore: boolean): Promise<void> {
    const list = known.lists[view];
    if (list?.isLoading || (isMore && !list?.cursor)) return;
    const cursor = isMore && list?.cursor ? `&cursor=${encodeURIComponent(list.cursor)}` : "";
    set(withLoading(known, view, true));
    try {
      let page: InboxPage | undefined;
      // One that the stream has overtaken may hold what is gone.
      for (let tries = 0; tries < 3 && (!page || page.revision < known.followed); tries++) {
        page = await (await http.ask(`/items?view=${view}&limit=20${cursor}`)).json();
      }
      if (!page) return;
      if (known.owner && known.owner !== page.owner) take(page, false);
      set(withPage(known, view, page), { isStale: false });
    } catch (error) {
      set(withLoading(known, view, false));
      say({ type: "failed", what: "items", why: reasonOf(error) });
    }
  }

  async function pressed(id: string, path: string, body: unknown, action: string) {
    const failed = new Map(aside.failed);
    failed.delete(id);
    set(known, { failed, pressing: new Map(aside.pressing).set(id, { action }) });
    const settle = () => {
      const pressing = new Map(aside.pressing);
      pressing.delete(id);
      return pressing;
    };
    try {
      if (aside.connection === "offline") throw new InboxError("offline");
      const { owner } = known;
      const response = await http.ask(`/actions/${id}${path}`, { method: "POST", body, owner });
      const answer: InboxPressed = await response.json();
      aside = { ...aside, pressing: settle() };
      take(answer, false);
      return answer;
    } catch (error) {
      const why = reasonOf(error);
      const failures = new Map(aside.failed).set(id, { what: path ? "undo" : "press", why });
      set(known, { pressing: settle(), failed: failures });
      say({ type: "failed", what: path ? "undo" : "press", why });
      throw error;
    }
  }

  const wake = (): void => {
    following?.wake();
    send();
  };

  const inbox: Inbox = {
    get state() {
      return state;
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    on(heard) {
      ears.add(heard);
      return () => ears.delete(heard);
    },
    start() {
      if (isRunning) return;
      isRunning = true;
      if (first && !known.counts) set(merged(known, first, true));
      globalThis.addEventListener?.("online", wake);
      void restore().then(() => {
        if (isRunning) void begin();
      });
    },
    stop() {
      isRunning = false;
      globalThis.removeEventListener?.("online", wake);
      for (const end of Object.values(cancel)) end();
      tabs?.leave();
      tabs = null;
      waiting.leave();
    },
    open: async (view) => {
      set(withFreshShown(known, view));
      const list = known.lists[view];
      if (!list || list.cursor === undefined) await fetchPage(view, false);
    },
    more: (view) => fetchPage(view, true),
    showFresh: (view) => set(withFreshShown(known, view)),
    seen() {
      for (const which of allOf(known, "unseen")) act({ verb: "seen", ...which });
    },
    read: (ids) => act({ verb: "read", ids }),
    readAll() {
      for (const which of allOf(known, "unread")) act({ verb: "read", ...which });
    },
    unread: (ids) => act({ verb: "unread", ids }),
    archive: (ids) => act({ verb: "archive", ids }),
    unarchive: (ids) => act({ verb: "unarchive", ids }),
    snooze: (ids, until) => act({ verb: "snooze", ids, until: new Date(until).toISOString() }),
    unsnooze: (ids) => act({ verb: "unsnooze", ids }),
    press: async (id, press) => {
      const answer = await pressed(id, "", press, press.action);
      const item = answer.items.find((one) => one.id === id);
      if (item) say({ type: "pressed", item, result: answer.result });
      return answer;
    },
    undo: (id) => pressed(id, "/undo", {}, "undo"),
    preferences: async () => (await http.ask("/preferences")).json(),
    changePreferences: async (body): Promise<InboxPreferences> =>
      (await http.ask("/preferences", { method: "PUT", body, owner: known.owner })).json(),
  };
  return inbox;
}

const reasonOf = (error: unknown): InboxFailure =>
  error instanceof InboxError ? error.why : "server";

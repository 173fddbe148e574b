import type {
  InboxAnswer,
  InboxPage,
  InboxPreferences,
  InboxPressed,
  InboxView,
} from "@/core/contracts/inbox";
import { browser } from "./browser";
import { createHttp, InboxError, reasonOf } from "./http";
import type { Inbox, InboxEvent, InboxOptions, InboxState } from "./inbox";
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
import type { Aside, Core, Staying } from "./staying";
import type { Surroundings } from "./surroundings";
import { waitMs } from "./wait";

const IDS_MAX = 200;
/** More than anybody does without a connection. */
const OPERATIONS_MAX = 500;

/**
 * The inbox of whoever the page's tokens are for. `first` is what the page's loader has already
 * asked for. Nothing is fetched before `start()`; what lets it stay open comes once there is time, and
 * what was done until then is sent then.
 */
export function createInbox(
  options: InboxOptions,
  first: InboxAnswer | null = null,
  at: Surroundings = browser(),
): Inbox {
  const http = createHttp(options, at.now);
  const listeners = new Set<(state: InboxState) => void>();
  const ears = new Set<(event: InboxEvent) => void>();
  let known: Known = NOTHING;
  let aside: Aside = {
    connection: "starting",
    isStale: false,
    pressing: new Map(),
    failed: new Map(),
  };
  let state: InboxState = stateOf();
  let isRunning = false;
  let staying: Staying | null = null;
  let cancel = (): void => {};

  function stateOf(): InboxState {
    const lists: Partial<Record<InboxView, ReturnType<typeof listShown>>> = {};
    for (const view of Object.keys(known.lists) as InboxView[])
      lists[view] = listShown(known, view);
    return { ...aside, counts: countsShown(known), revision: known.revision, lists };
  }

  function set(next: Known, change: Partial<Aside> = {}): void {
    const before = known;
    known = next;
    aside = { ...aside, ...change };
    staying?.changed(before);
    state = stateOf();
    for (const changed of listeners) changed(state);
  }

  const say = (event: InboxEvent): void => {
    for (const heard of ears) heard(event);
  };

  function take(answer: InboxAnswer, isAll: boolean, isOwn = true, done?: string): void {
    const isOther = known.owner !== null && known.owner !== answer.owner;
    const news = isAll && !isOther ? arrivals(known, answer) : [];
    const open = isOther || answer.reset ? (Object.keys(known.lists) as InboxView[]) : [];
    set(merged(done ? withoutOperation(known, done) : known, answer, isAll), { isStale: false });
    if (isOwn) staying?.heard(answer, isAll);
    if (isOther) staying?.join();
    for (const view of open) void fetchPage(view, false);
    if (news.length > 0) say({ type: "arrived", items: news });
  }

  const core: Core = {
    options,
    tab: crypto.randomUUID(),
    http,
    at,
    known: () => known,
    aside: () => aside,
    set,
    say,
    take,
  };

  async function load(tries = 0): Promise<void> {
    try {
      await at.rest();
      const { stay } = await import("./staying");
      if (!isRunning || staying) return;
      staying = stay(core);
      staying.send();
    } catch {
      if (isRunning) cancel = at.after(waitMs(tries, at.random()), () => void load(tries + 1));
    }
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
    staying?.send();
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
      void load();
    },
    stop() {
      isRunning = false;
      cancel();
      staying?.stop();
      staying = null;
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

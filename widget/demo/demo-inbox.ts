import type { InboxAnswer, InboxItem, InboxPreferences, InboxView } from "@/core/contracts/inbox";
import type { Inbox, InboxEvent, InboxState } from "../client/inbox";
import { changed, type Operation } from "../client/operation";
import { countsOf, isIn } from "../client/state";
import { demoItems } from "./demo-items";

const UNDO_MS = 10_000;

/** An inbox with sample messages that works in the page alone: no token, no request, nothing kept. */
export function demoInbox(lang: string): Inbox {
  const now = () => Date.now();
  const listeners = new Set<(state: InboxState) => void>();
  const ears = new Set<(event: InboxEvent) => void>();
  const before = new Map<string, InboxItem>();
  const opened = new Set<InboxView>();
  let revision = 1;
  let items = demoItems(lang, now());
  let preferences: InboxPreferences = {
    url: "https://example.com/",
    pausedUntil: null,
    topics: items.map(({ topic }, at) => ({
      key: topic?.key ?? "",
      name: topic?.name ?? "",
      description: null,
      required: at === 0,
      frequency: "as_it_happens",
      channels: [
        { channel: "email", on: true, reachable: true },
        { channel: "in_app", on: true, reachable: true },
        { channel: "sms", on: true, reachable: false },
      ],
    })),
  };

  const stateOf = (): InboxState => ({
    counts: countsOf(items),
    revision,
    lists: Object.fromEntries(
      [...opened].map((view) => {
        const list = items.filter((item) => isIn(view, item));
        return [view, { items: list, isLoading: false, hasMore: false, fresh: 0 }];
      }),
    ),
    connection: "live",
    isStale: false,
    pressing: new Map(),
    failed: new Map(),
  });
  let state = stateOf();

  const set = (next: InboxItem[]): void => {
    items = next;
    state = stateOf();
    for (const heard of listeners) heard(state);
  };
  const act = (verb: Operation["verb"], which: Pick<Operation, "ids" | "upTo">, until?: number) => {
    const at = new Date(now()).toISOString();
    const operation: Operation = { key: "", verb, at, ...which };
    if (until) operation.until = new Date(until).toISOString();
    revision++;
    set(
      items.map((item) => {
        const next = changed(item, operation);
        return next === item ? item : { ...next, revision };
      }),
    );
  };
  const by = (verb: Operation["verb"]) => (ids: readonly string[]) => act(verb, { ids });
  const replace = (item: InboxItem): InboxAnswer => {
    revision++;
    const next = { ...item, revision };
    set(items.map((one) => (one.id === item.id ? next : one)));
    const counts = countsOf(items);
    return { owner: "demo", revision, counts, items: [next], removed: [], reset: false };
  };

  return {
    get state() {
      return state;
    },
    subscribe(heard) {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    on(heard) {
      ears.add(heard);
      return () => ears.delete(heard);
    },
    start: () => set(items),
    stop() {},
    async open(view) {
      opened.add(view);
      set(items);
    },
    async more() {},
    showFresh() {},
    seen: () => act("seen", { upTo: revision }),
    read: by("read"),
    readAll: () => act("read", { upTo: revision }),
    unread: by("unread"),
    archive: by("archive"),
    unarchive: by("unarchive"),
    snooze: (ids, until) => act("snooze", { ids }, until),
    unsnooze: by("unsnooze"),
    async press(id, { action, choice, text, until }) {
      const item = items.find((one) => one.id === id);
      if (!item) throw new Error(`no item ${id}`);
      before.set(id, item);
      const at = new Date(now()).toISOString();
      const pressed = item.actions.find((one) => one.id === action);
      const answer = replace({
        ...item,
        readAt: item.readAt ?? at,
        seenAt: item.seenAt ?? at,
        todo: false,
        actions: [],
        done: {
          kind: until ? "put_off" : text ? "replied" : "answered",
          action: pressed?.label ?? null,
          choice: choice ?? null,
          by: { name: null, isYou: true },
          at,
          until: until ?? null,
          undoUntil: new Date(now() + UNDO_MS).toISOString(),
        },
      });
      const [done] = answer.items;
      for (const heard of ears) if (done) heard({ type: "pressed", item: done, result: "done" });
      return answer;
    },
    async undo(id) {
      const item = before.get(id);
      if (!item) throw new Error(`nothing to undo on ${id}`);
      return replace(item);
    },
    preferences: async () => preferences,
    async changePreferences(change) {
      preferences =
        "pausedUntil" in change
          ? { ...preferences, pausedUntil: change.pausedUntil }
          : {
              ...preferences,
              topics: preferences.topics.map((topic) => {
                if (topic.key !== change.topic) return topic;
                if ("frequency" in change) return { ...topic, frequency: change.frequency };
                const { channel, on } = change;
                const channels = topic.channels.map((one) =>
                  one.channel === channel ? { ...one, on } : one,
                );
                return { ...topic, channels };
              }),
            };
      return preferences;
    },
  };
}

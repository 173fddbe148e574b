import type {
  InboxAnswer,
  InboxCounts,
  InboxItem,
  InboxPreferences,
  InboxView,
} from "@/core/contracts/inbox";
import type { Inbox, InboxEvent, InboxState } from "../client/inbox";

const HOUR_MS = 3_600_000;
const iso = (at: number): string => new Date(at).toISOString();
const VIEWS = ["all", "todo", "snoozed", "archived"] as const satisfies readonly InboxView[];

/** An item with everything ordinary, but for what a test is about. */
export function itemOf(part: Partial<InboxItem> & { id: string }): InboxItem {
  return {
    revision: 1,
    thread: part.id,
    arrivedAt: "2026-03-02T09:00:00.000Z",
    title: `Message ${part.id}`,
    body: [],
    locale: "en",
    dueAt: null,
    topic: null,
    actions: [],
    todo: false,
    done: null,
    seenAt: null,
    readAt: null,
    archivedAt: null,
    snoozedUntil: null,
    snoozedAt: null,
    whyUrl: `https://notify.example.com/p/token?m=${part.id}`,
    ...part,
  };
}

const isIn: Record<InboxView, (item: InboxItem) => boolean> = {
  all: (item) => item.archivedAt === null && item.snoozedUntil === null,
  todo: (item) => isIn.all(item) && item.todo,
  snoozed: (item) => item.archivedAt === null && item.snoozedUntil !== null,
  archived: (item) => item.archivedAt !== null,
};

const countsOf = (items: readonly InboxItem[]): InboxCounts => ({
  all: items.filter(isIn.all).length,
  unseen: items.filter((item) => isIn.all(item) && item.seenAt === null).length,
  unread: items.filter((item) => isIn.all(item) && item.readAt === null).length,
  todo: items.filter(isIn.todo).length,
  snoozed: items.filter(isIn.snoozed).length,
  archived: items.filter(isIn.archived).length,
});

export type FakeInbox = Inbox & {
  arrive(item: InboxItem): void;
  /** Presses and undos fail from now on with this, or work again with null. */
  fail(why: "offline" | "refused" | "server" | null): void;
  connection(now: InboxState["connection"]): void;
  /** How long a press takes. */
  slow(ms: number): void;
};

/** An inbox in memory, for looking at the face without a server. */
export function fakeInbox(given: readonly InboxItem[]): FakeInbox {
  let items = [...given];
  let revision = 1;
  let failing: string | null = null;
  let pressMs = 0;
  let connection: InboxState["connection"] = "live";
  let pressing: ReadonlyMap<string, { action: string }> = new Map();
  const fresh = new Set<string>();
  const listeners = new Set<(state: InboxState) => void>();
  const ears = new Set<(event: InboxEvent) => void>();
  let settings = PREFERENCES;
  const newest = (a: InboxItem, b: InboxItem) => (a.arrivedAt < b.arrivedAt ? 1 : -1);
  const stateNow = (): InboxState => ({
    counts: countsOf(items),
    revision,
    lists: Object.fromEntries(
      VIEWS.map((view) => [
        view,
        {
          items: items.filter((item) => isIn[view](item) && !fresh.has(item.id)).sort(newest),
          isLoading: false,
          hasMore: false,
          fresh: items.filter((item) => isIn[view](item) && fresh.has(item.id)).length,
        },
      ]),
    ),
    connection,
    isStale: false,
    pressing,
    failed: new Map(),
  });
  let state = stateNow();
  const changed = (): void => {
    revision++;
    state = stateNow();
    for (const listener of listeners) listener(state);
  };
  const edit = (ids: readonly string[], part: (item: InboxItem) => Partial<InboxItem>): void => {
    items = items.map((item) => (ids.includes(item.id) ? { ...item, ...part(item) } : item));
    changed();
  };
  const answer = (ids: readonly string[]): InboxAnswer => ({
    owner: "fake",
    revision,
    counts: countsOf(items),
    items: items.filter((item) => ids.includes(item.id)),
    removed: [],
    reset: false,
  });
  const wait = () => new Promise((resolve) => setTimeout(resolve, pressMs));
  const refuse = (): never => {
    throw Object.assign(new Error(String(failing)), { why: failing });
  };
  const before = new Map<string, InboxItem>();
  const nowText = (): string => iso(Date.now());

  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    on(ear) {
      ears.add(ear);
      return () => ears.delete(ear);
    },
    start() {},
    stop() {},
    open: async () => {},
    more: async () => {},
    showFresh() {
      fresh.clear();
      changed();
    },
    seen: () =>
      edit(
        items.filter(isIn.all).map(({ id }) => id),
        () => ({ seenAt: nowText() }),
      ),
    read: (ids) => edit(ids, () => ({ readAt: nowText() })),
    readAll: () =>
      edit(
        items.map(({ id }) => id),
        () => ({ readAt: nowText() }),
      ),
    unread: (ids) => edit(ids, () => ({ readAt: null })),
    archive: (ids) => edit(ids, () => ({ archivedAt: nowText() })),
    unarchive: (ids) => edit(ids, () => ({ archivedAt: null })),
    snooze: (ids, until) => edit(ids, () => ({ snoozedUntil: iso(until), snoozedAt: nowText() })),
    unsnooze: (ids) => edit(ids, () => ({ snoozedUntil: null, readAt: null })),
    async press(id, { action, choice, until }) {
      pressing = new Map([[id, { action }]]);
      changed();
      await wait();
      pressing = new Map();
      changed();
      if (failing) refuse();
      const item = items.find((one) => one.id === id);
      if (!item) return answer([]);
      before.set(id, item);
      const pressed = item.actions.find((one) => one.id === action);
      edit([id], () => ({
        actions: [],
        todo: false,
        readAt: nowText(),
        done: {
          kind: until ? "put_off" : "answered",
          action: pressed?.label ?? action,
          choice: choice ?? null,
          by: { name: null, isYou: true },
          at: nowText(),
          until: until ?? null,
          undoUntil: iso(Date.now() + 10_000),
        },
      }));
      return answer([id]);
    },
    async undo(id) {
      await wait();
      if (failing) refuse();
      const item = before.get(id);
      if (item) edit([id], () => item);
      return answer([id]);
    },
    preferences: async () => settings,
    async changePreferences(change) {
      if (failing) refuse();
      if ("pausedUntil" in change) settings = { ...settings, pausedUntil: change.pausedUntil };
      else
        settings = {
          ...settings,
          topics: settings.topics.map((topic) => {
            if (topic.key !== change.topic) return topic;
            if ("frequency" in change) return { ...topic, frequency: change.frequency };
            return {
              ...topic,
              channels: topic.channels.map((channel) =>
                channel.channel === change.channel ? { ...channel, on: change.on } : channel,
              ),
            };
          }),
        };
      return settings;
    },
    arrive(item) {
      items = [item, ...items];
      fresh.add(item.id);
      changed();
      for (const ear of ears) ear({ type: "arrived", items: [item] });
    },
    fail(why) {
      failing = why;
    },
    connection(now) {
      connection = now;
      changed();
    },
    slow(ms) {
      pressMs = ms;
    },
  };
}

const PREFERENCES: InboxPreferences = {
  url: "https://notify.example.com/p/token",
  pausedUntil: null,
  topics: [
    {
      key: "billing",
      name: "Billing reminders",
      description: "Invoices and renewals you are responsible for.",
      required: true,
      frequency: "as_it_happens",
      channels: [
        { channel: "email", on: true, reachable: true },
        { channel: "in_app", on: true, reachable: true },
        { channel: "sms", on: false, reachable: false },
      ],
    },
    {
      key: "reviews",
      name: "Reviews to do",
      description: "When someone asks you to approve something.",
      required: false,
      frequency: "daily",
      channels: [
        { channel: "email", on: true, reachable: true },
        { channel: "in_app", on: true, reachable: true },
        { channel: "push", on: false, reachable: true },
      ],
    },
    {
      key: "surveys",
      name: "Surveys",
      description: null,
      required: false,
      frequency: "off",
      channels: [{ channel: "email", on: false, reachable: true }],
    },
  ],
};

/** Messages of every kind that the panel draws differently. */
export function sampleItems(now: number): InboxItem[] {
  const ago = (hours: number): string => iso(now - hours * HOUR_MS);
  const paragraph = (text: string) => ({ kind: "paragraph" as const, spans: [{ text }] });
  const action = (id: string, label: string, kind: InboxItem["actions"][number]["kind"]) => ({
    id,
    label,
    kind,
    url: kind === "link" ? "https://pay.example.com/2041" : null,
    choices: kind === "choice" ? ["Approve", "Reject", "Ask for changes"] : [],
  });
  return [
    itemOf({
      id: "invoice",
      arrivedAt: ago(2),
      title: "Invoice 2041 is due Friday",
      body: [
        {
          kind: "paragraph",
          spans: [
            { text: "€1,280 for " },
            { text: "March", bold: true },
            { text: ". Pay it or tell us when you did. " },
            { text: "Terms", href: "https://example.com/terms" },
          ],
        },
        {
          kind: "list",
          ordered: false,
          items: [[{ text: "Hosting €980" }], [{ text: "Support €300" }]],
        },
      ],
      dueAt: iso(now + 72 * HOUR_MS),
      topic: { key: "billing", name: "Billing" },
      actions: [
        action("pay", "Pay now", "link"),
        action("paid", "I already paid", "complete"),
        action("ask", "Ask a question", "reply"),
        action("later", "Remind me", "snooze"),
      ],
      todo: true,
    }),
    itemOf({
      id: "review",
      arrivedAt: ago(5),
      title: "Nadia asks you to approve the contract with Hartmann & Söhne Verpackungstechnik",
      body: [paragraph("Two clauses changed since you last looked.")],
      dueAt: iso(now - 26 * HOUR_MS),
      actions: [action("decide", "Decide", "choice"), action("reply", "Reply", "reply")],
      todo: true,
    }),
    itemOf({
      id: "badge-3",
      thread: "badge",
      arrivedAt: ago(20),
      title: "Third reminder: renew your access badge",
      body: [paragraph("It ends on the last day of the month.")],
      actions: [action("renew", "I renewed it", "complete")],
      todo: true,
      readAt: ago(19),
    }),
    itemOf({
      id: "badge-2",
      thread: "badge",
      arrivedAt: ago(60),
      title: "Reminder: renew your access badge",
      body: [paragraph("It ends soon.")],
      readAt: ago(59),
    }),
    itemOf({
      id: "badge-1",
      thread: "badge",
      arrivedAt: ago(100),
      title: "Renew your access badge",
      readAt: ago(99),
    }),
    itemOf({
      id: "handled",
      arrivedAt: ago(30),
      title: "Server room is above 28 °C",
      readAt: ago(29),
      done: {
        kind: "answered",
        action: "On my way",
        choice: null,
        by: { name: "Ana", isYou: false },
        at: ago(29),
        until: null,
        undoUntil: null,
      },
    }),
    itemOf({
      id: "back",
      arrivedAt: ago(90),
      title: "Choose your seats for the summer party",
      snoozedAt: ago(48),
    }),
    itemOf({
      id: "put-off",
      arrivedAt: ago(50),
      title: "Update your emergency contact",
      snoozedUntil: iso(now + 20 * HOUR_MS),
      snoozedAt: ago(2),
    }),
    itemOf({
      id: "old",
      arrivedAt: ago(500),
      title: "Welcome to the team",
      readAt: ago(400),
      archivedAt: ago(300),
    }),
    ...Array.from({ length: 12 }, (_, at) =>
      itemOf({
        id: `news-${at}`,
        arrivedAt: ago(200 + at * 30),
        title: `Report of week ${30 - at} is ready`,
        body: [paragraph("Nothing to do, for your information.")],
        readAt: at % 3 === 0 ? null : ago(10),
      }),
    ),
  ];
}

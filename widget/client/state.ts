import type {
  InboxAnswer,
  InboxCounts,
  InboxItem,
  InboxPage,
  InboxView,
} from "@/core/contracts/inbox";
import { changed, type Operation, wipes } from "./operation";

type Loaded = {
  isLoading: boolean;
  /** Where the next page begins; null when there is none, undefined before the first came. */
  cursor: string | null | undefined;
  /** The oldest item fetched: older ones are known only by chance, and would leave gaps. */
  oldest: InboxItem | null;
};

/** What is known: the server's word, and what was asked here and not yet answered. */
export type Known = {
  owner: string | null;
  counts: InboxCounts | null;
  /** Of `counts`. */
  revision: number;
  /** Up to here every change was seen; answers to verbs may know more, of their own items only. */
  followed: number;
  items: ReadonlyMap<string, InboxItem>;
  operations: readonly Operation[];
  /** Arrived since the lists were last looked at. */
  fresh: ReadonlySet<string>;
  lists: Readonly<Partial<Record<InboxView, Loaded>>>;
};

export const NOTHING: Known = {
  owner: null,
  counts: null,
  revision: 0,
  followed: 0,
  items: new Map(),
  operations: [],
  fresh: new Set(),
  lists: {},
};

/** In which list an item stands. */
export const isIn = (view: InboxView, item: InboxItem): boolean =>
  view === "archived"
    ? item.archivedAt !== null
    : item.archivedAt === null &&
      (view === "snoozed"
        ? item.snoozedUntil !== null
        : item.snoozedUntil === null && (view === "all" || item.todo));

const newestFirst = (a: InboxItem, b: InboxItem): number =>
  b.arrivedAt < a.arrivedAt || (b.arrivedAt === a.arrivedAt && b.id < a.id) ? -1 : 1;

const FIELDS = {
  all: (item: InboxItem) => isIn("all", item),
  unseen: (item: InboxItem) => isIn("all", item) && !item.seenAt,
  unread: (item: InboxItem) => isIn("all", item) && !item.readAt,
  todo: (item: InboxItem) => isIn("todo", item),
  snoozed: (item: InboxItem) => isIn("snoozed", item),
  archived: (item: InboxItem) => isIn("archived", item),
} satisfies Record<keyof InboxCounts, (item: InboxItem) => boolean>;

/** The counts of items that are all known. */
export function countsOf(items: readonly InboxItem[]): InboxCounts {
  const count = (field: keyof InboxCounts) => items.filter(FIELDS[field]).length;
  const fields = Object.keys(FIELDS) as (keyof InboxCounts)[];
  return Object.fromEntries(fields.map((field) => [field, count(field)])) as InboxCounts;
}

/** An item as the reader left it, whatever the server has heard of it. */
export const itemShown = (known: Known, item: InboxItem): InboxItem =>
  known.operations.reduce(changed, item);

/**
 * The server's counts, moved by what is not answered yet: of items that are known here by what became
 * of each, of the others only by verbs about all.
 */
export function countsShown(known: Known): InboxCounts | null {
  const { counts, items, operations } = known;
  if (!counts || operations.length === 0) return counts;
  const shown = { ...counts };
  for (const field of Object.keys(FIELDS) as (keyof InboxCounts)[]) {
    const isCounted = FIELDS[field];
    let elsewhere = counts[field];
    let here = 0;
    for (const item of items.values()) {
      if (isCounted(item)) elsewhere--;
      if (isCounted(itemShown(known, item))) here++;
    }
    shown[field] = Math.max(0, here + (operations.some(wipes(field)) ? 0 : elsewhere));
  }
  return shown;
}

/**
 * What "all" means now: by name what is known, as a change that is under way moves an item beyond the
 * revision; by revision what was never fetched.
 */
export function allOf(known: Known, field: "unseen" | "unread"): Pick<Operation, "ids" | "upTo">[] {
  const shown = [...known.items.values()].filter((item) => FIELDS[field](itemShown(known, item)));
  const ids = shown.map(({ id }) => id);
  const isMore = (countsShown(known)?.[field] ?? 0) > ids.length;
  return [...(ids.length > 0 ? [{ ids }] : []), ...(isMore ? [{ upTo: known.revision }] : [])];
}

/** The items of a list that are to be seen, newest first, and how many wait to be. */
export function listShown(
  known: Known,
  view: InboxView,
): { items: InboxItem[]; fresh: number; hasMore: boolean; isLoading: boolean } {
  const loaded = known.lists[view];
  const edge = loaded?.cursor ? loaded.oldest : null;
  const all = [...known.items.values()]
    .map((item) => itemShown(known, item))
    .filter(
      (item) => isIn(view, item) && !(edge && newestFirst(item, edge) > 0 && item.id !== edge.id),
    );
  const items = all.filter((item) => !known.fresh.has(item.id)).sort(newestFirst);
  return {
    items,
    fresh: all.length - items.length,
    hasMore: !!loaded?.cursor,
    isLoading: !!loaded?.isLoading,
  };
}

/**
 * What of the next answer of the stream is news to the reader: what was not there before, or comes
 * back after its snooze. An old item that merely changed is told by what was done with it before.
 */
export function arrivals(known: Known, answer: InboxAnswer): InboxItem[] {
  if (known.owner !== answer.owner || answer.revision <= known.followed) return [];
  const newest = [...known.items.values()].reduce(
    (latest, item) => (item.arrivedAt > latest ? item.arrivedAt : latest),
    "",
  );
  return answer.items.filter((item) => {
    if (!isIn("all", item) || item.readAt || item.done) return false;
    const before = known.items.get(item.id);
    return before
      ? before.revision < item.revision && !!itemShown(known, before).snoozedUntil
      : !item.seenAt && item.arrivedAt >= newest;
  });
}

/**
 * Takes an answer of the server: the counts of the highest revision, each item by its own. `isAll`
 * says that nothing up to its revision is missing, as in the stream.
 */
export function merged(known: Known, answer: InboxAnswer, isAll: boolean): Known {
  if (known.owner !== null && known.owner !== answer.owner) return merged(NOTHING, answer, isAll);
  const items = new Map(answer.reset ? [] : known.items);
  const fresh = new Set(known.fresh);
  if (isAll) for (const { id } of arrivals(known, answer)) if (!items.has(id)) fresh.add(id);
  // What an answer that was overtaken knows and we do not may be gone since.
  const isLate = answer.revision < known.followed;
  for (const item of answer.items) {
    const before = items.get(item.id);
    if (before ? before.revision <= item.revision : !isLate) items.set(item.id, item);
  }
  for (const id of answer.removed) items.delete(id);
  const isAnew = answer.reset && isAll;
  const isNewer = isAnew || !known.counts || answer.revision >= known.revision;
  return {
    ...known,
    owner: answer.owner,
    counts: isNewer ? answer.counts : known.counts,
    revision: isNewer ? answer.revision : known.revision,
    followed:
      isAll && (isAnew || answer.revision > known.followed) ? answer.revision : known.followed,
    items,
    fresh,
    lists: answer.reset ? {} : known.lists,
  };
}

export const withOperation = (known: Known, operation: Operation): Known => ({
  ...known,
  operations: [...known.operations, operation],
});

export const withoutOperation = (known: Known, key: string): Known => ({
  ...known,
  operations: known.operations.filter((operation) => operation.key !== key),
});

export const withLoading = (known: Known, view: InboxView, isLoading: boolean): Known => ({
  ...known,
  lists: {
    ...known.lists,
    [view]: { cursor: undefined, oldest: null, ...known.lists[view], isLoading },
  },
});

/** A page of a list that was fetched at its beginning, or where the one before ended. */
export function withPage(known: Known, view: InboxView, page: InboxPage): Known {
  const next = merged(known, page, false);
  const oldest = page.items.at(-1) ?? next.lists[view]?.oldest ?? null;
  return {
    ...next,
    followed: known.followed || page.revision,
    lists: { ...next.lists, [view]: { isLoading: false, cursor: page.nextCursor, oldest } },
  };
}

/** What arrived meanwhile takes its place in the list. */
export function withFreshShown(known: Known, view: InboxView): Known {
  const isWaiting = (id: string) => {
    const item = known.items.get(id);
    return item && !isIn(view, itemShown(known, item));
  };
  return { ...known, fresh: new Set([...known.fresh].filter(isWaiting)) };
}

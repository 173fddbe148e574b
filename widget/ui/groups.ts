import type { InboxItem } from "@/core/contracts/inbox";

/** One row of a list: what belongs to one matter, the newest first. */
export type Group = {
  /** The matter's: it stays when a newer message joins. */
  id: string;
  newest: InboxItem;
  earlier: readonly InboxItem[];
  /** Whose buttons the row shows: the newest that has any. */
  asking: InboxItem;
  isUnread: boolean;
};

/** What was just done to a row that left its list: it stays in its place until `until`, to be undone. */
export type Kept = {
  group: Group;
  what: "archived" | "snoozed" | "pressed";
  /** Epoch milliseconds of this browser's clock. */
  until: number;
};

export type Row = { group: Group; kept: Kept | null };

export function groupOf(items: readonly InboxItem[]): Group | null {
  const [newest, ...earlier] = items;
  if (!newest) return null;
  return {
    id: newest.thread,
    newest,
    earlier,
    asking: items.find((item) => item.actions.length > 0) ?? newest,
    isUnread: items.some((item) => item.readAt === null),
  };
}

/** A row for each matter, in the order of its newest item. */
export function groupsOf(items: readonly InboxItem[]): Group[] {
  const threads = new Map<string, InboxItem[]>();
  for (const item of items) {
    const thread = threads.get(item.thread);
    if (thread) thread.push(item);
    else threads.set(item.thread, [item]);
  }
  return [...threads.values()].flatMap((thread) => groupOf(thread) ?? []);
}

export const idsOf = (group: Group): string[] =>
  [group.newest, ...group.earlier].map((item) => item.id);

/** The list's rows, and between them those that have just left it. */
export function rowsOf(groups: readonly Group[], kept: readonly Kept[]): Row[] {
  const rows: Row[] = groups.map((group) => ({
    group,
    kept: kept.find((one) => one.what === "pressed" && one.group.id === group.id) ?? null,
  }));
  const isListed = new Set(groups.map(({ id }) => id));
  for (const one of kept) {
    if (isListed.has(one.group.id)) continue;
    const at = rows.findIndex(({ group }) => group.newest.arrivedAt < one.group.newest.arrivedAt);
    rows.splice(at < 0 ? rows.length : at, 0, { group: one.group, kept: one });
  }
  return rows;
}

/** Whether only its "undo" is left of a row. */
export const isGone = ({ kept }: Row): boolean => kept !== null && kept.what !== "pressed";

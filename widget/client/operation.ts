import type { InboxCounts, InboxItem } from "@/core/contracts/inbox";

type Verb = "seen" | "read" | "unread" | "archive" | "unarchive" | "snooze" | "unsnooze";

/** Something the reader did that holds here at once and at the server later. */
export type Operation = {
  /** Sent as Idempotency-Key: however often it is sent, it is done once. */
  key: string;
  verb: Verb;
  /** Which items; without, all of them up to a revision. */
  ids?: readonly string[];
  upTo?: number;
  /** Of `snooze`. */
  until?: string;
  /** When the reader did it. */
  at: string;
};

/** An item after an operation; the same object when it is not about it. */
export function changed(item: InboxItem, { verb, ids, upTo, until, at }: Operation): InboxItem {
  const isMeant = ids
    ? ids.includes(item.id)
    : item.archivedAt === null && item.snoozedUntil === null && item.revision <= (upTo ?? 0);
  if (!isMeant) return item;
  const seenAt = item.seenAt ?? at;
  switch (verb) {
    case "seen":
      return item.seenAt ? item : { ...item, seenAt };
    case "read":
      return item.readAt ? item : { ...item, seenAt, readAt: at };
    case "unread":
      return item.readAt ? { ...item, readAt: null } : item;
    case "archive":
      return item.archivedAt ? item : { ...item, seenAt, archivedAt: at };
    case "unarchive":
      return item.archivedAt ? { ...item, archivedAt: null } : item;
    case "snooze":
      return { ...item, seenAt, archivedAt: null, snoozedUntil: until ?? null, snoozedAt: at };
    case "unsnooze":
      return item.snoozedUntil ? { ...item, snoozedUntil: null, snoozedAt: null } : item;
  }
}

/** Whether an operation about all leaves none of a count. */
export const wipes =
  (field: keyof InboxCounts) =>
  ({ verb, ids }: Operation): boolean =>
    !ids && (field === "unseen" || (field === "unread" && verb === "read"));

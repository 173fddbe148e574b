import type { InboxItem } from "@/core/contracts/inbox";

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

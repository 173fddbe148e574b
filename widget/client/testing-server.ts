import type { InboxAnswer, InboxCounts, InboxItem } from "@/core/contracts/inbox";
import { changed, type Operation } from "./operation";
import { countsOf } from "./state";

export const itemOf = (number: number, revision: number): InboxItem => ({
  id: String(number),
  revision,
  thread: String(number),
  arrivedAt: new Date(number * 60_000).toISOString(),
  title: `Message ${number}`,
  body: [],
  locale: "en",
  dueAt: null,
  topic: null,
  actions: [],
  todo: number % 2 === 0,
  done: null,
  seenAt: null,
  readAt: null,
  archivedAt: null,
  snoozedUntil: null,
  snoozedAt: null,
  whyUrl: "https://notify.example.com/p/x",
});

/** What the server promises of one inbox: revisions that rise, counts, and each operation done once. */
export class ModelServer {
  revision = 0;
  owner = "ana";
  items = new Map<string, InboxItem>();
  readonly done = new Map<string, InboxAnswer>();
  readonly #removed = new Map<string, number>();
  #made = 0;

  constructor(other?: ModelServer) {
    if (!other) return;
    this.items = new Map(other.items);
    this.revision = other.revision;
  }

  arrive(): InboxItem {
    const item = itemOf(++this.#made, ++this.revision);
    this.items.set(item.id, item);
    return item;
  }

  change(id: string, how: (item: InboxItem) => InboxItem): void {
    const item = this.items.get(id);
    if (!item) return;
    const next = how(item);
    if (next !== item) this.items.set(id, { ...next, revision: ++this.revision });
  }

  remove(id: string): void {
    if (this.items.delete(id)) this.#removed.set(id, ++this.revision);
  }

  counts(): InboxCounts {
    return countsOf([...this.items.values()]);
  }

  /** All that changed after a revision. */
  changes(since: number): InboxAnswer {
    return {
      owner: this.owner,
      revision: this.revision,
      counts: this.counts(),
      items: [...this.items.values()].filter(({ revision }) => revision > since),
      removed: [...this.#removed].filter(([, at]) => at > since).map(([id]) => id),
      reset: false,
    };
  }

  carryOut(operation: Operation): InboxAnswer {
    const before = this.done.get(operation.key);
    if (before) return before;
    const since = this.revision;
    for (const item of [...this.items.values()]) {
      this.change(item.id, (one) => changed(one, operation));
    }
    const answer = { ...this.changes(since), removed: [] };
    this.done.set(operation.key, answer);
    return answer;
  }
}

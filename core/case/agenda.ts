import type { Instant } from "@/core/time";

/** Things to do in order of their moment; of one moment, lower ranks first, then as they came. */
export type Agenda<T> = {
  add: (at: Instant, rank: number, item: T) => void;
  next: () => { at: Instant; rank: number } | undefined;
  take: () => T | undefined;
};

export function agenda<T>(): Agenda<T> {
  const items: { at: Instant; rank: number; item: T }[] = [];
  return {
    add: (at, rank, item) => {
      let low = 0;
      let high = items.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        const other = items[middle];
        // The soonest stands last, where it is cheap to take.
        const isSooner = !other || at < other.at || (at === other.at && rank < other.rank);
        if (isSooner) low = middle + 1;
        else high = middle;
      }
      items.splice(low, 0, { at, rank, item });
    },
    next: () => items.at(-1),
    take: () => items.pop()?.item,
  };
}

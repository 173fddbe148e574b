/** News are read out no more often than this. */
export const NEWS_EVERY_MS = 5_000;

type Clock = { now(): number; after(ms: number, run: () => void): () => void };

export type Announcer = {
  /** What arrived: gathered, and read out at most every five seconds. */
  news(titles: readonly string[]): void;
  end(): void;
};

/** Gathers what arrives; `say` is given all titles since it last spoke, the newest first. */
export function announcer(clock: Clock, say: (titles: string[]) => void): Announcer {
  let waiting: string[] = [];
  let lastAt = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | null = null;
  const speak = (): void => {
    cancel = null;
    lastAt = clock.now();
    say(waiting);
    waiting = [];
  };
  return {
    news(titles) {
      if (titles.length === 0) return;
      waiting = [...titles, ...waiting];
      cancel ??= clock.after(Math.max(0, lastAt + NEWS_EVERY_MS - clock.now()), speak);
    },
    end() {
      cancel?.();
      cancel = null;
    },
  };
}

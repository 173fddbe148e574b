import { type Changes, changesIn, changesOf, mergeChanges } from "@/core/live/changes";
import type { LiveTopic } from "@/core/live/topics";
import { SECOND_MS } from "@/core/time";

/** `connecting` is the first time; `polling` asks every few seconds because no stream holds. */
type LiveState = "connecting" | "live" | "paused" | "reconnecting" | "polling";

/** How current the page is; `lastAt` is when it was last known to be (epoch milliseconds). */
export type LiveStatus = { readonly state: LiveState; readonly lastAt: number | null };

/** What changed since the last call; after a `reset` anything may have. */
export type LiveNews = { readonly reset: boolean; readonly changes: Changes };

/** What is used of an `EventSource`. */
type Source = {
  readonly readyState: number;
  close: () => void;
  addEventListener: (name: string, hear: (event: Event) => void) => void;
};

/** What a tab offers; tests bring their own. */
export type Surroundings = {
  open: (url: string) => Source;
  /** Somebody is deciding something: nothing must move now. */
  isBusy: () => boolean;
  isHidden: () => boolean;
};

export const POLL_MS = 5 * SECOND_MS;
export const FAILURES_MAX = 3;
export const HIDDEN_MS = 60 * SECOND_MS;
/** Subscribers of a page come one by one, and those of the next page after those of the last have gone. */
const SETTLE_MS = 250;
const GATHER_MS = 150;
/** Consumers fetch: not more often than this. */
const GAP_MS = 2 * SECOND_MS;
const BUSY_LOOK_MS = 500;
const RETRY_MS = 2 * SECOND_MS;
const STREAM_AGAIN_MS = 30 * SECOND_MS;
/** Three heartbeats: a connection that broke without a word. */
const SILENCE_MS = 45 * SECOND_MS;
const CLOSED = 2;

type Subscriber = {
  topics: readonly LiveTopic[];
  onNews: (news: LiveNews) => void;
  waiting: LiveNews | null;
};

/** One tab's stream, shared by all that follow something: opens, resumes, falls back, and gathers what came. */
export class LiveClient {
  readonly #slug: string;
  readonly #around: Surroundings;
  readonly #subscribers = new Set<Subscriber>();
  readonly #watchers = new Set<() => void>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #status: LiveStatus = { state: "connecting", lastAt: null };
  #source: Source | null = null;
  #topics: readonly LiveTopic[] = [];
  #lastId: string | null;
  #failures = 0;
  #paused = false;
  #deliveredAt = Number.NEGATIVE_INFINITY;

  constructor(slug: string, lastId: string | null, around: Surroundings) {
    this.#slug = slug;
    this.#lastId = lastId;
    this.#around = around;
  }

  readonly status = (): LiveStatus => this.#status;

  readonly watch = (onStatus: () => void): (() => void) => {
    this.#watchers.add(onStatus);
    return () => this.#watchers.delete(onStatus);
  };

  subscribe(topics: readonly LiveTopic[], onNews: (news: LiveNews) => void): () => void {
    const subscriber: Subscriber = { topics, onNews, waiting: null };
    this.#subscribers.add(subscriber);
    this.#after("settle", SETTLE_MS, () => this.#settle());
    return () => {
      this.#subscribers.delete(subscriber);
      this.#after("settle", SETTLE_MS, () => this.#settle());
    };
  }

  pause(): void {
    this.#paused = true;
    this.#close();
    this.#become("paused");
  }

  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#failures = 0;
    this.#become(this.#status.lastAt === null ? "connecting" : "reconnecting");
    this.#settle();
    this.#plan();
  }

  /** Call when the tab was hidden or shown. */
  visibilityChanged(): void {
    if (this.#around.isHidden()) {
      this.#after("hidden", HIDDEN_MS, () => this.#close());
      return;
    }
    this.#stop("hidden");
    if (!this.#paused && !this.#source && this.#subscribers.size > 0) {
      this.#failures = 0;
      this.#tell({ reset: true, changes: {} });
      this.#open();
    }
    this.#plan();
  }

  /** Ends everything; `subscribe` begins again. */
  stop(): void {
    this.#close();
    for (const name of [...this.#timers.keys()]) this.#stop(name);
  }

  /** One stream for what is followed now; a stream that carries more stays as it is. */
  #settle(): void {
    const wanted = new Set([...this.#subscribers].flatMap(({ topics }) => topics));
    if (wanted.size === 0) {
      this.#close();
      return;
    }
    if (this.#source && [...wanted].every((topic) => this.#topics.includes(topic))) return;
    this.#topics = [...wanted];
    if (!this.#paused && !this.#around.isHidden()) this.#open();
  }

  #open(): void {
    this.#drop();
    const query = new URLSearchParams({ workspace: this.#slug, topics: this.#topics.join() });
    if (this.#lastId !== null) query.set("lastEventId", this.#lastId);
    const source = this.#around.open(`/api/stream?${query}`);
    this.#source = source;
    const on = (name: string, hear: (text: string) => void) =>
      source.addEventListener(name, (event) => {
        if (this.#source !== source || !(event instanceof MessageEvent)) return;
        this.#heard(event.lastEventId);
        hear(String(event.data));
      });
    on("beat", () => {});
    on("reset", () => this.#tell({ reset: true, changes: {} }));
    on("changes", (text) => {
      const changes = changesIn(text);
      this.#tell(changes ? { reset: false, changes } : { reset: true, changes: {} });
    });
    source.addEventListener("error", () => {
      if (this.#source === source) this.#failed(source.readyState === CLOSED);
    });
    this.#after("silence", SILENCE_MS, () => this.#failed(true));
  }

  #drop(): void {
    this.#source?.close();
    this.#source = null;
    this.#stop("silence");
    this.#stop("again");
  }

  #close(): void {
    this.#drop();
    this.#stop("poll");
  }

  #heard(id: string): void {
    if (id !== "") this.#lastId = id;
    this.#failures = 0;
    this.#stop("poll");
    this.#after("silence", SILENCE_MS, () => this.#failed(true));
    this.#become("live", Date.now());
  }

  /** `isOver`: the browser does not try again by itself. */
  #failed(isOver: boolean): void {
    this.#failures += 1;
    if (this.#failures >= FAILURES_MAX) {
      this.#close();
      this.#become("polling");
      this.#after("again", STREAM_AGAIN_MS, () => this.#open());
      this.#poll();
      return;
    }
    this.#become(this.#status.lastAt === null ? "connecting" : "reconnecting");
    if (!isOver) return;
    this.#drop();
    this.#after("again", RETRY_MS * this.#failures, () => this.#open());
  }

  #poll(): void {
    this.#after("poll", POLL_MS, () => {
      this.#tell({ reset: true, changes: {} });
      this.#poll();
    });
  }

  #tell({ reset, changes }: LiveNews): void {
    for (const subscriber of this.#subscribers) {
      const theirs = changesOf(changes, subscriber.topics);
      if (!reset && !theirs) continue;
      const before = subscriber.waiting;
      subscriber.waiting = {
        reset: reset || before?.reset === true,
        changes: mergeChanges(before?.changes ?? {}, theirs ?? {}),
      };
    }
    this.#plan();
  }

  #plan(): void {
    if (this.#timers.has("deliver")) return;
    if (![...this.#subscribers].some(({ waiting }) => waiting)) return;
    const gap = this.#deliveredAt + GAP_MS - Date.now();
    this.#after("deliver", Math.max(GATHER_MS, gap), () => this.#deliver());
  }

  /** What waits is kept while the tab is hidden, paused, or somebody is deciding. */
  #deliver(): void {
    if (this.#paused || this.#around.isHidden()) return;
    if (this.#around.isBusy()) {
      this.#after("deliver", BUSY_LOOK_MS, () => this.#deliver());
      return;
    }
    this.#deliveredAt = Date.now();
    if (this.#status.state === "polling") this.#become("polling", this.#deliveredAt);
    for (const subscriber of [...this.#subscribers]) {
      const news = subscriber.waiting;
      subscriber.waiting = null;
      if (news) subscriber.onNews(news);
    }
  }

  #become(state: LiveState, lastAt = this.#status.lastAt): void {
    if (this.#status.state === state && this.#status.lastAt === lastAt) return;
    this.#status = { state, lastAt };
    for (const watcher of this.#watchers) watcher();
  }

  #after(name: string, ms: number, run: () => void): void {
    this.#stop(name);
    this.#timers.set(
      name,
      setTimeout(() => {
        this.#timers.delete(name);
        run();
      }, ms),
    );
  }

  #stop(name: string): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }
}

import { type Changes, changesOf, mergeChanges } from "@/core/live/changes";
import type { LiveTopic } from "@/core/live/topics";
import { wire } from "./wire";

/** A busy engine's transactions are told together this often; the first after a quiet while at once. */
const GATHER_MS = 200;
/** Events a stream may have missed and still resume. */
const REMEMBERED_MAX = 100;

/** One open stream. */
export type Listener = {
  operatorId: string;
  topics: readonly LiveTopic[];
  send: (bytes: Uint8Array) => void;
  end: () => void;
};

type Told = { seq: number; at: number; changes: Changes };

/** One workspace: who follows it, and what was told lately. Numbers come from `next`, which never repeats. */
export class Channel {
  readonly listeners = new Set<Listener>();
  /** When the last listener left or the channel was last asked for. */
  usedAt: number;
  readonly #next: () => { seq: number; id: string };
  readonly #told: Told[] = [];
  /** Everything after this number is in `#told`. */
  #since: number;
  #waiting: Changes | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(since: number, now: number, next: () => { seq: number; id: string }) {
    this.#since = since;
    this.usedAt = now;
    this.#next = next;
  }

  change(changes: Changes): void {
    if (this.#timer) {
      this.#waiting = mergeChanges(this.#waiting ?? {}, changes);
      return;
    }
    this.#tell(changes);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      const waiting = this.#waiting;
      this.#waiting = null;
      if (waiting) this.change(waiting);
    }, GATHER_MS);
    this.#timer.unref();
  }

  /** What was told after `seq`, or null when that is no longer known. */
  after(seq: number): Changes | null {
    if (seq < this.#since) return null;
    return this.#told
      .filter((told) => told.seq > seq)
      .reduce<Changes>((all, { changes }) => mergeChanges(all, changes), {});
  }

  /** The number to resume from to miss nothing that was told after `at`. */
  before(at: number): number {
    return this.#told.findLast((told) => told.at < at)?.seq ?? this.#since;
  }

  /** Nobody knows what happened before `seq`. */
  forget(seq: number): void {
    this.#told.length = 0;
    this.#waiting = null;
    this.#since = seq;
  }

  end(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    for (const listener of [...this.listeners]) listener.end();
  }

  #tell(changes: Changes): void {
    const { seq, id } = this.#next();
    this.#told.push({ seq, at: Date.now(), changes });
    if (this.#told.length > REMEMBERED_MAX) this.#since = this.#told.shift()?.seq ?? this.#since;
    const encoded = new Map<string, Uint8Array | null>();
    for (const listener of this.listeners) {
      const key = listener.topics.join();
      let bytes = encoded.get(key);
      if (bytes === undefined) {
        const theirs = changesOf(changes, listener.topics);
        bytes = theirs && wire.changes(id, theirs);
        encoded.set(key, bytes);
      }
      if (bytes) listener.send(bytes);
    }
  }
}

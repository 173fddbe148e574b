import { assert } from "@/core/assert";

/** A cache of at most `max` entries that forgets the one unused for longest. */
export class Lru<K, V> {
  readonly #entries = new Map<K, V>();
  readonly #max: number;

  constructor(max: number) {
    assert(max > 0, "an LRU cache holds at least one entry");
    this.#max = max;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The entry of `key`, used now; undefined when absent. */
  get(key: K): V | undefined {
    const held = this.#entries.get(key);
    if (held === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, held);
    return held;
  }

  set(key: K, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size <= this.#max) return;
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }

  /** The entry of `key`, made by `make` when absent. */
  through(key: K, make: () => V): V {
    const held = this.get(key);
    if (held !== undefined) return held;
    const made = make();
    this.set(key, made);
    return made;
  }
}

import { type Changes, mergePatch, type Patch, type TopicChanges } from "./changes";
import { LIVE_TOPICS, type LiveTopic } from "./topics";

/** What JSON takes beside the patches: names of topics, brackets. */
const FRAME_BYTES = 80;

/**
 * Gathers what one transaction changed in a workspace, as far as it fits in `bytesMax` of JSON. A
 * topic that no longer fits is `many`, and costs nothing from there on.
 */
export class Gathered {
  readonly #topics = new Map<LiveTopic, Map<string, Patch> | "many">();
  #bytes = FRAME_BYTES;
  readonly #bytesMax: number;

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  add(topic: LiveTopic, patch: Patch): void {
    const patches = this.#topics.get(topic) ?? new Map<string, Patch>();
    if (patches === "many") return;
    this.#topics.set(topic, patches);
    const before = patches.get(patch.id);
    const now = before ? mergePatch(before, patch) : patch;
    this.#bytes += sizeOf(now) - (before ? sizeOf(before) : 0);
    patches.set(patch.id, now);
    if (this.#bytes <= this.#bytesMax) return;
    for (const each of patches.values()) this.#bytes -= sizeOf(each);
    this.#topics.set(topic, "many");
  }

  get changes(): Changes {
    const changes: Partial<Record<LiveTopic, TopicChanges>> = {};
    for (const topic of LIVE_TOPICS) {
      const patches = this.#topics.get(topic);
      if (patches !== undefined)
        changes[topic] = patches === "many" ? patches : [...patches.values()];
    }
    return changes;
  }
}

/** Ids and codes are ASCII: their characters are bytes. */
const sizeOf = (patch: Patch): number => JSON.stringify(patch).length + 1;

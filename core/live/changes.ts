import { LIVE_TOPICS, type LiveTopic } from "./topics";

/** One thing that changed. `rev` is its revision where it has one; `fields` are values it has now. */
export type Patch = {
  readonly id: string;
  readonly rev: number | null;
  /** It was not there before. */
  readonly isNew?: true;
  readonly fields?: Readonly<Record<string, string>>;
};

/** Which things of a topic changed; `many` when too many to name. */
export type TopicChanges = readonly Patch[] | "many";

/** What changed, by topic; a topic without changes is absent. */
export type Changes = Readonly<Partial<Record<LiveTopic, TopicChanges>>>;

/** Patches of one topic that are kept apart; more are `many`. */
export const PATCHES_MAX = 100;

/** Two patches of one thing as one: the later values; new when either says so. */
export function mergePatch(before: Patch, after: Patch): Patch {
  const fields = { ...before.fields, ...after.fields };
  return {
    id: after.id,
    rev: after.rev ?? before.rev,
    ...((before.isNew || after.isNew) && { isNew: true }),
    ...(Object.keys(fields).length > 0 && { fields }),
  };
}

function mergeTopic(before: TopicChanges, after: TopicChanges): TopicChanges {
  if (before === "many" || after === "many") return "many";
  const byId = new Map(before.map((patch) => [patch.id, patch]));
  for (const patch of after) {
    const earlier = byId.get(patch.id);
    byId.set(patch.id, earlier ? mergePatch(earlier, patch) : patch);
  }
  return byId.size > PATCHES_MAX ? "many" : [...byId.values()];
}

/** Two sets of changes as one: a thing that changed twice is named once, as it stands last. */
export function mergeChanges(before: Changes, after: Changes): Changes {
  const merged: Partial<Record<LiveTopic, TopicChanges>> = { ...before };
  for (const topic of LIVE_TOPICS) {
    const changes = after[topic];
    if (changes !== undefined) merged[topic] = mergeTopic(merged[topic] ?? [], changes);
  }
  return merged;
}

/** The changes of these topics, or null when there are none. */
export function changesOf(changes: Changes, topics: Iterable<LiveTopic>): Changes | null {
  const some: Partial<Record<LiveTopic, TopicChanges>> = {};
  for (const topic of topics) {
    const one = changes[topic];
    if (one !== undefined) some[topic] = one;
  }
  return Object.keys(some).length === 0 ? null : some;
}

/** How many things of a topic are new and how many were there before; `many` counts as neither. */
export function countChanges(changes: TopicChanges): { created: number; updated: number } {
  if (changes === "many") return { created: 0, updated: 0 };
  const created = changes.filter(({ isNew }) => isNew).length;
  return { created, updated: changes.length - created };
}

/**
 * Reads changes as they crossed a wire; null when they are none. By hand, without a schema: this
 * runs in every tab, and a schema library would be the larger part of what a tab loads for it.
 */
export function changesIn(text: string): Changes | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  const changes: Partial<Record<LiveTopic, TopicChanges>> = {};
  for (const topic of LIVE_TOPICS) {
    const one: unknown = Reflect.get(value, topic);
    if (one === undefined) continue;
    if (one !== "many" && !(Array.isArray(one) && one.every(isPatch))) return null;
    changes[topic] = one;
  }
  return changes;
}

function isPatch(value: unknown): value is Patch {
  if (typeof value !== "object" || value === null) return false;
  const { id, rev, isNew, fields } = value as Record<string, unknown>;
  if (typeof id !== "string" || (rev !== null && typeof rev !== "number")) return false;
  if (isNew !== undefined && isNew !== true) return false;
  if (fields === undefined) return true;
  if (typeof fields !== "object" || fields === null) return false;
  return Object.values(fields).every((field) => typeof field === "string");
}

import type { Instant } from "@/core/time";

/** What conditions and templates can read: one list for both. */
export const SCOPE_ROOTS = [
  "data",
  "person",
  "recipient",
  "case",
  "due",
  "messages",
  "history",
  "open",
  "now",
] as const;
export type ScopeRoot = (typeof SCOPE_ROOTS)[number];

export const isScopeRoot = (name: string): name is ScopeRoot =>
  SCOPE_ROOTS.some((root) => root === name);

/** A plain record as JSON would carry it. */
export type Facts = Readonly<Record<string, unknown>>;

/**
 * The facts one text or condition is evaluated with. Records are plain JSON; moments inside them
 * are epoch milliseconds or RFC 3339 text. `due` is null when the case has no due moment.
 */
export type RenderScope = {
  /** The event's data. */
  data: Facts;
  /** The case's primary person. */
  person: Facts;
  /** Whoever this message goes to. */
  recipient: Facts;
  case: Facts;
  due: Instant | string | null;
  /** Delivery and human engagement, by step id. */
  messages: Facts;
  /** Earlier cases, responses and events of the person. */
  history: Facts;
  /** The person's other open cases. */
  open: Facts;
  now: Instant;
};

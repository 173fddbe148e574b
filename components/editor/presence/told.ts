/** Somebody who writes a draft. */
type Writer = { id: string; name: string } | null;

/** That another one writes than before, as far as it matters to whoever looks. */
export type Told =
  | { what: "given" | "free" }
  /** It went from oneself to another, or they are the first to write: from now on one reads. */
  | { what: "handed" | "taken" | "reading"; name: string };

/** What to tell `me` when the writer of a draft changes; null when it only began or stopped with them. */
export function toldOf(
  before: Writer,
  after: Writer,
  { me, handedTo }: { me: string; handedTo: string | null },
): Told | null {
  if (after === null) return before === null || before.id === me ? null : { what: "free" };
  if (after.id === me) return before === null || before.id === me ? null : { what: "given" };
  const { name } = after;
  if (before?.id !== me) return { what: "reading", name };
  return { what: handedTo === after.id ? "handed" : "taken", name };
}

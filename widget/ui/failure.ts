import type { InboxFailure } from "../client/inbox";

const FAILURES: readonly unknown[] = ["offline", "no_token", "refused", "busy", "server"];

/** Why something failed, as an error of the inbox says it. */
export function failureIn(error: unknown): InboxFailure {
  const why: unknown = error instanceof Error && "why" in error ? error.why : null;
  return FAILURES.includes(why) ? (why as InboxFailure) : "server";
}

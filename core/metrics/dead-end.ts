import { isGhost } from "./message-facts";
import type { RawCase, RawMessage } from "./raw-case";

/** No way to the person, or nobody to write to: by want of one, or by their own will. */
const NO_WAY: readonly string[] = [
  "skip.no_address",
  "skip.no_consent",
  "skip.no_person",
  "skip.pref_channel",
  "skip.pref_topic",
  "skip.suppressed",
  "skip.unverified",
  "fail.bounced",
];

/** What may have arrived, or may yet. */
const HAS_WAY: readonly RawMessage["status"][] = [
  "planned",
  "held",
  "sending",
  "sent",
  "delivered",
  "unknown",
];

/**
 * Whether nobody could be reached: no message arrived or still may, and at least one, or an escalation,
 * found no channel or no target; or the case expired without a single message. Never in a holdout.
 */
export function isDeadEnd({ holdout, messages, turns, status }: RawCase): boolean {
  if (holdout || turns.some(({ told }) => told)) return false;
  if (messages.some((each) => isGhost(each) || HAS_WAY.includes(each.status))) return false;
  const isWayless = messages.some(({ code }) => code !== null && NO_WAY.includes(code));
  return isWayless || turns.length > 0 || (status === "expired" && messages.length === 0);
}

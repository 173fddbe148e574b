import type { OutcomeClass } from "@/core/delivery/message-status";
import { type DecisionCode, isDecisionCode } from "./codes";

/** The four outcomes of a message, and what else a timeline line can be about. */
export type DecisionClass = OutcomeClass | "escalation" | "case" | "person" | "decision";

const OF_PREFIX = {
  sent: "sent",
  held: "held",
  hold: "held",
  skip: "not_sent",
  fail: "failed",
  esc: "escalation",
  case: "case",
  response: "person",
  reply: "person",
  stale: "person",
  planned: "person",
} as const satisfies Record<string, DecisionClass>;

/** Where the prefix alone would mislead: what people did to a case, and what needs a fix. */
const OF_CODE: Partial<Record<DecisionCode, DecisionClass>> = {
  "case.snoozed": "person",
  "case.reassigned": "person",
  "case.taken_over": "person",
  "case.handed_over": "person",
  "case.priority": "person",
  "case.note": "person",
  "case.fault": "failed",
  "call.failed": "failed",
};

/** Any code, also one this version does not know. */
export function classOf(code: string): DecisionClass {
  const own = isDecisionCode(code) ? OF_CODE[code] : undefined;
  if (own) return own;
  const prefix = code.split(".")[0] ?? "";
  return Object.hasOwn(OF_PREFIX, prefix)
    ? OF_PREFIX[prefix as keyof typeof OF_PREFIX]
    : "decision";
}

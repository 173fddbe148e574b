import type { DecisionClass } from "@/core/sentence/decision-class";

const CLASSES = {
  sent: true,
  held: true,
  not_sent: true,
  failed: true,
  escalation: true,
  case: true,
  person: true,
  decision: true,
} as const satisfies Record<DecisionClass, true>;

const isClass = (word: string): word is DecisionClass => Object.hasOwn(CLASSES, word);

/** A class as it was stored; one this version does not know is shown as a decision. */
export const classFrom = (word: string): DecisionClass => (isClass(word) ? word : "decision");

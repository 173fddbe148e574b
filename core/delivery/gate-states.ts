/** What a gate did to a message: let it through, stopped or held it, or was never asked. */
export type GateState = { name: GateName; state: "open" | "closed" | "not_reached" };

export const GATE_NAMES = [
  "case",
  "person",
  "topic",
  "consent",
  "address",
  "quiet_hours",
  "cap",
  "digest",
  "holdout",
  "fallback",
  "told",
  "duplicate",
  "helper",
] as const;
type GateName = (typeof GATE_NAMES)[number];

const isGate = (name: unknown): name is GateName => GATE_NAMES.some((known) => known === name);

const CASE_CODES = [
  "skip.responded",
  "skip.case_closed",
  "skip.acknowledged",
  "skip.reopened",
  "held.snoozed",
];

/** The gate that a reason belongs to, for messages that were ended without being looked at. */
export function gateOfCode(code: string): GateName | null {
  return CASE_CODES.includes(code) ? "case" : null;
}

/**
 * Every gate in the order of evaluation: those before the one that decided were open, those behind
 * it were not reached. `decided` is the gate in a message's evidence; anything else means that all
 * of them let it through.
 */
export function gateStates(decided: unknown): GateState[] {
  const at = isGate(decided) ? GATE_NAMES.indexOf(decided) : GATE_NAMES.length;
  return GATE_NAMES.map((name, place) => ({
    name,
    state: place < at ? "open" : place === at ? "closed" : "not_reached",
  }));
}

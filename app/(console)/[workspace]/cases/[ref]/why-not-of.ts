import { type GateState, gateOfCode, gateStates } from "@/core/delivery/gate-states";
import type { Instant } from "@/core/time";
import { walk } from "@/core/workflow/definition";
import type { LoadedCase } from "./load-case";

/** What became of one message of the step, gate by gate. */
export type Looked = {
  messageId: string;
  status: string;
  sentence: string;
  because: string | null;
  change: string;
  gates: GateState[];
};

export type WhyNot =
  | { kind: "looked"; messages: Looked[] }
  /** Its turn is still to come. */
  | { kind: "planned"; at: Instant }
  | { kind: "taken_out" }
  | { kind: "closed" }
  /** The case is past it, or goes another way as things stand. */
  | { kind: "passed" }
  | { kind: "not_on_the_way" };

/** Why a step's messages were not sent, or have not been yet: its messages first, then the plan. */
export function whyNotOf(loaded: LoadedCase, stepId: string): WhyNot {
  const { timeline, plan, row, messages, definition } = loaded;
  const own = timeline.filter(({ messageId, step }) => messageId !== null && step === stepId);
  if (own.length > 0) {
    return {
      kind: "looked",
      messages: own.map(({ messageId, sentence, because, why, code, evidence }) => ({
        messageId: messageId ?? "",
        status: messages.get(messageId ?? "")?.status ?? "",
        sentence,
        because,
        change: why.change,
        gates: gatesOf(messages.get(messageId ?? "")?.status, gateOfCode(code) ?? evidence.gate),
      })),
    };
  }
  const planned = plan.plan.find(({ step, messageId }) => step === stepId && messageId === null);
  if (planned) return { kind: "planned", at: planned.at };
  if (row.status !== "open") return { kind: "closed" };
  const takenOut = row.memory?.takenOut;
  if (takenOut && Object.hasOwn(takenOut, stepId)) return { kind: "taken_out" };
  const order = definition ? [...walk(definition)].map(({ step }) => step.id) : [];
  const isBehind = order.indexOf(stepId) < order.indexOf(row.step ?? "");
  return { kind: isBehind ? "passed" : "not_on_the_way" };
}

/** No gates for a message that was never looked at: one that waits, or that somebody took out. */
function gatesOf(status: string | undefined, decided: unknown): GateState[] {
  const wasAsked = decided !== undefined || (status !== "planned" && status !== "not_sent");
  return wasAsked ? gateStates(decided) : [];
}

import type { SimulationEntry } from "@/core/case/simulation";
import { CLASS_OF } from "@/core/delivery/message-status";
import type { Instant } from "@/core/time";
import type { DecisionClass } from "./decision-class";
import { decisionSentence } from "./decision-sentence";
import { messageSentence } from "./message-sentence";
import type { DecisionOptions } from "./param-slots";
import { behaviourSentence } from "./scenario-sentence";

/** One row of a simulation's timeline in words. */
export type SimulationLine = {
  at: Instant;
  /** Behaviours are the person's. */
  class: DecisionClass;
  /** The reason code; null for a behaviour. */
  code: string | null;
  step: string | null;
  sentence: string;
  because: string | null;
  /** Id of the simulated message it is about. */
  message: string | null;
  /** True for a behaviour that had nothing it could be done to. */
  idle: boolean;
};

/** A row of a simulation in the reader's words. A message is called as its reader sees it, else by its template. */
export function simulationLine(entry: SimulationEntry, options: DecisionOptions): SimulationLine {
  const { at } = entry;
  if (entry.kind === "behaviour") {
    const { behaviour, done, message } = entry;
    const sentence = behaviourSentence(behaviour, options);
    const own = { code: null, step: null, because: null, message, idle: !done };
    return { at, class: "person", sentence, ...own };
  }
  if (entry.kind === "decision") {
    const { code, step = null } = entry.decision;
    const words = decisionSentence(entry.decision, options);
    return { at, code, step, message: null, idle: false, ...words };
  }
  const { message, code, params } = entry;
  const { names } = options;
  const { content, template, personId, step } = message;
  const words = messageSentence(
    {
      ...message,
      code,
      params,
      subject: content?.subject ?? content?.title ?? names?.template?.(template) ?? template,
      personName: names?.person?.(personId) ?? personId,
      deliverAt: null,
      because: message.request.because ?? null,
    },
    options,
  );
  const { sentence, because } = words;
  const kind = CLASS_OF[message.status];
  return { at, class: kind, code, step, sentence, because, message: message.id, idle: false };
}

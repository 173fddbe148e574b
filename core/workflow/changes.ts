import { stepSentence } from "@/core/sentence/step-sentence";
import { type Definition, walk } from "./definition";
import type { Step } from "./step";

/** One difference between two versions, in sentences. */
export type Change = {
  kind: "added" | "removed" | "changed" | "setting";
  /** Step id, or the name of the setting. */
  what: string;
  before: string | null;
  after: string | null;
};

const SETTINGS = [
  "purpose",
  "topic",
  "start",
  "person",
  "subject",
  "key",
  "due",
  "earlyAnswer",
  "stopsWhen",
  "expiry",
  "limits",
] as const;

/** What differs, step by step and setting by setting. `from` null: everything is new. */
export function changesOf(from: Definition | null, to: Definition, locale: string): Change[] {
  const before = stepsOf(from);
  const after = stepsOf(to);
  const say = (step: Step) => stepSentence(step, { locale });
  const changes: Change[] = [];
  for (const name of SETTINGS) {
    const [old, now] = [settingText(from, name), settingText(to, name)];
    if (from && old !== now) changes.push({ kind: "setting", what: name, before: old, after: now });
  }
  for (const [id, step] of after) {
    const old = before.get(id);
    if (!old) changes.push({ kind: "added", what: id, before: null, after: say(step) });
    else if (JSON.stringify(old) !== JSON.stringify(step)) {
      changes.push({ kind: "changed", what: id, before: say(old), after: say(step) });
    }
  }
  for (const [id, step] of before) {
    if (!after.has(id)) changes.push({ kind: "removed", what: id, before: say(step), after: null });
  }
  return changes;
}

const stepsOf = (definition: Definition | null): Map<string, Step> =>
  new Map(definition ? [...walk(definition)].map(({ step }) => [step.id, step]) : []);

function settingText(
  definition: Definition | null,
  name: (typeof SETTINGS)[number],
): string | null {
  const value = name === "expiry" ? definition?.expiry?.after : definition?.[name];
  return value === undefined ? null : JSON.stringify(value);
}

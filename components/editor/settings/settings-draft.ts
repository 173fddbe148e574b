import { Key } from "@/core/ids";
import { type Definition, DueRule, StopRule } from "@/core/workflow/definition";
import type { SeenField } from "@/core/workflow/editor-facts";
import { type LengthDraft, lengthDraft, lengthOf } from "../forms/length-draft";

export type PersonKind = "event" | "field" | "person";
export type PersonDraft = { kind: PersonKind; text: string };

export function personDraft(person: Definition["person"]): PersonDraft {
  if (person === undefined) return { kind: "event", text: "" };
  return typeof person === "string"
    ? { kind: "field", text: person }
    : { kind: "person", text: person.id };
}

/** What a draft means, not yet checked against the schema. */
export function personOf({ kind, text }: PersonDraft): unknown {
  if (kind === "event") return undefined;
  return kind === "field" ? text.trim() : { id: text.trim() };
}

export type DueKind = "none" | "from" | "after";
export type DueDraft = { kind: DueKind; path: string; length: LengthDraft };
const TWO_WEEKS: LengthDraft = { n: "14", unit: "day" };

export function dueDraft(due: DueRule | undefined): DueDraft {
  const empty = { path: "", length: TWO_WEEKS };
  if (due === undefined) return { ...empty, kind: "none" };
  if ("from" in due) return { ...empty, kind: "from", path: due.from };
  return { ...empty, kind: "after", length: lengthDraft(due.after) };
}

export function dueOf({ kind, path, length }: DueDraft): { value: DueRule | undefined } | null {
  if (kind === "none") return { value: undefined };
  const parsed = DueRule.safeParse(
    kind === "from" ? { from: path.trim() } : { after: lengthOf(length) },
  );
  return parsed.success ? { value: parsed.data } : null;
}

export const STOP_SHAPES = ["event", "action", "reply"] as const;
export type StopShape = (typeof STOP_SHAPES)[number];
export const STOP_EFFECTS = ["resolve", "respond", "snooze"] as const;
export type StopEffect = (typeof STOP_EFFECTS)[number];

/** A stop rule while it is edited; `name` is the event's or the action's. */
export type StopDraft = {
  shape: StopShape;
  name: string;
  key: string | undefined;
  when: string | undefined;
  effect: StopEffect | undefined;
  until: string;
};

export const newStop = (shape: StopShape, name = ""): StopDraft => ({
  shape,
  name,
  key: undefined,
  when: undefined,
  effect: undefined,
  until: "",
});

export function stopDraft(rule: StopRule): StopDraft {
  if ("action" in rule) return newStop("action", rule.action);
  if (!("event" in rule)) return newStop("reply");
  const { key, when, then: effect, until = "" } = rule;
  return { shape: "event", name: rule.event, key, when, effect, until };
}

/** Null while it is unfinished. */
function stopOf(draft: StopDraft): StopRule | null {
  const { shape, key, when, effect, until } = draft;
  const name = draft.name.trim();
  const given = [
    ["key", key],
    ["when", when],
    ["then", effect],
    ["until", until.trim() || undefined],
  ];
  const set = given.filter(([, value]) => value !== undefined);
  const rule =
    shape === "event"
      ? { event: name, ...Object.fromEntries(set) }
      : shape === "action"
        ? { action: name }
        : { reply: true };
  const parsed = StopRule.safeParse(rule);
  return parsed.success ? parsed.data : null;
}

export function stopsOf(drafts: readonly StopDraft[]): { value: StopRule[] } | null {
  const rules = drafts.map(stopOf);
  const finished = rules.filter((rule) => rule !== null);
  return finished.length === rules.length ? { value: finished } : null;
}

export const isKey = (text: string): boolean => Key.safeParse(text).success;

/** A template with the examples of its fields; null where it does more than name fields. */
export function filledTemplate(template: string, fields: readonly SeenField[]): string | null {
  let isKnown = true;
  const text = template.replace(/\{\{-?\s*([\w.-]+?)\s*-?\}\}/g, (_, path: string) => {
    const example = fields.find((field) => field.path === path)?.example;
    const isPlain = typeof example === "string" || typeof example === "number";
    if (!isPlain) isKnown = false;
    return isPlain ? String(example) : "";
  });
  return isKnown && text !== template && !/\{[{%]/.test(text) ? text : null;
}

/** The definition with a limit set, or without limits when none is left. */
export function withLimit(
  definition: Definition,
  name: "messagesMax" | "daysMax",
  value: number | undefined,
): Definition {
  const { limits, ...rest } = definition;
  const { [name]: _, ...others } = limits ?? {};
  const next = value === undefined ? others : { ...others, [name]: value };
  return Object.keys(next).length === 0 ? rest : { ...rest, limits: next };
}

/** The definition with a time to the end set, or with the standard one. */
export function withExpiry(definition: Definition, after: string | undefined): Definition {
  const { expiry, ...rest } = definition;
  const { after: _, ...others } = expiry ?? {};
  const next = after === undefined ? others : { ...others, after };
  return Object.keys(next).length === 0 ? rest : { ...rest, expiry: next };
}

/** The definition with its start event; without one there is no condition either. */
export function withStart(definition: Definition, event: string | undefined): Definition {
  const { start, ...rest } = definition;
  return event === undefined ? rest : { ...rest, start: { ...start, event } };
}

export function withWhere(definition: Definition, where: string | undefined): Definition {
  if (!definition.start) return definition;
  const { event } = definition.start;
  return { ...definition, start: where === undefined ? { event } : { event, where } };
}

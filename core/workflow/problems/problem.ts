import type { Channel } from "@/core/template/channel";
import type { Template } from "@/core/template/content";
import type { Definition, walk } from "../definition";

/** A problem blocks publishing; a check is advice that can be accepted. */
export type Severity = "problem" | "check";

/** Something to mend: where it stands, a sentence, the reason, and what to do about it. */
export type Problem = {
  code: string;
  severity: Severity;
  /** Dotted place in the document: `stages.1.steps.0.until`. */
  path: string;
  step: string | null;
  message: string;
  why: string;
  fix: string;
};

/** What a workspace has, as far as a definition can refer to it. Null: not known, so not checked. */
export type WorkflowFacts = {
  templates: ReadonlyMap<string, Pick<Template, "channel" | "content" | "locales">>;
  topics: ReadonlyMap<string, { required: boolean }>;
  teams: ReadonlyMap<string, { leadId: string | null; members: readonly unknown[] }>;
  policies: { has(key: string): boolean };
  rotas: { has(key: string): boolean };
  channelsOn: ReadonlySet<Channel> | null;
  eventNames: ReadonlySet<string> | null;
};

export type Place = ReturnType<typeof walk> extends Generator<infer P> ? P : never;

/** One theme's look at a whole definition. */
export type Look = (
  definition: Definition,
  facts: WorkflowFacts,
  places: readonly Place[],
) => Problem[];

type Words = Pick<Problem, "code" | "message" | "why" | "fix">;

/** A finding at a field of a step. */
export function atStep(
  place: Place,
  field: (string | number)[],
  severity: Severity,
  words: Words,
): Problem {
  return { ...words, severity, path: [...place.path, ...field].join("."), step: place.step.id };
}

/** A finding about the workflow itself. */
export function atRoot(path: string, severity: Severity, words: Words): Problem {
  return { ...words, severity, path, step: null };
}

/** True for the steps of the stages, false for those of the two endings. */
export const isInStages = (place: Place): boolean => place.path[0] === "stages";

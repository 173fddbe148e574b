import type { Channel } from "@/core/template/channel";
import type { Template } from "@/core/template/content";
import type { Snippets } from "@/core/template/snippet";
import type { Definition, walk } from "../definition";
import type { SeenEvent } from "../editor-facts";
import type { Ladder } from "../steps/escalate";
import type { ProblemCode, ProblemParams } from "./codes";

/** A problem blocks publishing; a check is advice that can be accepted. */
export type Severity = "problem" | "check";

type Found<C extends ProblemCode> = {
  code: C;
  severity: Severity;
  /** Dotted place in the document: `stages.1.steps.0.until`. */
  path: string;
  step: string | null;
  params: ProblemParams[C];
};

/** Something to mend: what, where it stands, and the values its words are made of. */
export type Problem = { [C in ProblemCode]: Found<C> }[ProblemCode];

/** What simulated runs of all scenarios came to. */
export type ScenarioRuns = {
  scenarios: number;
  /** Ids of the steps that at least one run came to. */
  reached: ReadonlySet<string>;
  /** The most messages that one person got within `hours`; null where there is no cap. */
  most: {
    messages: number;
    hours: number;
    cap: number;
    scenario: string | null;
    name: string | null;
  } | null;
};

/** What a workspace has, as far as a definition can refer to it. Null, or left out: not known, so not checked. */
export type WorkflowFacts = {
  templates: ReadonlyMap<string, Pick<Template, "channel" | "content" | "locales">>;
  /** Words that contents may name. */
  snippets?: Snippets | null;
  /** Contents of a draft that cannot be sent yet, each with the first field that is not finished. */
  unfinished?: ReadonlyMap<string, { channel: Channel; field: string }>;
  topics: ReadonlyMap<string, { required: boolean; name?: string }>;
  teams: ReadonlyMap<string, { leadId: string | null; members: readonly unknown[]; name?: string }>;
  policies: { has(key: string): boolean };
  /** What the policies do, by key. */
  ladders?: ReadonlyMap<string, Ladder> | null;
  rotas: { has(key: string): boolean };
  channelsOn: ReadonlySet<Channel> | null;
  eventNames: ReadonlySet<string> | null;
  /** By name, as they came lately. */
  events?: ReadonlyMap<string, SeenEvent> | null;
  /** False where messages leave without the link to the preference center. */
  preferenceLinks?: boolean | null;
  /** False where emails leave without the sender's postal address. */
  postalAddress?: boolean | null;
  /** Languages messages are to be written in, the contents' own first. */
  languages?: readonly string[] | null;
  /** The local hours in which most people want no messages. */
  quietHours?: { from: string; to: string } | null;
  runs?: ScenarioRuns | null;
};

export type Place = ReturnType<typeof walk> extends Generator<infer P> ? P : never;

/** One theme's look at a whole definition. */
export type Look = (
  definition: Definition,
  facts: WorkflowFacts,
  places: readonly Place[],
) => Problem[];

/** A finding at a field of a step. */
export function atStep<C extends ProblemCode>(
  place: Place,
  field: (string | number)[],
  severity: Severity,
  code: C,
  params: ProblemParams[C],
): Problem {
  const path = [...place.path, ...field].join(".");
  return { code, severity, path, step: place.step.id, params } as Problem;
}

/** A finding about the workflow itself. */
export function atRoot<C extends ProblemCode>(
  path: string,
  severity: Severity,
  code: C,
  params: ProblemParams[C],
): Problem {
  return { code, severity, path, step: null, params } as Problem;
}

/** True for the steps of the stages, false for those of the two endings. */
export const isInStages = (place: Place): boolean => place.path[0] === "stages";

import { assert } from "@/core/assert";
import type { ScenarioTest } from "@/core/case/scenario-test";
import type { PolicyInput } from "@/core/contracts/teams";
import type { TopicInput } from "@/core/contracts/topics";
import type { Action, Content, Template } from "@/core/template/content";
import type { Definition, DueRule, StopRule } from "@/core/workflow/definition";

/** A team a starter sends to or escalates to; whoever uses the starter says which of theirs it is. */
type NeededTeam = { key: string; name: string; role: string };

/**
 * What using a starter asks, with its defaults. `person` null: the person the event itself names.
 * `due` null: nothing of it counts from a due date.
 */
type Asks = {
  event: string;
  person: string | null;
  due: DueRule | null;
  teams: readonly NeededTeam[];
};

type Written = {
  /** Its place in the gallery, from 1. */
  number: number;
  key: string;
  name: string;
  /** What it does, in one sentence, for its card in the gallery. */
  sentence: string;
  definition: Definition;
  templates: Readonly<Record<string, Template>>;
  topics: readonly (TopicInput & { key: string })[];
  policies: readonly (PolicyInput & { key: string })[];
  teams: readonly NeededTeam[];
  rotas: readonly { key: string; name: string }[];
  example: { event: string; data: Record<string, string | number> };
  /** What must come of it; kept with every workflow made from it, and run when that is published. */
  scenarios: readonly ScenarioTest[];
};

/**
 * A workflow to begin with: a definition with everything it refers to, ready to be saved and
 * published. `example` is an event that opens a case of it, `response` its typical answer.
 */
export type Starter = Written & { response: StopRule; asks: Asks };

/** Completes what is written with what follows from it: the first answer named is the typical one. */
export function starter(written: Written): Starter {
  const { definition, teams, example } = written;
  const [response] = definition.stopsWhen;
  assert(response, "a starter is stopped by an answer");
  const { start, due = null } = definition;
  const person = typeof definition.person === "string" ? definition.person : null;
  return {
    ...written,
    response,
    asks: { event: start?.event ?? example.event, person, due, teams },
  };
}

type Words = { en: Content; de: Content };
type Labels = { en: string; de: string };

/** A template in English, with German beside it. */
export const template = (channel: Template["channel"], { en, de }: Words): Template => ({
  channel,
  content: en,
  locales: { de },
});

/** One button in both languages. */
export const button = (action: Omit<Action, "label">, { en, de }: Labels) => ({
  en: { ...action, label: en },
  de: { ...action, label: de },
});

/** A greeting that reads well without a name. */
export const HELLO = {
  en: "Hello{% if recipient.firstName %} {{ recipient.firstName }}{% endif %},",
  de: "Guten Tag{% if recipient.name %} {{ recipient.name }}{% endif %},",
} as const;

/** The deadline as a day and from now; a case may still wait for its date. */
export const DEADLINE = {
  en: '{% if due %}{{ due | date: "day" }} ({{ due | relative }}){% else %}the agreed date{% endif %}',
  de: '{% if due %}{{ due | date: "day" }} ({{ due | relative }}){% else %}das vereinbarte Datum{% endif %}',
} as const;

/** Whoever the case is about, also when nothing is known of them. */
export const WHO = {
  en: '{{ person.name | default: "The person we asked" }}',
  de: '{{ person.name | default: "Die angefragte Person" }}',
} as const;

/** Take an escalated case on: the first button of every message that brings somebody in. */
export const TAKE_ON = button(
  { id: "acknowledge", kind: "acknowledge" },
  { en: "I will take care of it", de: "Ich übernehme das" },
);

/** Below it: somebody more is wanted, now. */
export const NEED_HELP = button(
  { id: "need-help", kind: "need_help" },
  { en: "I need help", de: "Ich brauche Hilfe" },
);

/** The case with all that was tried. */
export const OPEN_CASE = button(
  { id: "open-case", kind: "link", url: "{{ case.url }}" },
  { en: "Open the case", de: "Fall öffnen" },
);

/** A JSON Schema of an event's data, every field with an example. */
export function dataSchema(
  fields: Readonly<
    Record<string, { type: "string" | "number"; title: string; example: string | number }>
  >,
  required: readonly string[],
) {
  const properties = Object.fromEntries(
    Object.entries(fields).map(([name, { type, title, example }]) => [
      name,
      { type, title, examples: [example] },
    ]),
  );
  const schema = { type: "object", required: [...required], properties };
  return schema;
}

/** The examples of a data schema, as one event's data. */
export const exampleOf = (
  fields: Readonly<Record<string, { example: string | number }>>,
): Record<string, string | number> =>
  Object.fromEntries(Object.entries(fields).map(([name, { example }]) => [name, example]));

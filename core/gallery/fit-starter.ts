import type { ScenarioTest } from "@/core/case/scenario-test";
import { ladderOf } from "@/core/contracts/teams";
import { Channel } from "@/core/template/channel";
import type { Template } from "@/core/template/content";
import type { Definition } from "@/core/workflow/definition";
import { canonicalText } from "@/core/workflow/edit/document";
import type { Ladder } from "@/core/workflow/steps/escalate";
import { moveDataField, moveSchemaField, withSchemaField } from "./move-field";
import type { Starter } from "./starter";
import type { StarterAnswers } from "./starter-answers";

type NewPolicy = { key: string; name: string; ladder: Ladder };

/** What a workspace has under the keys a starter brings. */
export type Existing = {
  templates: ReadonlyMap<string, Template>;
  policies: ReadonlyMap<string, Pick<NewPolicy, "name" | "ladder">>;
  topics: ReadonlySet<string>;
  teams: ReadonlySet<string>;
};

/** A starter as one workspace takes it: the document, and what has to be made beside it. */
export type FittedStarter = {
  definition: Definition;
  scenarios: ScenarioTest[];
  templates: { key: string; template: Template }[];
  topics: Starter["topics"][number][];
  policies: NewPolicy[];
  teams: { key: string; name: string }[];
};

/**
 * Fits a starter into a workspace: its event, fields and teams are the answers', what the workspace
 * has already is used, and what it has under the same key with other content is made under another.
 */
export function fitStarter(
  starter: Starter,
  answers: StarterAnswers,
  existing: Existing,
): FittedStarter {
  const teams = fitTeams(starter, answers, existing);
  const names: Names = {
    team: teams.keys,
    template: new Map(),
    policy: new Map(),
  };
  const templates: FittedStarter["templates"] = [];
  for (const [key, template] of Object.entries(starter.templates)) {
    const { free, isNew } = place(key, template, (at) => existing.templates.get(at));
    names.template.set(key, free);
    if (isNew) templates.push({ key: free, template });
  }
  const policies: NewPolicy[] = [];
  for (const policyInput of starter.policies) {
    const { key, name } = policyInput;
    const policy = { name, ladder: renamed(ladderOf(policyInput), names) };
    const { free, isNew } = place(key, policy, (at) => existing.policies.get(at));
    names.policy.set(key, free);
    if (isNew) policies.push({ key: free, ...policy });
  }
  return {
    definition: fitDefinition(renamed(starter.definition, names), answers),
    scenarios: fitScenarios(starter, answers),
    templates,
    policies,
    topics: starter.topics.filter(({ key }) => !existing.topics.has(key)),
    teams: teams.made,
  };
}

function fitTeams(starter: Starter, answers: StarterAnswers, existing: Existing) {
  const made: FittedStarter["teams"] = [];
  const keys = new Map<string, string>();
  for (const { key, name } of starter.teams) {
    const chosen = answers.teams[key] ?? null;
    const free = chosen ?? firstFree(key, (at) => existing.teams.has(at));
    keys.set(key, free);
    if (chosen === null) made.push({ key: free, name });
  }
  return { made, keys };
}

function fitDefinition(definition: Definition, answers: StarterAnswers): Definition {
  const { startEvent, personField, dueField } = answers;
  const { due, start, data } = definition;
  const from = due && "from" in due ? due.from : null;
  const moves = from !== null && dueField !== null && dueField !== from;
  const dated = data && moves ? moveSchemaField(data, from, dueField) : data;
  const example = { type: "string", title: "Id of the person", examples: ["customer_1"] };
  const described =
    dated && personField !== null ? withSchemaField(dated, personField, example) : dated;
  return {
    ...definition,
    start: { ...start, event: startEvent },
    ...(personField !== null && { person: personField }),
    ...(moves && { due: { from: dueField } }),
    ...(described && { data: described as NonNullable<Definition["data"]> }),
  };
}

function fitScenarios(starter: Starter, { dueField }: StarterAnswers): ScenarioTest[] {
  const { due } = starter.definition;
  const from = due && "from" in due ? due.from : null;
  if (from === null || dueField === null) return [...starter.scenarios];
  return starter.scenarios.map((test) =>
    test.data === undefined
      ? test
      : {
          ...test,
          data: moveDataField(test.data, from, dueField) as NonNullable<ScenarioTest["data"]>,
        },
  );
}

const SUFFIX_MAX = 1_000;

/** The first of `key`, `key-2`, `key-3` … that holds nothing, or the same thing already. */
function place<T>(key: string, wanted: T, at: (key: string) => T | undefined) {
  const same = canonicalText(wanted);
  const free = firstFree(key, (candidate) => {
    const there = at(candidate);
    return there !== undefined && canonicalText(there) !== same;
  });
  return { free, isNew: at(free) === undefined };
}

function firstFree(key: string, isTaken: (key: string) => boolean): string {
  for (let n = 1; n <= SUFFIX_MAX; n++) {
    const candidate = n === 1 ? key : `${key}-${n}`;
    if (!isTaken(candidate)) return candidate;
  }
  throw new Error(`More than ${SUFFIX_MAX} things are called ${key}`);
}

type Names = Record<"team" | "template" | "policy", Map<string, string>>;

const CHANNELS: readonly string[] = Channel.options;

/** The same document with other keys where it refers to teams, policies and contents. */
function renamed<T>(document: T, names: Names): T {
  return walk(document, names) as T;
}

function walk(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.map((item) => walk(item, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      // An event's data and a call's body have fields of their own names.
      if (name === "data" || name === "body") return [name, inner];
      if (typeof inner !== "string") return [name, walk(inner, names)];
      const kind = name === "team" || name === "policy" ? name : null;
      const list = CHANNELS.includes(name) ? names.template : kind && names[kind];
      return [name, list?.get(inner) ?? inner];
    }),
  );
}

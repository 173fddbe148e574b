import { personScope } from "@/core/case/condition-scope";
import { parseCondition, pathsOf } from "@/core/condition/condition";
import { parseTemplate, variablesOf } from "@/core/template/liquid";
import { isScopeRoot, SCOPE_ROOTS } from "@/core/template/scope";
import type { Definition } from "../definition";
import { usesOf } from "./channel-uses";
import { readingOf } from "./content-reading";
import { pathParts, unknownField } from "./data-schema";
import { nearestName } from "./nearest-name";
import {
  atRoot,
  atStep,
  type Look,
  type Place,
  type Problem,
  type Severity,
  type WorkflowFacts,
} from "./problem";
import { seenNames } from "./seen-fields";

type Known = {
  schema: Record<string, unknown> | null;
  /** Fields of the events that came lately, which stand in for a schema that is not there. */
  seen: string[] | null;
  saved: Set<string>;
  steps: Set<string>;
};
type Unknown = { name: string; meant: string | null; severity: Severity };

const PERSON_FIELDS = Object.keys(
  personScope({
    id: "",
    name: null,
    email: null,
    phone: null,
    locale: null,
    timeZone: null,
    attributes: {},
    location: null,
    managerId: null,
    pausedUntil: null,
    preferredChannel: null,
    erased: false,
  }),
);

/** Names in contents, texts and conditions that nothing stands behind. */
export const variables: Look = (definition, facts, places) => {
  const known = knownIn(definition, facts, places);
  return [
    ...ownTexts(definition, known),
    ...places.flatMap((place) =>
      usesOf(place, facts).flatMap((use) => {
        const template = facts.templates.get(use.template);
        if (!template) return [];
        const contents = [template.content, ...Object.values(template.locales ?? {})];
        const readings = contents.map((content) => readingOf(content, facts.snippets ?? null));
        const broken = readings.flatMap((reading) => reading.broken ?? []).slice(0, 1);
        const paths = new Set(readings.flatMap((reading) => reading.variables));
        return [
          ...broken.map((detail) =>
            atStep(place, use.field, "problem", "send.unknown_variable", {
              ...unreadable(detail),
              template: use.template,
            }),
          ),
          ...unknownsAmong(paths, known).map(({ severity, ...unknown }) =>
            atStep(place, use.field, severity, "send.unknown_variable", {
              ...unknown,
              form: "unknown",
              template: use.template,
              detail: null,
            }),
          ),
        ];
      }),
    ),
    ...places.flatMap((place) => conditionFields(place, known)),
  ];
};

const unreadable = (detail: string) =>
  ({ form: "unreadable", template: null, name: "", meant: null, detail }) as const;

function knownIn(definition: Definition, facts: WorkflowFacts, places: readonly Place[]): Known {
  const saved = new Set<string>();
  for (const { step } of places) {
    if (step.kind === "call" && step.saveAs !== undefined) saved.add(step.saveAs);
  }
  const steps = new Set(places.map(({ step }) => step.id));
  const opens = definition.start?.event;
  const seen = seenNames(opens === undefined ? undefined : facts.events?.get(opens));
  return { schema: definition.data ?? null, seen, saved, steps };
}

function ownTexts(definition: Definition, known: Known): Problem[] {
  const texts = [
    { path: "subject", text: definition.subject },
    { path: "key", text: definition.key },
  ];
  return texts.flatMap(({ path, text }): Problem[] => {
    if (text === undefined) return [];
    const parsed = parseTemplate(text);
    if (!parsed.ok) {
      const params = unreadable(parsed.problem.message);
      return [atRoot(path, "problem", "send.unknown_variable", params)];
    }
    return unknownsAmong(new Set(variablesOf(text)), known).map(({ severity, ...unknown }) =>
      atRoot(path, severity, "send.unknown_variable", {
        ...unknown,
        form: "unknown",
        template: null,
        detail: null,
      }),
    );
  });
}

/** A condition may ask for what an event can lack; a name no event has is worth a look. */
function conditionFields(place: Place, known: Known): Problem[] {
  if (place.step.kind !== "branch") return [];
  return place.step.paths.flatMap(({ when }, i) => {
    const parsed = parseCondition(when);
    if (!parsed.ok) return [];
    return unknownsAmong(new Set(pathsOf(parsed.condition)), known).map(({ name, meant }) =>
      atStep(place, ["paths", i, "when"], "check", "branch.unknown_variable", { name, meant }),
    );
  });
}

function unknownsAmong(paths: ReadonlySet<string>, known: Known): Unknown[] {
  return [...paths].flatMap((path) => unknownName(path, known) ?? []);
}

function unknownName(path: string, { schema, seen, saved, steps }: Known): Unknown | null {
  const [root = "", first, ...rest] = pathParts(path);
  if (!isScopeRoot(root)) {
    return { name: path, meant: nearestName(root, SCOPE_ROOTS), severity: "problem" };
  }
  if (first === undefined) return null;
  if (root === "person" || root === "recipient") return inList(root, first, PERSON_FIELDS, path);
  if (root === "messages") return inList(root, first, [...steps], path);
  if (root !== "data" || saved.has(first)) return null;
  const field = [first, ...rest].join(".");
  if (schema === null) return seen && notSeen(path, field, seen);
  const unknown = unknownField(schema, field);
  if (!unknown) return null;
  const meant = nearestName(unknown.path, [...unknown.known, ...saved]);
  return { name: path, meant: meant && `data.${meant}`, severity: "problem" };
}

/** Without a schema a field that no event brought lately may still come: worth a look. */
function notSeen(path: string, field: string, seen: string[]): Unknown | null {
  const isKnown = seen.some(
    (name) => name === field || field.startsWith(`${name}.`) || name.startsWith(`${field}.`),
  );
  if (isKnown) return null;
  const meant = nearestName(field, seen);
  return { name: path, meant: meant && `data.${meant}`, severity: "check" };
}

function inList(root: string, name: string, known: string[], path: string): Unknown | null {
  if (known.includes(name)) return null;
  const meant = nearestName(name, known);
  return { name: path, meant: meant && `${root}.${meant}`, severity: "problem" };
}

import { personScope } from "@/core/case/condition-scope";
import { parseCondition, pathsOf } from "@/core/condition/condition";
import { variablesOfContent } from "@/core/template/content-problems";
import { parseTemplate, variablesOf } from "@/core/template/liquid";
import { isScopeRoot, SCOPE_ROOTS } from "@/core/template/scope";
import type { Definition } from "../definition";
import { usesOf } from "./channel-uses";
import { pathParts, unknownField } from "./data-schema";
import { didYouMean } from "./nearest-name";
import { atRoot, atStep, type Look, type Place, type Problem } from "./problem";

type Known = { schema: Record<string, unknown> | null; saved: Set<string>; steps: Set<string> };
type Unknown = { message: string };

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
    erased: false,
  }),
);

/** Names in contents, texts and conditions that nothing stands behind. */
export const variables: Look = (definition, facts, places) => {
  const known = knownIn(definition, places);
  return [
    ...ownTexts(definition, known),
    ...places.flatMap((place) =>
      usesOf(place).flatMap((use) => {
        const template = facts.templates.get(use.template);
        if (!template) return [];
        const contents = [template.content, ...Object.values(template.locales ?? {})];
        const paths = new Set(contents.flatMap(variablesOfContent));
        return unknownsAmong(paths, known).map(({ message }) =>
          atStep(place, use.field, "problem", words(message, `In "${use.template}": `)),
        );
      }),
    ),
    ...places.flatMap((place) => conditionFields(place, known)),
  ];
};

const words = (message: string, where = "") => ({
  code: "send.unknown_variable",
  message: `${where}${message}`,
  why: "The message could not be written when its time comes.",
  fix: "Replace it.",
});

function knownIn(definition: Definition, places: readonly Place[]): Known {
  const saved = new Set<string>();
  for (const { step } of places) {
    if (step.kind === "call" && step.saveAs !== undefined) saved.add(step.saveAs);
  }
  const steps = new Set(places.map(({ step }) => step.id));
  return { schema: definition.data ?? null, saved, steps };
}

function ownTexts(definition: Definition, known: Known): Problem[] {
  const texts = [
    { path: "subject", text: definition.subject },
    { path: "key", text: definition.key },
  ];
  return texts.flatMap(({ path, text }): Problem[] => {
    if (text === undefined) return [];
    const parsed = parseTemplate(text);
    if (!parsed.ok) return [atRoot(path, "problem", words(`${parsed.problem.message}.`))];
    return unknownsAmong(new Set(variablesOf(text)), known).map(({ message }) =>
      atRoot(path, "problem", words(message)),
    );
  });
}

/** A condition may ask for what an event can lack; a name no event has is worth a look. */
function conditionFields(place: Place, known: Known): Problem[] {
  if (place.step.kind !== "branch") return [];
  return place.step.paths.flatMap(({ when }, i) => {
    const parsed = parseCondition(when);
    if (!parsed.ok) return [];
    return unknownsAmong(new Set(pathsOf(parsed.condition)), known).map(({ message }) =>
      atStep(place, ["paths", i, "when"], "check", {
        code: "branch.unknown_variable",
        message,
        why: "A missing field makes the condition false.",
        fix: "Replace it.",
      }),
    );
  });
}

function unknownsAmong(paths: ReadonlySet<string>, known: Known): Unknown[] {
  return [...paths].flatMap((path) => unknownName(path, known) ?? []);
}

function unknownName(path: string, { schema, saved, steps }: Known): Unknown | null {
  const [root = "", first, ...rest] = pathParts(path);
  if (!isScopeRoot(root)) {
    const meant = didYouMean(root, SCOPE_ROOTS);
    return { message: `{{ ${path} }} does not exist.${meant}` };
  }
  if (first === undefined) return null;
  if (root === "person" || root === "recipient") return inList(root, first, PERSON_FIELDS, path);
  if (root === "messages") return inList(root, first, [...steps], path);
  if (root !== "data" || schema === null || saved.has(first)) return null;
  const unknown = unknownField(schema, [first, ...rest].join("."));
  if (!unknown) return null;
  const meant = didYouMean(unknown.path, [...unknown.known, ...saved]);
  const shown = meant.replace('mean "', 'mean "data.');
  return { message: `{{ ${path} }} does not exist.${shown}` };
}

function inList(root: string, name: string, known: string[], path: string): Unknown | null {
  if (known.includes(name)) return null;
  const shown = didYouMean(name, known).replace('mean "', `mean "${root}.`);
  return { message: `{{ ${path} }} does not exist.${shown}` };
}

import { textsOf } from "@/core/template/content-problems";
import { usesIn } from "@/core/template/variable-uses";
import { usesOf } from "./channel-uses";
import type { ProblemParams } from "./codes";
import { type Declared, declaredType } from "./data-schema";
import { atStep, type Look, type Problem, type Severity } from "./problem";

type Fit = Severity | null;

const isNumber = (text: unknown) => typeof text === "number" || Number.isFinite(Number(text));
const isNullable = (type: string) => type === "null";

/** A text may hold a number as it may hold anything; one of a known form, or of known words, does not. */
function asNumber({ types, format, values }: Declared): Fit {
  const own = types.filter((type) => !isNullable(type));
  if (own.some((type) => type === "number" || type === "integer")) return null;
  if (!own.includes("string")) return "problem";
  if (values !== null) return values.every(isNumber) ? null : "problem";
  return format === null ? "check" : "problem";
}

function asMoment({ types, format, values }: Declared): Fit {
  const own = types.filter((type) => !isNullable(type));
  if (own.some((type) => type === "number" || type === "integer")) return null;
  if (!own.includes("string") || values !== null) return "problem";
  return format === null || format === "date" || format === "date-time" ? null : "problem";
}

const asTime = (declared: Declared): Fit =>
  declared.format === "date" ? "problem" : asMoment(declared);

const asList = ({ types }: Declared): Fit => (types.includes("array") ? null : "problem");

/** What each filter makes of a declared type; those that take anything are not here. */
const FITS: Readonly<Record<string, (declared: Declared) => Fit>> = {
  money: asNumber,
  number: asNumber,
  percent: asNumber,
  plural: asNumber,
  date: asMoment,
  relative: asMoment,
  time: asTime,
  list: asList,
};

const FILTER = /^\|\s*(\w+)/;

type Found = { severity: Severity; params: ProblemParams["send.filter_type"] };

/** Filters that cannot write what the data schema declares a value as, each at its place. */
export const filterTypes: Look = (definition, facts, places) => {
  const { data: schema } = definition;
  if (schema === undefined) return [];
  const inTemplate = new Map<string, Found[]>();
  const lookAt = (key: string): Found[] => {
    const template = facts.templates.get(key);
    if (!template) return [];
    const contents = [template.content, ...Object.values(template.locales ?? {})];
    return contents.flatMap((content) =>
      textsOf(content).flatMap(({ field, text }) =>
        unfitting(text, schema).map(({ severity, at, ...found }) => {
          const before = text.slice(0, at).split("\n");
          const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
          return { severity, params: { template: key, field, ...place, ...found } };
        }),
      ),
    );
  };
  return places.flatMap((place) =>
    usesOf(place, facts).flatMap(({ template, field }): Problem[] => {
      const found = inTemplate.get(template) ?? lookAt(template);
      inTemplate.set(template, found);
      return found.map(({ severity, params }) =>
        atStep(place, field, severity, "send.filter_type", params),
      );
    }),
  );
};

function unfitting(text: string, schema: Record<string, unknown>) {
  return usesIn(text).flatMap(({ path, filters, from }) => {
    const filter = FILTER.exec(filters)?.[1] ?? "";
    const fits = Object.hasOwn(FITS, filter) ? FITS[filter] : undefined;
    if (!fits || !path.startsWith("data.")) return [];
    const declared = declaredType(schema, path.slice("data.".length));
    const severity = declared && fits(declared);
    if (!severity) return [];
    const type = declared.format ?? declared.types.filter((each) => !isNullable(each)).join(", ");
    return [{ severity, at: from, name: path, filter, type }];
  });
}

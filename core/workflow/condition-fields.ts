import type { RowOp } from "@/core/condition/row";
import { isOwnMoment } from "@/core/condition/row-path";
import { schemaAt, titleIn, typeIn } from "./data-fields";
import { type Definition, walk } from "./definition";
import type { EditorFacts } from "./editor-facts";
import { knownFields } from "./known-fields";
import { Priority } from "./steps/shared";

type FieldKind = "text" | "number" | "boolean" | "date" | "moment" | "list" | "any";
export type FieldGroup = "data" | "person" | "case" | "messages";

/** Something a condition can ask about. */
export type ConditionField = {
  path: string;
  group: FieldGroup;
  kind: FieldKind;
  title: string | null;
  example: unknown;
  /** The values it can have, where they are few. */
  choices: readonly string[];
};

/**
 * Where a condition stands. At an event it reads that event's data alone: there is no case, or it is
 * another one's.
 */
export type ConditionPlace = { at: "step" } | { at: "event"; event: string | undefined };

const PERSON: readonly [string, FieldKind][] = [
  ["person.name", "text"],
  ["person.email", "text"],
  ["person.phone", "text"],
  ["person.locale", "text"],
  ["person.timeZone", "text"],
  ["person.location.country", "text"],
  ["person.location.city", "text"],
];
const CASE: readonly [string, FieldKind][] = [
  ["due", "moment"],
  ["case.priority", "text"],
  ["case.stage", "text"],
  ["case.answered", "boolean"],
  ["case.answer", "text"],
  ["case.level", "number"],
  ["case.openedAt", "moment"],
  ["open.count", "number"],
  ["history.count", "number"],
];
const MESSAGE: readonly [string, FieldKind][] = [
  ["opened", "boolean"],
  ["clicked", "boolean"],
  ["replied", "boolean"],
  ["sentAt", "moment"],
  ["deliveredAt", "moment"],
];
const MESSAGE_STEPS_MAX = 40;

/** What a condition of this workflow can ask about, with examples, by group. */
export function conditionFields(
  definition: Definition,
  events: EditorFacts["events"],
  place: ConditionPlace,
): ConditionField[] {
  const start =
    place.at === "step"
      ? definition.start
      : place.event === undefined
        ? undefined
        : { event: place.event };
  const isOwn = place.at === "step" || place.event === definition.start?.event;
  const described = isOwn ? definition.data : undefined;
  const known = knownFields(
    { ...(start ? { start } : {}), ...(described ? { data: described } : {}) },
    events,
  );
  const data = known.map(({ path, example }): ConditionField => {
    const schema = schemaAt(described, path);
    return {
      ...plain(path, "data", kindOf(example) ?? schemaKind(schema) ?? "any"),
      title: schema && titleIn(schema),
      example,
    };
  });
  if (place.at === "event") return data;
  const senders = [...walk(definition)].filter(({ step }) => step.kind === "send");
  return [
    ...data,
    ...PERSON.map(([path, kind]) => plain(path, "person", kind)),
    ...CASE.map(([path, kind]) => ({
      ...plain(path, "case", kind),
      choices: choicesOf(path, definition),
    })),
    ...senders
      .slice(0, MESSAGE_STEPS_MAX)
      .flatMap(({ step }) =>
        MESSAGE.map(([name, kind]) => plain(`messages.${step.id}.${name}`, "messages", kind)),
      ),
  ];
}

const plain = (path: string, group: FieldGroup, kind: FieldKind): ConditionField => ({
  path,
  group,
  kind,
  title: null,
  example: undefined,
  choices: [],
});

function choicesOf(path: string, { stages }: Definition): readonly string[] {
  if (path === "case.priority") return Priority.options;
  return path === "case.stage" ? stages.map(({ id }) => id) : [];
}

/** What kind of field this path is, when it is not among the known ones. */
export function strangeField(path: string): ConditionField {
  const group = path.startsWith("person.") ? "person" : path.startsWith("data.") ? "data" : "case";
  return plain(path, group, isOwnMoment(path) ? "moment" : "any");
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

function kindOf(example: unknown): FieldKind | null {
  if (typeof example === "number") return "number";
  if (typeof example === "boolean") return "boolean";
  if (Array.isArray(example)) return "list";
  if (typeof example !== "string") return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(example)) return "date";
  return MOMENT.test(example) ? "moment" : "text";
}

function schemaKind(schema: Record<string, unknown> | null): FieldKind | null {
  if (schema === null) return null;
  const type = typeIn(schema);
  switch (type) {
    case "date-time":
      return "moment";
    case "string":
      return "text";
    case "integer":
    case "number":
      return "number";
    case "array":
      return "list";
    case "boolean":
    case "date":
      return type;
    default:
      return null;
  }
}

const KNOWN = ["known", "unknown"] as const;
const TEXT = [
  "is",
  "is_not",
  "one_of",
  "none_of",
  "contains",
  "not_contains",
  "starts_with",
  "ends_with",
] as const;
const NUMBER = ["over", "at_least", "under", "at_most"] as const;

/** The comparisons that make sense for a kind of field, the likeliest first. */
export const OPS_OF = {
  text: [...TEXT, ...KNOWN],
  number: [...NUMBER, "is", "is_not", ...KNOWN],
  boolean: ["yes", "no", ...KNOWN],
  date: ["before", "from", "is", ...KNOWN],
  moment: ["past", "ahead", "less_ahead", "more_ago", "before", "from", ...KNOWN],
  list: ["has_item", ...KNOWN],
  any: [...TEXT, ...NUMBER, "yes", "no", "has_item", "before", "from", ...KNOWN],
} as const satisfies Record<FieldKind, readonly RowOp[]>;

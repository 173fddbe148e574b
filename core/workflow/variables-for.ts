import { addLength } from "@/core/calendar/due-relative";
import { parseMoment } from "@/core/calendar/zone";
import { renderText } from "@/core/template/liquid";
import { nestedExamples, type Variable } from "@/core/template/variables";
import { DAY_MS, type Instant } from "@/core/time";
import { type Definition, walk } from "./definition";
import type { EditorFacts } from "./editor-facts";
import { personExample } from "./example-scope";

export const VARIABLES_MAX = 500;
const DEPTH_MAX = 4;
/** Events of a person's past that are offered, of those seen lately. */
const LAST_OF_MAX = 20;
const DUE_IN_MS = 14 * DAY_MS;
const EXAMPLE_SUBJECT = "Invoice 2041";

type Schema = Record<string, unknown>;
type Facts = Pick<EditorFacts, "events" | "people" | "workspace">;

const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * What the texts of a workflow can read, with examples: the fields of its data schema, those its start
 * event was seen with, what its calls save, what every case has, and the newest event of each name.
 * Without a definition the fields of every event are there. Values stated in the schema come before seen
 * ones; `now` is the moment of the examples.
 */
export function variablesFor(
  definition: Definition | null,
  facts: Facts,
  now: Instant,
): Variable[] {
  const data = dataVariables(definition, facts);
  const ofCase = caseVariables(definition, data, facts, now);
  const all = [...data, ...ofCase, ...lastOfVariables(facts, now)];
  return all.slice(0, VARIABLES_MAX);
}

function dataVariables(definition: Definition | null, facts: Facts): Variable[] {
  const seen = seenVariables(definition, facts);
  const stated = fieldsOf(definition?.data ?? {}, "data", 0);
  const byPath = new Map(seen.map((variable) => [variable.path, variable]));
  const schema = stated.map(({ example, ...field }): Variable => {
    const known = byPath.get(field.path);
    return { ...known, ...field, example: example ?? known?.example ?? field.path };
  });
  const inSchema = new Set(schema.map(({ path }) => path));
  return [...schema, ...seen.filter(({ path }) => !inSchema.has(path)), ...savedIn(definition)];
}

function seenVariables(definition: Definition | null, { events }: Facts): Variable[] {
  const named = definition?.start?.event;
  const relevant = definition === null ? events : events.filter(({ name }) => name === named);
  const byPath = new Map<string, Variable>();
  for (const { path, example, missing, of } of relevant.flatMap(({ fields }) => fields)) {
    if (!byPath.has(path)) byPath.set(path, { path, example, missing, of });
  }
  return [...byPath.values()];
}

function savedIn(definition: Definition | null): Variable[] {
  if (definition === null) return [];
  return [...walk(definition)].flatMap(({ step }) =>
    step.kind === "call" && step.saveAs !== undefined
      ? [{ path: `data.${step.saveAs}`, example: {}, title: step.saveAs }]
      : [],
  );
}

type Field = Omit<Variable, "example"> & { example?: unknown };

function fieldsOf(schema: Schema, base: string, depth: number): Field[] {
  if (!isSchema(schema.properties) || depth >= DEPTH_MAX) return [];
  return Object.entries(schema.properties).flatMap(([name, field]): Field[] => {
    const path = `${base}.${name}`;
    if (!isSchema(field)) return [{ path }];
    const inner = fieldsOf(field, path, depth + 1);
    if (inner.length > 0) return inner;
    const title = typeof field.title === "string" ? { title: field.title } : {};
    const example = exampleIn(field);
    return [{ path, ...title, ...(example === undefined ? {} : { example }) }];
  });
}

const TYPE_EXAMPLES: Record<string, unknown> = { integer: 3, number: 12.5, boolean: true };

function exampleIn(field: Schema): unknown {
  const [first] = Array.isArray(field.examples) ? field.examples : [];
  const [choice] = Array.isArray(field.enum) ? field.enum : [];
  const stated = first ?? field.example ?? field.const ?? choice ?? field.default;
  if (stated !== undefined) return stated;
  if (field.type === "array") return isSchema(field.items) ? [itemOf(field.items)] : [];
  if (field.format === "date") return "2026-09-30";
  if (field.format === "date-time") return "2026-09-30T09:00:00Z";
  if (field.format === "uri") return "https://example.com/";
  return typeof field.type === "string" ? TYPE_EXAMPLES[field.type] : undefined;
}

function itemOf(items: Schema): unknown {
  if (!isSchema(items.properties)) return exampleIn(items) ?? "";
  return Object.fromEntries(
    Object.entries(items.properties).map(([name, field]) => [
      name,
      (isSchema(field) ? exampleIn(field) : undefined) ?? name,
    ]),
  );
}

const SHOWN_OF_PERSON = ["name", "firstName", "email", "phone", "locale", "timeZone"] as const;

function caseVariables(
  definition: Definition | null,
  data: readonly Variable[],
  { people, workspace }: Facts,
  now: Instant,
): Variable[] {
  const person = personExample(people[0] ?? null, workspace);
  const dueAt = exampleDue(definition, data, workspace, now);
  const ofPerson = (root: string) =>
    SHOWN_OF_PERSON.map((field) => ({ path: `${root}.${field}`, example: person[field] }));
  const due = dueAt === null ? [] : [{ path: "due", example: dueAt }];
  return [
    ...due,
    ...ofPerson("recipient"),
    ...ofPerson("person"),
    ...Object.entries({
      number: "C-7",
      key: "invoice:2041",
      subject: exampleSubject(definition, data, person, { ...workspace, now }),
      url: "https://example.com/acme/cases/7",
      workflow: "invoice",
      version: 1,
      status: "open",
      outcome: null,
      stage: definition?.stages[0]?.id ?? "initial",
      priority: "normal",
      level: 0,
      owner: "Grace Example",
      acknowledgedBy: null,
      acknowledgedAt: null,
      openedAt: now - DAY_MS,
      dueAt,
      closedBy: null,
    }).map(([field, example]) => ({ path: `case.${field}`, example })),
    { path: "open.count", example: 2 },
    { path: "history.count", example: 1 },
    { path: "now", example: now },
  ];
}

/** As the case of these examples would be called. */
function exampleSubject(
  definition: Definition | null,
  data: readonly Variable[],
  person: Record<string, unknown>,
  {
    locale,
    timeZone: zone,
    now,
  }: Pick<Facts["workspace"], "locale" | "timeZone"> & { now: Instant },
): string {
  if (definition === null) return EXAMPLE_SUBJECT;
  const { data: values } = nestedExamples(data);
  const scope = { data: isSchema(values) ? values : {}, person, recipient: person, case: {}, now };
  const settings = { locale, zone, now, escape: "subject" as const };
  const rendered = renderText(definition.subject, scope, settings);
  return rendered.ok && rendered.text !== "" ? rendered.text : EXAMPLE_SUBJECT;
}

function lastOfVariables({ events }: Facts, now: Instant): Variable[] {
  return events.slice(0, LAST_OF_MAX).flatMap(({ name, fields }) => {
    const event = `history.lastOf["${name}"]`;
    return [
      { path: `${event}.at`, example: now - DAY_MS },
      ...fields.map((field) => ({ ...field, path: `${event}.${field.path}` })),
    ];
  });
}

function exampleDue(
  definition: Definition | null,
  data: readonly Variable[],
  workspace: Facts["workspace"],
  now: Instant,
): Instant | string | null {
  if (definition === null) return now + DUE_IN_MS;
  const { due } = definition;
  if (due === undefined) return null;
  if ("from" in due) {
    const example = data.find(({ path }) => path === due.from)?.example;
    const at = parseMoment(example, workspace.timeZone);
    // An example from long ago would make every reminder read as if it came too late.
    return typeof example !== "string" || at === null || at < now ? now + DUE_IN_MS : example;
  }
  return addLength(now, due.after, workspace.timeZone, workspace.calendar);
}

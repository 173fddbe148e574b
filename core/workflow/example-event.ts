import { localDate } from "@/core/calendar/zone";
import { evaluateText } from "@/core/condition/evaluate-text";
import { variablesOf } from "@/core/template/liquid";
import { nestedExamples } from "@/core/template/variables";
import { DAY_MS, type Instant, SECOND_MS } from "@/core/time";
import { schemaAt } from "./data-fields";
import { type Definition, walk } from "./definition";
import type { EditorFacts } from "./editor-facts";
import { variablesFor } from "./variables-for";

type Data = Record<string, unknown>;
type Person = { id: string; name: string; email: string };
export type ExampleEvent = { name: string; person: Person; data: Data };

const PERSON: Person = { id: "cus_812", name: "Ada Marsh", email: "ada@example.com" };
const DUE_IN_MS = 14 * DAY_MS;
const NUMBERS = 1_000_000;

/**
 * An event that opens a case of this workflow: what its data schema and the events seen lately bring,
 * due in two weeks, for somebody made up, and with a key that no case has yet. Null when nothing
 * starts the workflow, or these data do not.
 */
export function exampleEvent(
  definition: Definition,
  facts: Pick<EditorFacts, "events" | "people" | "workspace">,
  now: Instant,
): ExampleEvent | null {
  const { start, key, due, person: rule } = definition;
  if (!start) return null;
  const data = exampleData(definition, facts, now);
  if (due && "from" in due) replaceAt(data, due.from, dueText(definition, due.from, facts, now));
  const paths = variablesOf(key ?? "").filter((path) => path.startsWith("data."));
  const fresh = Math.floor(now / SECOND_MS) % NUMBERS;
  const used = paths.map((path) => valueAt(data, path));
  const renewed = mapped(data, (value) =>
    used.includes(value) && value !== undefined
      ? typeof value === "number"
        ? fresh
        : String(fresh)
      : value,
  );
  for (const path of paths) {
    if (valueAt(renewed, path) === undefined) replaceAt(renewed, path, String(fresh));
  }
  if (typeof rule === "string") {
    const isRecord = typeof valueAt(renewed, rule) === "object";
    replaceAt(renewed, rule, isRecord ? PERSON : PERSON.id);
  }
  const opens = start.where === undefined || evaluateText(start.where, { data: renewed, now });
  if (opens !== true && !opens.value) return null;
  return { name: start.event, person: PERSON, data: renewed };
}

function exampleData(
  definition: Definition,
  facts: Pick<EditorFacts, "events" | "people" | "workspace">,
  now: Instant,
): Data {
  const saved = new Set(
    [...walk(definition)].flatMap(({ step }) =>
      step.kind === "call" && step.saveAs !== undefined ? [`data.${step.saveAs}`] : [],
    ),
  );
  const own = variablesFor(definition, facts, now)
    .filter(({ path }) => path.startsWith("data.") && !saved.has(path))
    .map(({ path, example }) => ({ path, example: nameless(path, example) }));
  const { data = {} } = nestedExamples(own);
  return structuredClone(data) as Data;
}

/** Where nothing is known of a field but its path, its name is a value; that of a currency must be one. */
function nameless(path: string, example: unknown): unknown {
  if (example !== path) return example;
  return /currency$/i.test(path) ? "EUR" : path.split(".").at(-1);
}

function dueText(
  { data }: Definition,
  path: string,
  { workspace }: Pick<EditorFacts, "workspace">,
  now: Instant,
): string {
  const at = now + DUE_IN_MS;
  return schemaAt(data, path)?.format === "date-time"
    ? new Date(at).toISOString()
    : localDate(at, workspace.timeZone);
}

const isRecord = (value: unknown): value is Data =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const partsOf = (path: string): string[] => path.split(".").slice(1);

function valueAt(data: Data, path: string): unknown {
  return partsOf(path).reduce<unknown>(
    (value, part) => (isRecord(value) && Object.hasOwn(value, part) ? value[part] : undefined),
    data,
  );
}

function replaceAt(data: Data, path: string, value: unknown): void {
  const parts = partsOf(path);
  const last = parts.pop();
  if (last === undefined) return;
  let at = data;
  for (const part of parts) {
    const inner = Object.hasOwn(at, part) ? at[part] : undefined;
    const next = isRecord(inner) ? inner : {};
    at[part] = next;
    at = next;
  }
  at[last] = value;
}

const mapped = (data: Data, change: (value: unknown) => unknown): Data =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      isRecord(value) ? mapped(value, change) : change(value),
    ]),
  );

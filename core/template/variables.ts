import { isScopeRoot } from "@/core/template/scope";

/** A name that texts can read, with a value as it might be. */
export type Variable = {
  /** `data.number` */
  path: string;
  example: unknown;
  title?: string;
  /** In how many of `of` events seen lately it had no value. */
  missing?: number;
  of?: number;
};

/** A moment prints as a number unless it is given a form; a list is gone through. */
export type VariableKind = "text" | "number" | "moment" | "date" | "list" | "record";

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const OWN_MOMENT = /^(?:due|now|case\.\w+At|history\.lastOf\["[^"]*"\]\.at)$/;

export function kindOf({ path, example }: Pick<Variable, "path" | "example">): VariableKind {
  if (OWN_MOMENT.test(path)) return "moment";
  if (Array.isArray(example)) return "list";
  if (typeof example === "number") return "number";
  if (typeof example === "string" && DATE.test(example)) return "date";
  if (typeof example === "string" && MOMENT.test(example)) return "moment";
  return typeof example === "object" && example !== null ? "record" : "text";
}

/** What is open by nature: their fields depend on the person, the workflow or its past. */
const OPEN_ROOTS = ["history", "messages", "open"];
const OPEN_PATHS = ["person.attributes", "recipient.attributes", "data"];

/** Whether something stands behind a path that a text reads. */
export function isKnown(path: string, variables: readonly Variable[]): boolean {
  const dotted = path.replace(/\[["']?([^\]"']+)["']?\]/g, ".$1");
  const root = dotted.split(".")[0] ?? "";
  if (!isScopeRoot(root)) return false;
  if (OPEN_ROOTS.includes(root) || OPEN_PATHS.includes(dotted)) return true;
  if (OPEN_PATHS.some((open) => open !== "data" && dotted.startsWith(`${open}.`))) return true;
  return variables.some((variable) => {
    if (variable.path === dotted || variable.path.startsWith(`${dotted}.`)) return true;
    const isOpen = ["list", "record"].includes(kindOf(variable)) || dotted.endsWith(".size");
    return isOpen && dotted.startsWith(`${variable.path}.`);
  });
}

/** The variables that texts read, as one record each root: what a template is rendered with. */
export function nestedExamples(variables: readonly Variable[]): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const { path, example } of variables) {
    const parts = partsOf(path);
    const last = parts.pop();
    let at = root;
    for (const part of parts) {
      const inner = Object.hasOwn(at, part) ? at[part] : undefined;
      const next = isRecord(inner) ? inner : {};
      at[part] = next;
      at = next;
    }
    if (last !== undefined && !(isRecord(at[last]) && !isRecord(example))) at[last] = example;
  }
  return root;
}

/** The names of a path, in order; one that holds a point stands as `["product.viewed"]`. */
const partsOf = (path: string): string[] =>
  [...path.matchAll(/\["([^"]*)"\]|(?:[^.[]|\[(?!"))+/g)].map(([part, quoted]) => quoted ?? part);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

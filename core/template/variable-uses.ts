import { kindOf, type Variable } from "@/core/template/variables";

/**
 * What happens where a value is missing: the message does not leave, it waits until the value is
 * there, other words stand in its place, or the place is left out. `own`: the text around it decides,
 * in a way of its own.
 */
export type MissingPolicy =
  | { kind: "stop" }
  | { kind: "hold" }
  | { kind: "fallback"; text: string }
  | { kind: "hide" }
  | { kind: "own" };

/** One place where a text prints a variable; `from` and `to` hold all that its policy wrote. */
export type VariableUse = {
  path: string;
  /** What forms the value, without its fallback: `| date: "long"`. */
  filters: string;
  policy: MissingPolicy;
  from: number;
  to: number;
};

const OUTPUT =
  /\{\{-?\s*([A-Za-z_][\w-]*(?:\.[\w-]+|\[[^\]]*\])*)\s*((?:\|(?:"[^"]*"|'[^']*'|[^}"'])*)?)-?\}\}/g;
const TAG = /\{%-?\s*(\w+)([\s\S]*?)-?%\}/g;
const DEFAULT = /\s*\|\s*default:\s*(?:"([^"]*)"|'([^']*)')\s*$/;
const HOLD = /\s*\|\s*hold\s*$/;
const GUARDS = ["if", "unless", "case", "for"];

/** Where a text prints variables, in order; names of its own loops are none. */
export function usesIn(text: string): VariableUse[] {
  const tags = [...text.matchAll(TAG)];
  const own = new Set(
    tags.flatMap(([, tag = "", rest = ""]) =>
      ["for", "assign", "capture"].includes(tag) ? [rest.trim().split(/[\s=]/)[0] ?? ""] : [],
    ),
  );
  return [...text.matchAll(OUTPUT)].flatMap((output): VariableUse[] => {
    const [written, path = "", rest = ""] = output;
    if (own.has(path.split(/[.[]/)[0] ?? "")) return [];
    const from = output.index;
    const to = from + written.length;
    const place = { path, filters: rest.replace(DEFAULT, "").trim() };
    const fallback = DEFAULT.exec(rest);
    if (fallback) {
      const words = fallback[1] ?? fallback[2] ?? "";
      return [{ ...place, policy: { kind: "fallback", text: words }, from, to }];
    }
    if (HOLD.test(rest)) {
      const filters = rest.replace(HOLD, "").trim();
      return [{ path, filters, policy: { kind: "hold" }, from, to }];
    }
    const hidden = hiddenAround(text, tags, path, from, to);
    if (hidden) return [{ ...place, policy: { kind: "hide" }, ...hidden }];
    const kind = isGuarded(tags, path, from) ? ("own" as const) : ("stop" as const);
    return [{ ...place, policy: { kind }, from, to }];
  });
}

/** `{% if path %}` directly before and `{% endif %}` directly behind. */
function hiddenAround(
  text: string,
  tags: readonly RegExpExecArray[],
  path: string,
  from: number,
  to: number,
): { from: number; to: number } | null {
  const before = tags.find((tag) => tag.index + tag[0].length === from);
  const after = tags.find((tag) => tag.index === to);
  const isIf = before?.[1] === "if" && before[2]?.trim() === path;
  if (!before || !after || !isIf || after[1] !== "endif") return null;
  return text.slice(before.index, from).includes("\n")
    ? null
    : { from: before.index, to: after.index + after[0].length };
}

function isGuarded(tags: readonly RegExpExecArray[], path: string, at: number): boolean {
  const open: string[] = [];
  for (const [written, name = "", rest = ""] of tags.filter((tag) => tag.index < at)) {
    if (GUARDS.includes(name)) open.push(rest);
    else if (name === "elsif") open[open.length - 1] += rest;
    else if (GUARDS.some((guard) => name === `end${guard}`)) open.pop();
    if (written === "") break;
  }
  return open.some((condition) => condition.split(/[^\w.[\]-]+/).includes(path));
}

/** Words of a fallback stand between double quotes; there is no way to write one inside. */
const quoted = (text: string) => `"${text.replaceAll('"', "”").replace(/\s+/g, " ")}"`;

function written(path: string, filters: string, policy: MissingPolicy): string {
  const formed = filters === "" ? path : `${path} ${filters}`;
  if (policy.kind === "fallback") return `{{ ${formed} | default: ${quoted(policy.text)} }}`;
  if (policy.kind === "hold") return `{{ ${formed} | hold }}`;
  if (policy.kind === "hide") return `{% if ${path} %}{{ ${formed} }}{% endif %}`;
  return `{{ ${formed} }}`;
}

/** The text with another policy at one of its uses. */
export const withPolicy = (text: string, use: VariableUse, policy: MissingPolicy): string =>
  text.slice(0, use.from) + written(use.path, use.filters, policy) + text.slice(use.to);

/** What choosing a variable writes: a moment as a day, a list as its lines, anything else as it is. */
export function snippetOf(variable: Variable, policy: MissingPolicy = { kind: "stop" }): string {
  const kind = kindOf(variable);
  if (kind === "list") {
    const [item] = Array.isArray(variable.example) ? variable.example : [];
    const field =
      typeof item === "object" && item !== null ? `.${Object.keys(item)[0] ?? "name"}` : "";
    return `{% for item in ${variable.path} %}- {{ item${field} }}\n{% endfor %}`;
  }
  const filters = kind === "moment" || kind === "date" ? '| date: "long"' : "";
  return written(variable.path, filters, policy);
}

import { EvaluationError, ParseError, type ParseResult as Program } from "@marcbachmann/cel-js";
import { celScope, takesTooLong } from "@/core/condition/condition-scope";
import { environment } from "@/core/condition/environment";
import { pathOf, type Reads, readSyntax } from "@/core/condition/syntax";
import { Lru } from "@/core/template/lru";
import { isScopeRoot, type RenderScope, SCOPE_ROOTS, type ScopeRoot } from "@/core/template/scope";

export const CONDITION_CHARS_MAX = 4 * 1024;
export const PARSED_CONDITIONS_MAX = 1_000;
export const LOOPS_DEEP_MAX = 2;

export type Condition = {
  readonly text: string;
  readonly program: Program;
  readonly reads: Reads;
  readonly roots: readonly ScopeRoot[];
};

/** `line` and `column` count from 1. */
export type ConditionProblem = { message: string; line?: number; column?: number };
export type ConditionResult =
  | { ok: true; condition: Condition }
  | ({ ok: false } & ConditionProblem);

/** `missing` names the field that was not there, `error` says what made no sense; both make the value false. */
export type Evaluation = { value: boolean; missing: string | null; error: string | null };

const parsed = new Lru<string, ConditionResult>(PARSED_CONDITIONS_MAX);

/**
 * Parse a CEL condition over the scope's roots (`data`, `person`, `recipient`, `case`, `due`,
 * `messages`, `history`, `open`, `now`). Results are cached by text.
 *
 * Refuses with a place: bad syntax, an unknown name, operators that cannot work together, a result
 * that is not true or false, a text over 4 KiB, nesting over its limits, `cel.bind`. Never throws.
 */
export function parseCondition(text: string): ConditionResult {
  if (text.length > CONDITION_CHARS_MAX) {
    return { ok: false, message: `a condition has at most ${CONDITION_CHARS_MAX} characters` };
  }
  return parsed.through(text, () => parse(text));
}

function parse(text: string): ConditionResult {
  try {
    const program = environment.parse(text);
    const reads = readSyntax(program.ast);
    if (reads.refused !== null) return problem(text, reads.refused.message, reads.refused.start);
    if (reads.loopsDeep > LOOPS_DEEP_MAX) {
      return { ok: false, message: `loops over lists nest at most ${LOOPS_DEEP_MAX} deep` };
    }
    const { error, type = "dyn" } = program.check();
    if (error !== undefined) return problem(text, inPlainWords(error.summary), error.range?.start);
    if (type !== "bool" && type !== "dyn") {
      return { ok: false, message: `a condition is true or false; this gives a ${type}` };
    }
    const roots = rootsIn(reads.paths);
    return { ok: true, condition: { text, program, reads, roots } };
  } catch (error) {
    if (error instanceof ParseError) {
      return problem(text, inPlainWords(error.summary), error.range?.start);
    }
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

function problem(text: string, message: string, start: number | undefined): ConditionResult {
  if (start === undefined) return { ok: false, message };
  const before = text.slice(0, start).split("\n");
  return { ok: false, message, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function inPlainWords(summary: string): string {
  const unknown = /^Unknown variable: (.+)$/.exec(summary)?.[1];
  if (unknown !== undefined) {
    return `there is no "${unknown}"; a condition can read ${SCOPE_ROOTS.join(", ")}`;
  }
  if (summary === "Unexpected token: EOF") return "the condition ends too early";
  return summary
    .replaceAll("google.protobuf.Timestamp", "timestamp")
    .replaceAll("google.protobuf.Duration", "duration")
    .replace(/dyn<(\w+)>/g, "$1");
}

/**
 * Evaluate a condition. Never throws.
 *
 * A missing field makes the whole condition false and is named in `missing`, unless the other side
 * of `||` or `&&` settles it; `has(data.x)` asks for it. A type that does not fit makes it false
 * with `error`. Numbers of JSON compare and calculate with whole and decimal numbers alike.
 * `now`, `due` and `…At` of `case`, `messages`, `history` and `open` are CEL timestamps, so
 * `due - now < duration("48h")` works; a moment inside `data` is text: `timestamp(data.sent_at)`.
 */
export function evaluate(condition: Condition, scope: Partial<RenderScope>): Evaluation {
  const { program, reads, roots } = condition;
  try {
    const context = celScope(scope, roots);
    if (takesTooLong(context, reads)) {
      return {
        value: false,
        missing: null,
        error: "the lists are too long for loops inside loops",
      };
    }
    const value: unknown = program(context);
    if (typeof value === "boolean") return { value, missing: null, error: null };
    return { value: false, missing: null, error: `gives ${nameOf(value)}, not true or false` };
  } catch (error) {
    return failed(error, reads);
  }
}

const MISSING = ["no_such_key", "unknown_variable", "index_out_of_bounds"];

function failed(error: unknown, reads: Reads): Evaluation {
  if (!(error instanceof EvaluationError)) {
    const message = error instanceof Error ? error.message : String(error);
    return { value: false, missing: null, error: message };
  }
  if (!MISSING.includes(error.code)) {
    return { value: false, missing: null, error: inPlainWords(error.summary) };
  }
  const node = error.node;
  const path = node !== undefined && "op" in node ? nodePath(node, reads) : null;
  return { value: false, missing: path ?? error.summary.replace(/^[^:]*: /, ""), error: null };
}

type ErrorNode = NonNullable<EvaluationError["node"]>;
const nodePath = (node: ErrorNode, reads: Reads) => pathOf(node, reads.iterated);

function nameOf(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "bigint" || typeof value === "number") return "a number";
  if (typeof value === "string") return "a text";
  return Array.isArray(value) ? "a list" : "a record";
}

function rootsIn(paths: readonly string[]): ScopeRoot[] {
  const roots = new Set<ScopeRoot>();
  for (const path of paths) {
    const root = path.split(/[.[]/)[0] ?? "";
    if (isScopeRoot(root)) roots.add(root);
  }
  return [...roots];
}

/** The dotted paths a condition reads (`data.amount`), each once; fields of list items as `data.items[].price`. */
export const pathsOf = (condition: Condition): readonly string[] => condition.reads.paths;

/** The roots a condition reads: the facts that must be loaded to evaluate it. */
export const rootsOf = (condition: Condition): readonly ScopeRoot[] => condition.roots;

import type { ASTNode } from "@marcbachmann/cel-js";
import { HOUR_MS, MINUTE_MS, SECOND_MS } from "@/core/time";
import { parseCondition } from "./condition";
import {
  type Group,
  type InnerGroup,
  isInnerGroup,
  type Join,
  normalGroup,
  ROW_LIST_MAX,
  ROWS_MAX,
  type Row,
  type RowOp,
  rowsIn,
} from "./row";
import { isOwnMoment, readPath, readPresent } from "./row-path";
import { BARE_DATE } from "./write-rows";

type Item = Row | InnerGroup;

/**
 * A condition as rows in groups two deep, or null: it does not parse, says more than rows can, has a
 * comment that rows would lose, or more than `ROWS_MAX` lines. What `writeRows` makes of the rows
 * means the same, though it may be spelled differently.
 */
export function readRows(cel: string): Group | null {
  const parsed = parseCondition(cel);
  if (!parsed.ok || hasComment(cel)) return null;
  const { ast } = parsed.condition.program;
  if (ast.op === "value" && ast.args === true) return { join: "and", items: [] };
  const join: Join = ast.op === "||" ? "or" : "and";
  const items = itemsOf(ast, join, true);
  if (items === null) return null;
  const group = normalGroup({ join, items });
  return rowsIn(group).length > ROWS_MAX ? null : group;
}

const hasComment = (cel: string) =>
  cel.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, "").includes("//");

const SIGN = { and: "&&", or: "||" } as const;

function flat(node: ASTNode, join: Join): ASTNode[] {
  const found: ASTNode[] = [];
  const open = [node];
  while (open.length > 0) {
    const next = open.pop();
    if (!next) break;
    if ((next.op === "&&" || next.op === "||") && next.op === SIGN[join]) {
      open.push(next.args[1], next.args[0]);
    } else found.push(next);
  }
  return found;
}

function itemsOf(node: ASTNode, join: Join, outer: boolean): Item[] | null {
  const nodes = flat(node, join);
  const items: Item[] = [];
  for (let i = 0; i < nodes.length; ) {
    const known = join === "and" ? knownAt(nodes, i) : null;
    if (known) {
      items.push(known.row);
      i += known.length;
      continue;
    }
    const one = nodes[i];
    const item = one && itemOf(one, join, outer);
    if (!item) return null;
    items.push(item);
    i += 1;
  }
  return items;
}

function itemOf(node: ASTNode, join: Join, outer: boolean): Item | null {
  const inner = node.op === "&&" ? "and" : node.op === "||" ? "or" : null;
  if (inner === null) return rowOf(node);
  if (inner === join) return null;
  const items = itemsOf(node, inner, false);
  if (items === null) return null;
  const [first, ...others] = items;
  if (first && others.length === 0 && !isInnerGroup(first)) return first;
  if (!outer) return null;
  const rows = items.flatMap((item) => (isInnerGroup(item) ? [] : [item]));
  return rows.length === items.length ? { join: inner, rows } : null;
}

/** The longest run of conjuncts from `start` that together say one field is known. */
function knownAt(nodes: readonly ASTNode[], start: number) {
  let path: string | null = null;
  let end = start;
  for (let i = start; i + 1 < nodes.length; i += 2) {
    const [has, present] = [nodes[i], nodes[i + 1]];
    const next: string | null = has ? readPresent(has) : null;
    if (!next || !present || notNullPath(present) !== next) break;
    const holder = next.slice(0, next.lastIndexOf("."));
    if (holder !== (path ?? next.split(".")[0])) break;
    path = next;
    end = i + 2;
  }
  return path === null ? null : { row: row(path, "known", null), length: end - start };
}

function notNullPath(node: ASTNode): string | null {
  if (node.op !== "!=") return null;
  const [left, right] = node.args;
  return right.op === "value" && right.args === null ? readPath(left) : null;
}

/** What has an opposite of its own. */
const NEGATED: Partial<Record<RowOp, RowOp>> = {
  contains: "not_contains",
  one_of: "none_of",
  known: "unknown",
  given: "not_given",
};

function rowOf(node: ASTNode): Row | null {
  const path = readPath(node);
  if (path !== null) return row(path, "yes", null);
  switch (node.op) {
    case "!_":
      return negated(node.args);
    case "call":
      return givenRow(node);
    case "rcall":
      return textRow(node.args);
    case "in":
      return listRow(node.args[0], node.args[1]);
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return (
        comparison(node.op, node.args[0], node.args[1]) ??
        comparison(FLIPPED[node.op], node.args[1], node.args[0])
      );
    default:
      return null;
  }
}

function givenRow(node: ASTNode): Row | null {
  const path = readPresent(node);
  return path === null ? null : row(path, "given", null);
}

function negated(inner: ASTNode): Row | null {
  const path = readPath(inner);
  if (path !== null) return row(path, "no", null);
  const items = itemsOf(inner, "and", false);
  const [only, ...others] = items ?? [];
  if (!only || others.length > 0 || isInnerGroup(only)) return null;
  // A missing field has no answer, and so no opposite: only the whole run of a known field has one.
  if (only.op === "known" && inner.op !== "&&" && only.path.includes(".")) return null;
  const op = NEGATED[only.op];
  return op === undefined ? null : row(only.path, op, only.value);
}

const TEXT_OPS: Readonly<Record<string, RowOp>> = {
  contains: "contains",
  startsWith: "starts_with",
  endsWith: "ends_with",
};

function textRow([name, receiver, given]: [string, ASTNode, ASTNode[]]): Row | null {
  const path = readPath(receiver);
  const [text, ...others] = given;
  const op = Object.hasOwn(TEXT_OPS, name) ? TEXT_OPS[name] : undefined;
  if (path === null || !op || !text || others.length > 0) return null;
  const value = scalar(text);
  return typeof value === "string" ? row(path, op, value) : null;
}

function listRow(left: ASTNode, right: ASTNode): Row | null {
  const list = readPath(right);
  if (list !== null) {
    const value = scalar(left);
    return value === null ? null : row(list, "has_item", value);
  }
  const path = readPath(left);
  if (path === null || right.op !== "list" || right.args.length > ROW_LIST_MAX) return null;
  const values = right.args.map(scalar);
  const value = values.filter((item) => item !== null);
  return value.length === values.length ? row(path, "one_of", value) : null;
}

const FLIPPED = { "==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;
type Sign = keyof typeof FLIPPED;
const NUMBER_OPS = { ">": "over", ">=": "at_least", "<": "under", "<=": "at_most" } as const;

function comparison(sign: Sign, left: ASTNode, right: ASTNode): Row | null {
  const path = readPath(left);
  const timed = momentRow(sign, left, right);
  if (timed !== null || path === null) return timed;
  if (right.op === "value" && right.args === null) {
    if (sign === "==") return row(path, "empty", null);
    return sign === "!=" ? row(path, "known", null) : null;
  }
  if (right.op === "value" && typeof right.args === "boolean") {
    if (sign === "==") return row(path, right.args ? "yes" : "no", null);
    return null;
  }
  const value = scalar(right);
  if (value === null) return null;
  if (sign === "==") return row(path, "is", value);
  if (sign === "!=") return row(path, "is_not", value);
  if (typeof value === "number") return row(path, NUMBER_OPS[sign], value);
  if (isOwnMoment(path) || !BARE_DATE.test(value)) return null;
  return sign === "<" || sign === ">=" ? row(path, sign === "<" ? "before" : "from", value) : null;
}

function momentRow(sign: Sign, left: ASTNode, right: ASTNode): Row | null {
  const path = momentPath(left);
  if (path !== null) {
    if (right.op === "id" && right.args === "now" && path !== "now") {
      if (sign === "<") return row(path, "past", null);
      return sign === ">" ? row(path, "ahead", null) : null;
    }
    const date = timestampOf(right);
    if (date === null || (sign !== "<" && sign !== ">=")) return null;
    const midnight = isOwnMoment(path) && date.endsWith("T00:00:00Z");
    return row(path, sign === "<" ? "before" : "from", midnight ? date.slice(0, 10) : date);
  }
  const span = spanOf(right);
  if (span === null || left.op !== "-") return null;
  const [from, to] = [momentPath(left.args[0]), momentPath(left.args[1])];
  if (from !== null && to === "now" && from !== "now" && sign === "<") {
    return row(from, "less_ahead", span);
  }
  if (from === "now" && to !== null && to !== "now" && sign === ">=") {
    return row(to, "more_ago", span);
  }
  return null;
}

/** The path of a moment: one of ours by itself, others inside `timestamp(…)`. */
function momentPath(node: ASTNode): string | null {
  if (node.op === "call" && node.args[0] === "timestamp") {
    const [inner] = node.args[1];
    const path = inner ? readPath(inner) : null;
    return path === null || isOwnMoment(path) ? null : path;
  }
  const path = readPath(node);
  return path !== null && isOwnMoment(path) ? path : null;
}

const callText = (node: ASTNode, name: string): string | null => {
  if (node.op !== "call" || node.args[0] !== name) return null;
  const [inner] = node.args[1];
  return inner?.op === "value" && typeof inner.args === "string" ? inner.args : null;
};

function timestampOf(node: ASTNode): string | null {
  const text = callText(node, "timestamp");
  return text === null || BARE_DATE.test(text) || Number.isNaN(Date.parse(text)) ? null : text;
}

function spanOf(node: ASTNode): number | null {
  const text = callText(node, "duration") ?? "";
  const match = /^(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?$/.exec(text);
  if (!match || text === "") return null;
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS;
}

function scalar(node: ASTNode): string | number | null {
  if (node.op === "-_") {
    const value = scalar(node.args);
    return typeof value === "number" && value !== 0 ? -value : null;
  }
  if (node.op !== "value") return null;
  const { args } = node;
  if (typeof args === "string" || (typeof args === "number" && Number.isFinite(args))) return args;
  if (typeof args !== "bigint") return null;
  const value = Number(args);
  return Number.isSafeInteger(value) ? value : null;
}

/** The pairing of operator and value is made by the callers above, one by one. */
const row = (path: string, op: RowOp, value: Row["value"]): Row => ({ path, op, value }) as Row;

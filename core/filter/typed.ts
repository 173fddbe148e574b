import { checkedFilter, type Filter, type FilterField, type FilterOp } from "./field";

/** A value's name in the reader's language, so that it can be typed as it is shown. */
export type ValueNames = (field: FilterField, typed: string) => string | undefined;

/** A part that names a field and says nothing it understands, or (`field` empty) words nothing searches. */
export type TypedProblem = { text: string; field: string };

type Token = { text: string; field?: string; not: boolean; op: FilterOp; values: string[] };

const QUOTED = /"(?:[^"\\]|\\[\s\S])*"?/y;
const BARE = /[^\s",]+/y;
const HEAD = /(-?)([\p{L}_]+):(?=\S)(<=?|>=?)?/uy;

const unquoted = (text: string): string =>
  text.startsWith('"')
    ? text
        .slice(1)
        .replace(/"$/, "")
        .replace(/\\([\s\S])/g, "$1")
    : text;

function take(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** One or several values with commas between them, from `at`; says where they end. */
function takeValues(text: string, at: number): { values: string[]; end: number } {
  const values: string[] = [];
  let end = at;
  for (;;) {
    const part = take(QUOTED, text, end) ?? take(BARE, text, end);
    if (!part) break;
    end += part[0].length;
    values.push(unquoted(part[0]));
    if (text[end] !== ",") break;
    end += 1;
  }
  return { values, end };
}

function tokens(typed: string, isField: (name: string) => boolean): Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < typed.length) {
    if (/[\s,]/.test(typed[at] ?? "")) {
      at += 1;
      continue;
    }
    const head = take(HEAD, typed, at);
    const [whole = "", minus, name = "", sign] = head ?? [];
    const begin = at;
    const field = name.toLowerCase();
    if (head && isField(field)) {
      const { values, end } = takeValues(typed, at + whole.length);
      const op = sign ? (sign.startsWith("<") ? "lt" : "gt") : minus ? "not" : "is";
      at = Math.max(end, at + whole.length);
      found.push({ text: typed.slice(begin, at), field, not: minus === "-", op, values });
      continue;
    }
    const word = take(QUOTED, typed, at) ?? take(/[^\s"]+/y, typed, at);
    at += word?.[0].length ?? 1;
    found.push({ text: unquoted(word?.[0] ?? ""), not: false, op: "is", values: [] });
  }
  return found;
}

/**
 * Reads what somebody typed: `due:<2d team:billing -stage:first "free words"`. Words without a field
 * are searched for together, where a field takes them. What nothing knows is told as a problem, not
 * dropped.
 */
export function parseTyped(
  fields: readonly FilterField[],
  typed: string,
  nameOf: ValueNames = () => undefined,
): { filters: Filter[]; problems: TypedProblem[] } {
  const byName = new Map(
    fields.flatMap((field) => [field.name, ...(field.formerly ?? [])].map((n) => [n, field])),
  );
  const filters: Filter[] = [];
  const problems: TypedProblem[] = [];
  const words: string[] = [];
  for (const token of tokens(typed, (name) => byName.has(name))) {
    const field = token.field === undefined ? undefined : byName.get(token.field);
    if (!field) {
      words.push(token.text);
      continue;
    }
    const values = token.values.map((value) => nameOf(field, value) ?? value);
    const filter = checkedFilter(field, token.op, values);
    if (filter) filters.push(filter);
    if (!filter || filter.values.length < new Set(values).size) {
      problems.push({ text: token.text, field: field.name });
    }
  }
  const free = fields.find(({ kind }) => kind === "words");
  const text = words.join(" ").trim();
  const search = free && checkedFilter(free, "is", [text]);
  if (!free && text !== "") problems.push({ text, field: "" });
  return { filters: search ? [...filters, search] : filters, problems };
}

const PLAIN = /^[\p{L}\p{N}_.@:/+-][\p{L}\p{N}_.@:/+<>=-]*$/u;
const quoted = (text: string): string => `"${text.replace(/["\\]/g, "\\$&")}"`;
const typedValue = (value: string): string => (PLAIN.test(value) ? value : quoted(value));

/** The filters as somebody would type them; `parseTyped` reads them back. */
export function formatTyped(fields: readonly FilterField[], filters: readonly Filter[]): string {
  const kinds = new Map(fields.map(({ name, kind }) => [name, kind]));
  return filters
    .map(({ field, op, values }) => {
      if (kinds.get(field) === "words") return values.map(quoted).join(" ");
      const sign = { is: "", not: "", lt: "<", gt: ">" }[op];
      return `${op === "not" ? "-" : ""}${field}:${sign}${values.map(typedValue).join(",")}`;
    })
    .join(" ");
}

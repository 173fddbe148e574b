export type JsonProblem = {
  kind: "empty" | "value" | "key" | "colon" | "comma" | "string" | "number" | "after" | "end";
  /** From 1. */
  line: number;
  column: number;
  /** What stands there; empty at the end of the text. */
  found: string;
};

/** Nested deeper than this, the text is not looked at further. */
const DEPTH_MAX = 200;
const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

class Stop extends Error {
  readonly kind: JsonProblem["kind"];
  readonly at: number;
  constructor(kind: JsonProblem["kind"], at: number) {
    super(kind);
    this.kind = kind;
    this.at = at;
  }
}

/** Where a text stops being JSON, and what is missing there; null for JSON. Browsers each say it their own way, or not at all. */
export function jsonProblem(text: string): JsonProblem | null {
  if (text.trim() === "") return { kind: "empty", line: 1, column: 1, found: "" };
  try {
    const end = skip(text, value(text, skip(text, 0), 0));
    return end < text.length ? place(text, "after", end) : null;
  } catch (error) {
    if (error instanceof Stop) return place(text, error.kind, error.at);
    throw error;
  }
}

function place(text: string, kind: JsonProblem["kind"], at: number): JsonProblem {
  const before = text.slice(0, at);
  const line = before.split("\n").length;
  const column = at - before.lastIndexOf("\n");
  const found = text.slice(at, at + 1);
  return { kind: found === "" ? "end" : kind, line, column, found };
}

function match(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

const skip = (text: string, at: number): number => match(SPACE, text, at) ?? at;

function value(text: string, at: number, depth: number): number {
  if (depth > DEPTH_MAX) throw new Stop("value", at);
  const sign = text[at];
  if (sign === "{") return list(text, at, "}", (from) => member(text, from, depth));
  if (sign === "[") return list(text, at, "]", (from) => value(text, from, depth + 1));
  if (sign === '"') return string(text, at);
  const word = match(WORD, text, at);
  if (word !== null) return word;
  const number = match(NUMBER, text, at);
  if (number === null) throw new Stop("value", at);
  if (/[\w.]/.test(text[number] ?? "")) throw new Stop("number", number);
  return number;
}

function string(text: string, at: number): number {
  const end = match(STRING, text, at);
  if (end === null) throw new Stop("string", at);
  return end;
}

function member(text: string, at: number, depth: number): number {
  if (text[at] !== '"') throw new Stop("key", at);
  const colon = skip(text, string(text, at));
  if (text[colon] !== ":") throw new Stop("colon", colon);
  return value(text, skip(text, colon + 1), depth + 1);
}

function list(text: string, open: number, close: string, item: (at: number) => number): number {
  let at = skip(text, open + 1);
  if (text[at] === close) return at + 1;
  for (;;) {
    at = skip(text, item(at));
    if (text[at] === close) return at + 1;
    if (text[at] !== ",") throw new Stop("comma", at);
    at = skip(text, at + 1);
  }
}

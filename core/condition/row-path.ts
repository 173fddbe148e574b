import type { ASTNode } from "@marcbachmann/cel-js";
import { isScopeRoot } from "@/core/template/scope";

const NAME = /^[A-Za-z_]\w*$/;
const INDEX = /^(?:0|[1-9]\d{0,8})$/;
/** Words of CEL that cannot stand behind a dot. */
const RESERVED = [
  ..."as break const continue else false for function if import in".split(" "),
  ..."let loop namespace null package return true var void while".split(" "),
];

/** The holder whose names are step ids, which may be digits. */
const isNamed = (parts: readonly string[]) => parts.length === 1 && parts[0] === "messages";

/** The CEL that reads a dotted path. Digits are a place in a list, except in `messages`. */
export function writePath(path: string): string {
  const [root = "", ...rest] = path.split(".");
  return rest.reduce((text, part, i) => {
    const kind = partKind(part, i === 0 && isNamed([root]));
    if (kind === "name") return `${text}.${part}`;
    return `${text}[${kind === "index" ? part : JSON.stringify(part)}]`;
  }, root);
}

function partKind(part: string, isKey: boolean): "name" | "index" | "key" {
  if (INDEX.test(part) && !isKey) return "index";
  return NAME.test(part) && !RESERVED.includes(part) ? "name" : "key";
}

/** Whether a path is written without brackets, inside which `has` cannot look. */
const isPlain = (path: string) => !writePath(path).includes("[");

/** The CEL that says the last part of a path is there. */
export function writePresent(path: string): string {
  const end = path.lastIndexOf(".");
  const [holder, part] = [path.slice(0, end), path.slice(end + 1)];
  const kind = partKind(part, isNamed(holder.split(".")));
  if (kind === "index") return `size(${writePath(holder)}) > ${part}`;
  if (isPlain(path)) return `has(${writePath(path)})`;
  return `${JSON.stringify(part)} in ${writePath(holder)}`;
}

/** The path that `writePresent` was given. */
export function readPresent(node: ASTNode): string | null {
  if (node.op === "call" && node.args[0] === "has") {
    const [held] = node.args[1];
    return held?.op === "." ? readPath(held) : null;
  }
  if (node.op === "in") {
    const [key, record] = node.args;
    const holder = readPath(record);
    if (holder === null || key.op !== "value" || typeof key.args !== "string") return null;
    if (key.args === "" || key.args.includes(".")) return null;
    const path = `${holder}.${key.args}`;
    const isIndex = partKind(key.args, isNamed(holder.split("."))) === "index";
    return isIndex || isPlain(path) ? null : path;
  }
  if (node.op !== ">") return null;
  const [size, index] = node.args;
  const [list] = size.op === "call" && size.args[0] === "size" ? size.args[1] : [];
  const holder = list ? readPath(list) : null;
  if (holder === null || index.op !== "value" || typeof index.args !== "bigint") return null;
  const part = String(index.args);
  return partKind(part, isNamed(holder.split("."))) === "index" ? `${holder}.${part}` : null;
}

/** The dotted path that an expression reads, or null where it is something else or cannot be dotted. */
export function readPath(node: ASTNode): string | null {
  const parts = partsOf(node);
  if (parts === null || !isScopeRoot(parts[0] ?? "")) return null;
  return parts.join(".");
}

function partsOf(node: ASTNode): string[] | null {
  if (node.op === "id") return [node.args];
  if (node.op === ".") {
    const holder = partsOf(node.args[0]);
    return holder && [...holder, node.args[1]];
  }
  if (node.op !== "[]") return null;
  const holder = partsOf(node.args[0]);
  const key = node.args[1];
  if (holder === null || key.op !== "value") return null;
  if (typeof key.args === "bigint") {
    const part = String(key.args);
    return INDEX.test(part) && !isNamed(holder) ? [...holder, part] : null;
  }
  if (typeof key.args !== "string" || key.args === "" || key.args.includes(".")) return null;
  return INDEX.test(key.args) && !isNamed(holder) ? null : [...holder, key.args];
}

/** Whether a value at this path is a CEL timestamp by itself: `now`, `due` and our own `…At`. */
export function isOwnMoment(path: string): boolean {
  const parts = path.split(".");
  const [root = ""] = parts;
  if (parts.length === 1) return root === "now" || root === "due";
  if (!["case", "messages", "history", "open"].includes(root)) return false;
  if (parts.includes("data") || parts.includes("attributes")) return false;
  return parts.at(-1)?.endsWith("At") ?? false;
}

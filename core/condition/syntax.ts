import type { ASTNode } from "@marcbachmann/cel-js";
import { SAFE_MATCHES } from "@/core/condition/environment";
import { isScopeRoot } from "@/core/template/scope";

/** What a parsed expression does, found without evaluating it. */
export type Reads = {
  /** Dotted paths read, in order of first appearance. */
  paths: string[];
  /** The list behind each name that `exists`, `map` and the like introduce. */
  iterated: ReadonlyMap<string, string>;
  /** How deep loops over lists are nested. */
  loopsDeep: number;
  /** Additions, each of which may lengthen a list. */
  additions: number;
  splitsText: boolean;
  /** Use of a construct that conditions do not have. */
  refused: { message: string; start: number } | null;
};

const LOOPS = ["all", "exists", "exists_one", "map", "filter"];

/** The dotted path a chain of selections spells, or null when something else stands in it. */
export function pathOf(node: ASTNode, iterated: ReadonlyMap<string, string>): string | null {
  if (node.op === "id") return iterated.get(node.args) ?? node.args;
  if (node.op === ".") {
    const left = pathOf(node.args[0], iterated);
    return left === null ? null : `${left}.${node.args[1]}`;
  }
  if (node.op === "[]") {
    const [holder, index] = node.args;
    const left = pathOf(holder, iterated);
    if (left === null || index.op !== "value") return null;
    const literal = index.args;
    if (typeof literal === "string" || typeof literal === "bigint") return `${left}.${literal}`;
  }
  return null;
}

/**
 * Walk a freshly parsed expression once: note what it reads and lead every `matches` to the
 * linear-time one. Must run before the expression is checked or evaluated.
 */
export function readSyntax(root: ASTNode): Reads {
  const paths = new Set<string>();
  const iterated = new Map<string, string>();
  let loopsDeep = 0;
  let additions = 0;
  let splitsText = false;
  let refused: Reads["refused"] = null;
  const refuse = (message: string, node: ASTNode) => {
    refused ??= { message, start: node.start };
  };

  const notePath = (node: ASTNode): boolean => {
    const path = pathOf(node, iterated);
    if (path === null) return false;
    if (isScopeRoot(path.split(".")[0] ?? "")) paths.add(path);
    return true;
  };

  const visit = (node: ASTNode, loops: number): void => {
    switch (node.op) {
      case "value":
        return;
      case "id":
        notePath(node);
        return;
      case ".":
        if (!notePath(node)) visit(node.args[0], loops);
        return;
      case "[]":
        if (notePath(node)) return;
        visit(node.args[0], loops);
        visit(node.args[1], loops);
        return;
      case "call":
        for (const argument of node.args[1]) visit(argument, loops);
        return;
      case "rcall":
        visitMethod(node.args, node, loops);
        return;
      case "list":
        for (const item of node.args) visit(item, loops);
        return;
      case "map":
        for (const [key, value] of node.args) {
          visit(key, loops);
          visit(value, loops);
        }
        return;
      case "!_":
      case "-_":
        visit(node.args, loops);
        return;
      case "?:":
        for (const part of node.args) visit(part, loops);
        return;
      case ".?":
      case "[?]":
        refuse("optional selection is not available; use has(…)", node);
        return;
      default:
        if (node.op === "+") additions++;
        visit(node.args[0], loops);
        visit(node.args[1], loops);
    }
  };

  const visitMethod = (args: [string, ASTNode, ASTNode[]], node: ASTNode, loops: number): void => {
    const [name, receiver, given] = args;
    if (receiver.op === "id" && receiver.args === "cel") refuse("cel.bind is not available", node);
    if (name === "matches" && given.length === 1) args[0] = SAFE_MATCHES;
    if (name === "split") splitsText = true;
    visit(receiver, loops);
    const [variable, ...inner] = given;
    if (!LOOPS.includes(name) || variable?.op !== "id") {
      for (const argument of given) visit(argument, loops);
      return;
    }
    loopsDeep = Math.max(loopsDeep, loops + 1);
    const list = pathOf(receiver, iterated);
    const shadowed = iterated.get(variable.args);
    iterated.set(variable.args, list === null ? variable.args : `${list}[]`);
    for (const argument of inner) visit(argument, loops + 1);
    if (shadowed !== undefined) iterated.set(variable.args, shadowed);
  };

  visit(root, 0);
  return { paths: [...paths], iterated, loopsDeep, additions, splitsText, refused };
}

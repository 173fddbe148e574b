import type { z } from "zod";
import type { FieldError } from "@/core/errors";

type Issue = z.core.$ZodIssue;

/** Parts of a request that a caller does not see as a level of their own. */
const ENVELOPE: ReadonlySet<PropertyKey> = new Set(["body", "query", "params"]);

/** Each place that is wrong, once: zod's issues with dotted paths, as the caller wrote the fields. */
export function fieldErrors(issues: readonly Issue[]): FieldError[] {
  return issues.flatMap((issue) => flatten(issue, []));
}

function flatten(issue: Issue, base: PropertyKey[]): FieldError[] {
  const path = [...base, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: dotted([...path, key]), message: "unknown field" }));
  }
  if (issue.code === "invalid_union") {
    const branch = likeliest(issue.errors);
    if (branch) return branch.flatMap((inner) => flatten(inner, path));
  }
  if (issue.code === "invalid_key" || issue.code === "invalid_element") {
    const inner = issue.issues.flatMap((each) => flatten(each, path));
    if (inner.length > 0) return inner;
  }
  return [{ path: dotted(path), message: issue.message }];
}

/** Of several shapes the one that was meant: right at its root, wrong in the fewest places. */
function likeliest(branches: readonly Issue[][]): Issue[] | undefined {
  const meant = branches.filter((branch) => !branch.some(isWrongAtRoot));
  return meant.toSorted((a, b) => a.length - b.length)[0];
}

const isWrongAtRoot = (issue: Issue): boolean =>
  issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_value");

function dotted(path: readonly PropertyKey[]): string {
  const inside = path[0] !== undefined && ENVELOPE.has(path[0]) ? path.slice(1) : path;
  return inside.map(String).join(".");
}

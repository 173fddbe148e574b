import { z } from "zod";
import type { FieldError } from "@/core/errors";
import { inputWords, NO_SHAPE } from "@/server/refusals/input-words";

// The router checks inputs without options of ours: only zod's own configuration reaches it.
z.config({ customError: inputWords });

type Issue = z.core.$ZodIssue;

/** Parts of a request that a caller does not see as a level of their own. */
const ENVELOPE: ReadonlySet<PropertyKey> = new Set(["body", "query", "params"]);

/** Each place that is wrong, once: zod's issues with dotted paths, as the caller wrote the fields. */
export function fieldErrors(issues: readonly Issue[]): FieldError[] {
  const byPath = new Map<string, FieldError>();
  for (const error of issues.flatMap((issue) => flatten(issue, []))) {
    if (!byPath.has(error.path)) byPath.set(error.path, error);
  }
  return [...byPath.values()];
}

function flatten(issue: Issue, base: PropertyKey[]): FieldError[] {
  const path = [...base, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: dotted([...path, key]), message: "unknown field" }));
  }
  if (issue.code === "invalid_union") {
    const branch = likeliest(issue);
    if (branch) return branch.flatMap((inner) => flatten(inner, path));
  }
  if (issue.code === "invalid_key" || issue.code === "invalid_element") {
    const inner = issue.issues.flatMap((each) => flatten(each, path));
    if (inner.length > 0) return inner;
  }
  return [{ path: dotted(path), message: issue.message }];
}

/**
 * Of several shapes the one that was meant: right at its root, wrong in the fewest places. None where
 * two are as likely and the union has words for all of them.
 */
function likeliest({ errors, message }: Extract<Issue, { code: "invalid_union" }>) {
  const meant = errors.filter((branch) => !branch.some(isWrongAtRoot));
  const [first, second] = meant.toSorted((a, b) => a.length - b.length);
  const isDraw = first !== undefined && first.length === second?.length;
  return isDraw && message !== NO_SHAPE ? undefined : first;
}

const isWrongAtRoot = (issue: Issue): boolean =>
  issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_value");

function dotted(path: readonly PropertyKey[]): string {
  const inside = path[0] !== undefined && ENVELOPE.has(path[0]) ? path.slice(1) : path;
  return inside.map(String).join(".");
}

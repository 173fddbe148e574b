import type { Problem } from "./problem";

/** A place where a document is no workflow, as its schema says it. */
type Unreadable = { path: string; message: string };

/** What the schema refuses, as problems: two of them have words and a button of their own. */
export const unreadable = (issues: readonly Unreadable[]): Problem[] =>
  issues.map(({ path, message }): Problem => {
    const base = { severity: "problem", path, step: null } as const;
    // The schema asks for both; what is left out is what people forget.
    if (/\.repeat\.timesMax$/.test(path)) return { ...base, code: "escalate.loop", params: {} };
    if (/\.otherwise$/.test(path)) return { ...base, code: "branch.no_otherwise", params: {} };
    return { ...base, code: "definition.unreadable", params: { detail: message } };
  });

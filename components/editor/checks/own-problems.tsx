"use client";

import { Note } from "@/components/ui/note";
import { AcceptCheck } from "@/components/workflows/checks/accept-check";
import type { FieldProblem } from "../forms/form-props";
import { useChecks } from "./checks-context";

/** Problems of the whole that a form edits, and advice: what no control shows as its error. */
export function OwnProblems({ problems }: { problems: readonly FieldProblem[] }) {
  const accept = useChecks()?.accept;
  return problems
    .filter(({ path, severity }) => path === "" || severity === "check")
    .map(({ path, message, severity, check }) => (
      <Note key={`${path} ${message}`} tone={severity === "problem" ? "failed" : "due"}>
        <p>{message}</p>
        {check !== undefined && accept ? (
          <div className="mt-2">
            <AcceptCheck message={message} onAccept={(note) => accept(check, note)} />
          </div>
        ) : null}
      </Note>
    ));
}

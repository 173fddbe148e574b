"use client";

import { useDeferredValue, useMemo } from "react";
import type { WorkflowDocument } from "@/core/workflow/edit/document";
import type { EditorFacts } from "@/core/workflow/editor-facts";
import { type Problem, validate } from "@/core/workflow/validate";
import { workflowFactsOf } from "@/core/workflow/workflow-facts";

/** What is wrong with the document, found a moment after it was drawn: typing never waits for it. */
export function useProblems(document: WorkflowDocument, facts: EditorFacts) {
  const looked = useDeferredValue(document);
  const workflowFacts = useMemo(
    () => workflowFactsOf(facts, looked.contents),
    [facts, looked.contents],
  );
  return useMemo(() => {
    const found = validate(looked.definition, workflowFacts);
    const byStep: ReadonlyMap<string, Problem[]> = Map.groupBy(found, ({ step }) => step ?? "");
    return { found, byStep, workflowFacts };
  }, [looked.definition, workflowFacts]);
}

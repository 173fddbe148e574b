"use client";

import { useDeferredValue, useMemo } from "react";
import type { WorkflowDocument } from "@/core/workflow/edit/document";
import type { EditorFacts } from "@/core/workflow/editor-facts";
import { type AcceptedCheck, checkMarks, withoutAccepted } from "@/core/workflow/problems/accepted";
import { validate } from "@/core/workflow/validate";
import { workflowFactsOf } from "@/core/workflow/workflow-facts";

/**
 * What is wrong with the document, found a moment after it was drawn: typing never waits for it. What
 * somebody accepted stands apart.
 */
export function useProblems(
  document: WorkflowDocument,
  facts: EditorFacts,
  accepted: readonly AcceptedCheck[],
) {
  const looked = useDeferredValue(document);
  const workflowFacts = useMemo(
    () => workflowFactsOf(facts, looked.contents),
    [facts, looked.contents],
  );
  const { definition } = looked;
  const all = useMemo(() => validate(definition, workflowFacts), [definition, workflowFacts]);
  return useMemo(() => {
    const parted = withoutAccepted(all, definition, accepted);
    const found = parted.open;
    return {
      found,
      byStep: Map.groupBy(found, ({ step }) => step ?? ""),
      accepted: parted.accepted,
      acceptedByStep: Map.groupBy(parted.accepted, ({ problem }) => problem.step ?? ""),
      markOf: checkMarks(definition),
      workflowFacts,
    };
  }, [all, definition, accepted, workflowFacts]);
}

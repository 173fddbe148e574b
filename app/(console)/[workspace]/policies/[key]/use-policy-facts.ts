"use client";

import { useMemo } from "react";
import { editorNames } from "@/components/editor/editor-names";
import type { FieldProblem, FormFacts } from "@/components/editor/forms/form-props";
import { useLocale } from "@/components/text/text-provider";
import type { Failure } from "@/components/ui/action-answer";
import { problemWords } from "@/core/sentence/problem-words";
import type { EditorFacts } from "@/core/workflow/editor-facts";
import { aroundLadder, ladderProblems } from "@/core/workflow/ladder-problems";
import type { Ladder } from "@/core/workflow/steps/escalate";
import { workflowFactsOf } from "@/core/workflow/workflow-facts";
import { templatesFor } from "./known-contents";

/** What the forms of a policy know beside its ladder: as in the editor, without a workflow around it. */
export function usePolicyFacts(
  ladder: Ladder,
  facts: EditorFacts,
  failure: Failure | undefined,
  readOnly: boolean,
): FormFacts {
  const locale = useLocale();
  const known = useMemo(() => workflowFactsOf(facts), [facts]);
  const contents = useMemo(() => templatesFor(facts), [facts]);
  const definition = useMemo(() => aroundLadder(ladder), [ladder]);
  const names = useMemo(
    () => editorNames(facts, { definition, contents: {} }, locale),
    [facts, definition, locale],
  );
  const problems = useMemo(
    () => [
      ...ladderProblems(ladder, known).map((problem): FieldProblem => {
        const { path, severity } = problem;
        return { path, severity, message: problemWords(problem, locale).message };
      }),
      ...(failure?.errors ?? []).map(
        ({ path, message }): FieldProblem => ({ path, message, severity: "problem" }),
      ),
    ],
    [ladder, known, failure, locale],
  );
  return { definition, facts, names, contents, problems, readOnly, example: null };
}

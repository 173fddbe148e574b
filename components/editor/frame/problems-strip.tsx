"use client";

import { CircleAlert, TriangleAlert } from "lucide-react";
import { useLocale, useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { problemWords, remedyWords } from "@/core/sentence/problem-words";
import { remediesOf } from "@/core/workflow/problems/remedies";
import type { Remedy } from "@/core/workflow/problems/remedy";
import type { Problem, WorkflowFacts } from "@/core/workflow/validate";
import { useDocument, useOutline, useWorld } from "../editor-context";
import { stepOf } from "../plan/plan-nodes";
import { kindWord } from "../plan/plan-words";
import { useReader } from "../plan/use-reader";

const FIXES_MAX = 2;

/** Every problem in one place: where, what, why, and the button that mends it or leads to it. */
export function ProblemsStrip({
  found,
  workflowFacts,
  onRemedy,
}: {
  found: readonly Problem[];
  workflowFacts: WorkflowFacts;
  onRemedy: (remedy: Remedy) => void;
}) {
  const t = useText();
  const { readOnly } = useWorld();
  const { definition } = useDocument();
  if (found.length === 0) return null;
  return (
    <section aria-label={t("editor.problems")} className="ft-problems">
      <ul>
        {found.map((problem) => (
          <li key={`${problem.code} ${problem.path}`} className="ft-problem">
            <ProblemText problem={problem} />
            {readOnly ? null : (
              <Fixes
                remedies={remediesOf(problem, definition, workflowFacts)}
                onRemedy={onRemedy}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function ProblemText({ problem }: { problem: Problem }) {
  const locale = useLocale();
  const reader = useReader();
  const outline = useOutline();
  const { message, why } = problemWords(problem, locale);
  const node = problem.step === null ? undefined : stepOf(outline, problem.step);
  const where = node ? `${node.number} ${kindWord(node.step, reader)}: ` : "";
  const isProblem = problem.severity === "problem";
  const Icon = isProblem ? CircleAlert : TriangleAlert;
  return (
    <div className="flex min-w-0 flex-1 gap-2">
      <Icon
        aria-hidden="true"
        size={16}
        className={`mt-0.5 ${isProblem ? "text-(--ft-failed)" : "text-(--ft-due)"}`}
      />
      <p className="min-w-0">
        <span className="sr-only">
          {reader.t(isProblem ? "editor.isProblem" : "editor.isCheck")}{" "}
        </span>
        {where}
        {message} <span className="text-ft-3">{why}</span>
      </p>
    </div>
  );
}

function Fixes({
  remedies,
  onRemedy,
}: {
  remedies: readonly Remedy[];
  onRemedy: (remedy: Remedy) => void;
}) {
  const locale = useLocale();
  return (
    <div className="flex flex-none flex-wrap gap-2">
      {remedies.slice(0, FIXES_MAX).map((remedy) => {
        const words = remedyWords(remedy, locale);
        return (
          <Button key={words} size="sm" onPress={() => onRemedy(remedy)}>
            {words}
          </Button>
        );
      })}
    </div>
  );
}

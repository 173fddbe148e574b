"use client";

import { CircleAlert, TriangleAlert } from "lucide-react";
import { useRef, useState } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { AcceptCheck } from "@/components/workflows/checks/accept-check";
import { AcceptedLine } from "@/components/workflows/checks/accepted-line";
import { problemWords, remedyWords } from "@/core/sentence/problem-words";
import type { AcceptedProblem } from "@/core/workflow/problems/accepted";
import { remediesOf } from "@/core/workflow/problems/remedies";
import type { Remedy } from "@/core/workflow/problems/remedy";
import type { Problem, WorkflowFacts } from "@/core/workflow/validate";
import { useChecks } from "../checks/checks-context";
import { useDocument, useOutline, useWorld } from "../editor-context";
import { stepOf } from "../plan/plan-nodes";
import { inPlanOrder } from "../plan/plan-problems";
import { kindWord } from "../plan/plan-words";
import { useReader } from "../plan/use-reader";
import { useRowFocus } from "./use-row-focus";

const FIXES_MAX = 2;

/** Every problem in one place: where, what, why, and the button that mends it or leads to it. */
export function ProblemsStrip({
  found,
  accepted,
  workflowFacts,
  onRemedy,
}: {
  found: readonly Problem[];
  accepted: readonly AcceptedProblem[];
  workflowFacts: WorkflowFacts;
  onRemedy: (remedy: Remedy, problem: Problem) => void;
}) {
  const t = useText();
  const { store, readOnly } = useWorld();
  const { definition } = useDocument();
  const outline = useOutline();
  const strip = useRef<HTMLElement>(null);
  const [said, setSaid] = useState<"saidAccepted" | "saidTakenBack" | null>(null);
  const keep = useRowFocus(strip, found, () => store.wish("plan"));
  // The button that was pressed goes away with its row.
  const tell = (what: "saidAccepted" | "saidTakenBack") => {
    setSaid(what);
    strip.current?.focus();
  };
  if (found.length === 0 && accepted.length === 0) return null;
  return (
    <section
      ref={strip}
      tabIndex={-1}
      aria-label={t("editor.problems")}
      className="ft-problems"
      {...keep}
    >
      <p role="status" className="sr-only">
        {said === null ? "" : t(`checks.${said}`)}
      </p>
      <ul>
        {inPlanOrder(found, outline).map(({ problem, id }) => (
          <li key={id} className="ft-problem">
            <ProblemText problem={problem} />
            {readOnly ? null : (
              <Fixes
                remedies={remediesOf(problem, definition, workflowFacts)}
                onRemedy={(remedy) => onRemedy(remedy, problem)}
              />
            )}
            {problem.severity === "check" ? (
              <Accept problem={problem} onAccepted={() => tell("saidAccepted")} />
            ) : null}
          </li>
        ))}
      </ul>
      <AcceptedGroup accepted={accepted} onTakenBack={() => tell("saidTakenBack")} />
    </section>
  );
}

/** “2.1 Email: ”, or nothing for what belongs to no step. */
function useWhere({ step }: Problem): string {
  const reader = useReader();
  const node = stepOf(useOutline(), step ?? "");
  return node ? `${node.number} ${kindWord(node.step, reader)}: ` : "";
}

function ProblemText({ problem }: { problem: Problem }) {
  const locale = useLocale();
  const reader = useReader();
  const { message, why } = problemWords(problem, locale);
  const where = useWhere(problem);
  const isProblem = problem.severity === "problem";
  const Icon = isProblem ? CircleAlert : TriangleAlert;
  return (
    <div className="flex min-w-0 flex-1 basis-64 gap-2">
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

function Accept({ problem, onAccepted }: { problem: Problem; onAccepted: () => void }) {
  const locale = useLocale();
  const checks = useChecks();
  const accept = checks?.accept;
  if (!checks || !accept) return null;
  return (
    <AcceptCheck
      message={problemWords(problem, locale).message}
      onAccept={async (note) => {
        const answer = await accept(checks.markOf(problem), note);
        if (answer.ok) onAccepted();
        return answer;
      }}
    />
  );
}

function AcceptedGroup({
  accepted,
  onTakenBack,
}: {
  accepted: readonly AcceptedProblem[];
  onTakenBack: () => void;
}) {
  const t = useText();
  const checks = useChecks();
  if (!checks || accepted.length === 0) return null;
  return (
    <>
      <h3 className="border-t border-ft-subtle px-4 pt-2 font-semibold first:border-t-0">
        {t("checks.accepted", { n: accepted.length })}
      </h3>
      <ul>
        {accepted.map((one) => (
          <li key={one.check} className="px-4 py-1.5">
            <AcceptedRow one={one} checks={checks} onTakenBack={onTakenBack} />
          </li>
        ))}
      </ul>
    </>
  );
}

function AcceptedRow({
  one: { problem, check, acceptance },
  checks: { clock, takeBack },
  onTakenBack,
}: {
  one: AcceptedProblem;
  checks: NonNullable<ReturnType<typeof useChecks>>;
  onTakenBack: () => void;
}) {
  const locale = useLocale();
  const where = useWhere(problem);
  const again = async (back: NonNullable<typeof takeBack>) => {
    const answer = await back(check);
    if (answer.ok) onTakenBack();
    return answer;
  };
  return (
    <AcceptedLine
      message={problemWords(problem, locale).message}
      where={where}
      {...{ acceptance, clock }}
      onTakeBack={takeBack && (() => again(takeBack))}
    />
  );
}

"use client";

import { useLocale, useText } from "@/components/text/text-provider";
import { AcceptedLine } from "@/components/workflows/checks/accepted-line";
import { problemWords } from "@/core/sentence/problem-words";
import type { AcceptedProblem } from "@/core/workflow/problems/accepted";
import { useEditor } from "../editor-context";
import { useChecks } from "./checks-context";

const NONE: readonly AcceptedProblem[] = [];

/** The accepted checks of one step, or with "" of the workflow itself. */
export const useAccepted = (step: string): readonly AcceptedProblem[] =>
  useEditor(({ accepted }) => accepted.get(step) ?? NONE);

/** Accepted checks in the inspector, each with its note. */
export function NodeAccepted({
  step,
  isHere = () => true,
}: {
  step: string;
  /** Of the workflow's own, those at a field that is shown. */
  isHere?: (path: string) => boolean;
}) {
  const t = useText();
  const locale = useLocale();
  const checks = useChecks();
  const accepted = useAccepted(step).filter(({ problem }) => isHere(problem.path));
  if (!checks || accepted.length === 0) return null;
  const { clock, takeBack } = checks;
  return (
    <section className="mt-4 grid gap-2 border-t border-ft-subtle pt-4">
      <h3 className="font-semibold">{t("checks.accepted", { n: accepted.length })}</h3>
      <ul className="grid gap-3">
        {accepted.map(({ problem, check, acceptance }) => (
          <li key={check}>
            <AcceptedLine
              message={problemWords(problem, locale).message}
              {...{ acceptance, clock }}
              onTakeBack={takeBack && (() => takeBack(check))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The same in the outline, a line each. */
export function AcceptedLines({ accepted }: { accepted: readonly AcceptedProblem[] }) {
  const t = useText();
  const locale = useLocale();
  return accepted.map(({ problem, check, acceptance: { by, note } }) => (
    <span key={check} className="block text-xs text-ft-3 wrap-anywhere">
      {t("checks.acceptedLine", {
        message: problemWords(problem, locale).message,
        name: by.name,
        note,
      })}
    </span>
  ));
}

import { Note } from "@/components/ui/note";
import type { SaidProblem } from "@/core/sentence/problem-words";
import type { AcceptedProblem } from "@/core/workflow/problems/accepted";
import type { PageView } from "../../page-view";
import { AcceptedChecks } from "./accepted-checks";

type Found = readonly SaidProblem[];

/** “2 problems and 1 check”. */
export function countText(found: Found, { t, locale }: PageView): string {
  const problems = found.filter(({ severity }) => severity === "problem").length;
  const checks = found.length - problems;
  return new Intl.ListFormat(locale).format([
    ...(problems === 0 ? [] : [t("workflows.problems", { n: problems })]),
    ...(checks === 0 ? [] : [t("workflows.checks", { n: checks })]),
  ]);
}

export const byStep = (found: Found) =>
  new Map(
    [...Map.groupBy(found, ({ step }) => step ?? "")].map(([step, list]) => [
      step,
      list.map(({ message }) => message),
    ]),
  );

/** What stands against the draft, and what somebody accepted of it. */
export function DraftProblems({
  problems,
  accepted,
  workflow,
  mayEdit,
  view,
}: {
  problems: Found;
  accepted: readonly AcceptedProblem<SaidProblem>[];
  workflow: string;
  mayEdit: boolean;
  view: PageView;
}) {
  const { t, slug, now, viewerZone } = view;
  const group = (
    <AcceptedChecks
      accepted={accepted.map(({ problem: { message }, check, acceptance }) => ({
        message,
        check,
        acceptance,
      }))}
      {...{ slug, workflow, mayEdit }}
      clock={{ now, viewerZone }}
    />
  );
  if (problems.length === 0) {
    return (
      <>
        <Note tone="resolved">{t("workflows.nothingAgainst")}</Note>
        {group}
      </>
    );
  }
  return (
    <section aria-labelledby="problems" className="grid gap-2">
      <h2 id="problems" className="font-semibold">
        {t("workflows.draftHas", { found: countText(problems, view) })}
      </h2>
      <ul className="grid gap-2">
        {problems.map(({ severity, path, step, message, why, fix }) => (
          <li key={`${path} ${message}`}>
            <Note tone={severity === "problem" ? "failed" : "due"}>
              <p className="font-medium">
                {t(severity === "problem" ? "workflows.problem" : "workflows.check", { message })}
              </p>
              <p>
                {why} {fix}
              </p>
              {step ? (
                <a href={`#step-${step}`} className="underline">
                  {t("workflows.goToStep")}
                </a>
              ) : (
                <code className="text-xs">{path}</code>
              )}
            </Note>
          </li>
        ))}
      </ul>
      {group}
    </section>
  );
}

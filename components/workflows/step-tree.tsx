import Link from "next/link";
import type { Text } from "@/components/text/text";
import type { Names } from "@/core/sentence/names";
import { stepSentence } from "@/core/sentence/step-sentence";
import { innerLists, type Step } from "@/core/workflow/step";

export type StepTreeProps = {
  steps: Step[];
  /** “2” for the second stage: its steps are 2.1, 2.2 … */
  prefix: string;
  names: Names;
  t: Text;
  locale: string;
  /** Open cases that stand at each step. */
  counts: ReadonlyMap<string, number>;
  /** Findings by step id. */
  problems: ReadonlyMap<string, string[]>;
  /** Where the cases of a stage are listed. */
  casesHref: string | undefined;
};

/** Steps as numbered sentences; the lists inside a step stand under it, each under its name. */
export function StepTree(props: StepTreeProps) {
  const { steps, prefix } = props;
  if (steps.length === 0) return <p className="text-ft-3">{props.t("workflows.straightOn")}</p>;
  return (
    <ol className="grid gap-2">
      {steps.map((step, place) => (
        <StepItem key={step.id} {...props} step={step} number={`${prefix}.${place + 1}`} />
      ))}
    </ol>
  );
}

function StepItem({ step, number, ...props }: StepTreeProps & { step: Step; number: string }) {
  const { names, counts, problems, casesHref, t, locale } = props;
  const count = counts.get(step.id) ?? 0;
  return (
    <li id={`step-${step.id}`} className="grid scroll-mt-28 grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      <span className="ft-figures pt-0.5 text-ft-3">{number}</span>
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <p className={`text-base ${step.disabled ? "text-ft-3 line-through" : ""}`}>
            {step.title ? <strong className="font-semibold">{step.title}: </strong> : null}
            {stepSentence(step, { locale, names })}
          </p>
          {step.disabled ? (
            <span className="text-xs text-ft-3">{t("workflows.switchedOff")}</span>
          ) : null}
          {count > 0 ? (
            casesHref ? (
              <Link href={casesHref} className="ft-link text-xs">
                {t("workflows.openHere", { n: count })}
              </Link>
            ) : (
              <span className="text-xs text-ft-2">{t("workflows.openHere", { n: count })}</span>
            )
          ) : null}
        </div>
        {step.note ? <p className="text-ft-3">{step.note}</p> : null}
        {(problems.get(step.id) ?? []).map((message) => (
          <p key={message} className="text-(--ft-failed)">
            {message}
          </p>
        ))}
        {waysIn(step).map(({ name, path, steps }, place) => (
          <div key={path.join(".")} className="mt-2 border-s border-ft-border ps-4">
            <h3 className="mb-1 text-xs font-semibold text-ft-2">{wayName(name, path, t)}</h3>
            <StepTree {...props} steps={steps} prefix={`${number}.${place + 1}`} />
          </div>
        ))}
      </div>
    </li>
  );
}

/** A wait whose ways are empty only waits; the ways of a branch are shown even when one is empty. */
const waysIn = (step: Step) =>
  innerLists(step).filter(({ steps }) => steps.length > 0 || step.kind === "branch");

/** The ways every step of a kind has are named by us, the others by whoever wrote the workflow. */
export function wayName(name: string, path: readonly (string | number)[], t: Text): string {
  if (path.length > 1) return name;
  switch (path[0]) {
    case "responded":
      return t("workflows.wayResponded");
    case "noAnswer":
      return t("workflows.wayNoAnswer");
    case "otherwise":
      return t("workflows.wayOtherwise");
    case "steps":
      return t("workflows.waySteps");
    default:
      return name;
  }
}

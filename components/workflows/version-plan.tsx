import type { ReactNode } from "react";
import { endingName, kindWord } from "@/components/editor/plan/plan-words";
import type { Text } from "@/components/text/text";
import type { Names } from "@/core/sentence/names";
import { stepSentence } from "@/core/sentence/step-sentence";
import type { Mark, OverlayStage, OverlayStep, OverlayWay } from "@/core/workflow/compare/overlay";
import type { Step } from "@/core/workflow/step";
import { CHANGE_GLYPH } from "./change-glyph";
import { SentenceChange } from "./sentence-change";
import { wayName } from "./step-tree";

type Reading = { names: Names; t: Text; locale: string };

/** A plan with what came, went, changed or moved: each by glyph, outline and word. */
export function VersionPlan({ stages, ...reading }: { stages: readonly OverlayStage[] } & Reading) {
  const { t } = reading;
  return (
    <ol className="grid gap-5">
      {stages
        .filter(({ ending, steps }) => ending === null || steps.length > 0)
        .map(({ id, ending, name, nameBefore, number, marks, steps }) => {
          const called = ending === null ? name : endingName(ending, t);
          return (
            <li key={`${ending ?? "stage"} ${id}`} className="grid gap-2">
              <h3 className="font-semibold">
                <Marked marks={marks} t={t}>
                  <span className={isGone(marks) ? "line-through" : ""}>
                    {t("editor.stageLabel", { number, name: called })}
                  </span>
                </Marked>
                {nameBefore === null ? null : (
                  <span className="font-normal text-ft-3">
                    {" "}
                    {t("versions.planWas", { before: nameBefore })}
                  </span>
                )}
              </h3>
              {steps.length === 0 ? (
                <p className="text-ft-3">{t("workflows.straightOn")}</p>
              ) : (
                <Steps steps={steps} {...reading} />
              )}
            </li>
          );
        })}
    </ol>
  );
}

const isGone = (marks: readonly Mark[]): boolean => marks.includes("removed");

/** “+ Added: ” before what it is about. */
function Marked({ marks, t, children }: { marks: readonly Mark[]; t: Text; children: ReactNode }) {
  if (marks.length === 0) return <>{children}</>;
  return (
    <>
      {marks.map((mark) => (
        <span key={mark} className="me-1 inline-block font-semibold text-ft-1">
          <span aria-hidden="true">{CHANGE_GLYPH[mark]} </span>
          {t("versions.kind", { kind: mark })}:
        </span>
      ))}{" "}
      {children}
    </>
  );
}

/** Solid for what is new, dashed for what is gone, double for what differs, dotted for what moved. */
const OUTLINE: Record<Mark, string> = {
  added: "border-2 border-solid border-ft-1",
  removed: "border-2 border-dashed border-ft-border bg-transparent",
  changed: "border-4 border-double border-ft-1",
  moved: "border-2 border-dotted border-ft-1",
};
const PLAIN = "border border-ft-subtle";

function Steps({ steps, ...reading }: { steps: readonly OverlayStep[] } & Reading) {
  return (
    <ol className="grid gap-2">
      {steps.map((one) => (
        <PlanStep key={one.step.id} one={one} {...reading} />
      ))}
    </ol>
  );
}

function PlanStep({ one, ...reading }: { one: OverlayStep } & Reading) {
  const { step, before, number, marks, ways } = one;
  const { t } = reading;
  const [first] = marks;
  const words = `plan-${step.id}`;
  return (
    <li
      aria-labelledby={words}
      className={`grid min-w-0 gap-2 rounded-md bg-ft-surface px-3 py-2 ${first ? OUTLINE[first] : PLAIN}`}
    >
      <p id={words} className="min-w-0 wrap-anywhere">
        <Marked marks={marks} t={t}>
          <span className="text-ft-3">
            {t("versions.planStep", { number, kind: kindWord(step, { t }) })}.
          </span>{" "}
          {before ? (
            <SentenceChange before={say(before, reading)} after={say(step, reading)} />
          ) : (
            <span className={isGone(marks) ? "text-ft-3 line-through" : ""}>
              {say(step, reading)}
            </span>
          )}
        </Marked>
        {step.disabled ? (
          <span className="text-xs text-ft-3"> {t("workflows.switchedOff")}</span>
        ) : null}
      </p>
      {ways.map((way) => (
        <PlanWay key={way.key} way={way} {...reading} />
      ))}
    </li>
  );
}

function PlanWay({ way: { key, name, steps }, ...reading }: { way: OverlayWay } & Reading) {
  return (
    <div className="grid gap-1 border-s border-ft-border ps-3">
      <p className="text-xs font-semibold text-ft-2">{wayName(name, key.split("."), reading.t)}</p>
      {steps.length === 0 ? (
        <p className="text-ft-3">{reading.t("workflows.straightOn")}</p>
      ) : (
        <Steps steps={steps} {...reading} />
      )}
    </div>
  );
}

function say(step: Step, { names, locale }: Reading): string {
  const sentence = stepSentence(step, { locale, names });
  return step.title ? `${step.title}: ${sentence}` : sentence;
}

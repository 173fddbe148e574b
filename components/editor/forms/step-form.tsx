"use client";

import { useRef, useState } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import { Note } from "@/components/ui/note";
import { unreachable } from "@/core/assert";
import { stepSentenceParts } from "@/core/sentence/step-sentence";
import { Step } from "@/core/workflow/step";
import { OwnProblems } from "../checks/own-problems";
import { BranchForm } from "./branch-form";
import { CallForm } from "./call-form";
import { CloseForm } from "./close-form";
import { EscalateForm } from "./escalate-form";
import { focusField } from "./focus-field";
import type { StepFormProps } from "./form-props";
import { FormScope } from "./form-scope";
import { RepeatForm } from "./repeat-form";
import { ResponseForm } from "./response-form";
import { SendForm } from "./send-form";
import { SentenceHead } from "./sentence-head";
import { SplitForm } from "./split-form";
import { UpdateForm } from "./update-form";
import { WaitForm } from "./wait-form";

type Props = Omit<StepFormProps, "onChange"> & {
  /** `typedIn`: the field whose text is being typed, so that a run of letters can be one thing to undo. */
  onChange: (next: Step, typedIn: string | null) => void;
};

/**
 * The form of one step: its sentence, whose slots lead to their controls, and the controls. Each
 * carries `data-field` with its path in the step; `focusField` finds them. Passes on only what the
 * schema accepts.
 */
export function StepForm(props: Props) {
  const t = useText();
  const locale = useLocale();
  const root = useRef<HTMLDivElement>(null);
  const [refused, setRefused] = useState<{ id: string; why: string } | null>(null);
  const { step, names } = props;
  const change = (next: Step) => {
    const parsed = Step.safeParse(next);
    const why = parsed.error?.issues[0]?.message ?? "";
    setRefused(parsed.success ? null : { id: step.id, why });
    if (parsed.success) props.onChange(next, typedIn(root.current));
  };
  return (
    <FormScope value={props}>
      <div ref={root} className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <SentenceHead
          parts={stepSentenceParts(step, { locale, names })}
          onSlot={(field) => root.current && focusField(root.current, field)}
        />
        <OwnProblems problems={props.problems} />
        {refused?.id === step.id ? (
          <Note tone="failed">{t("forms.refused", { why: refused.why })}</Note>
        ) : null}
        <FormOf key={step.id} {...props} onChange={change} />
      </div>
    </FormScope>
  );
}

function FormOf(props: StepFormProps) {
  const { step } = props;
  switch (step.kind) {
    case "send":
      return <SendForm {...props} step={step} />;
    case "wait":
      return <WaitForm {...props} step={step} />;
    case "wait_for_response":
      return <ResponseForm {...props} step={step} />;
    case "branch":
      return <BranchForm {...props} step={step} />;
    case "split":
      return <SplitForm {...props} step={step} />;
    case "repeat":
      return <RepeatForm {...props} step={step} />;
    case "escalate":
      return <EscalateForm {...props} step={step} />;
    case "update":
      return <UpdateForm {...props} step={step} />;
    case "call":
      return <CallForm {...props} step={step} />;
    case "close":
      return <CloseForm {...props} step={step} />;
    default:
      return unreachable(step);
  }
}

export function typedIn(root: HTMLElement | null): string | null {
  const active = root?.ownerDocument.activeElement;
  if (!active?.matches("input:not([type=checkbox]), textarea") || !root?.contains(active)) {
    return null;
  }
  return active.closest<HTMLElement>("[data-field]")?.dataset.field ?? null;
}

"use client";

import { useText } from "@/components/text/text-provider";
import { SelectField } from "@/components/ui/field";
import { useAction } from "@/components/ui/use-action";
import { reopenAction } from "./actions";
import { VerbDialog, type VerbProps } from "./verb-dialog";

/** A step in a sentence, under the name of its stage. */
export type StepChoice = { id: string; stage: string; sentence: string };

export function ReopenDialog({
  number,
  steps,
  slug,
  onClose,
  ...seen
}: VerbProps & { steps: StepChoice[] }) {
  const t = useText();
  const { pending, failure, run, forget } = useAction();
  const stages = Map.groupBy(steps, ({ stage }) => stage);
  const submit = (form: FormData) => {
    const step = String(form.get("step") ?? "");
    run(() => reopenAction(slug, { ...seen, ...(step !== "" && { step }) }), onClose);
  };
  return (
    <VerbDialog
      title={t("case.reopenTitle", { number })}
      verb={t("case.reopenVerb")}
      {...{ pending, failure, onClose }}
      onForget={forget}
      onSubmit={submit}
    >
      <SelectField label={t("case.resumeAt")} name="step" defaultValue="">
        <option value="">{t("case.resumeWhere")}</option>
        {[...stages].map(([stage, some]) => (
          <optgroup key={stage} label={stage}>
            {some.map(({ id, sentence }) => (
              <option key={id} value={id}>
                {sentence}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <p className="text-ft-2">{t("case.reopenNote")}</p>
    </VerbDialog>
  );
}

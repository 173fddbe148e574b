"use client";

import { CheckboxField, SelectField, TextAreaField } from "@/components/ui/field";
import { resolveAction } from "./actions";
import { useVerb } from "./use-verb";
import { VerbDialog, type VerbProps } from "./verb-dialog";

const OUTCOMES = [
  { value: "resolved", label: "Resolved" },
  { value: "not_needed", label: "Not needed any more" },
  { value: "could_not", label: "Could not be done" },
];

export function ResolveDialog({
  number,
  confirmations,
  onDone,
  slug,
  onClose,
  ...seen
}: VerbProps & {
  number: string;
  /** The sentences of what the resolution sends. */
  confirmations: string[];
  onDone: (confirmed: boolean) => void;
}) {
  const { pending, error, run, forget } = useVerb();
  const submit = (form: FormData) => {
    const note = String(form.get("note") ?? "").trim();
    const confirm = form.get("confirm") === "on";
    run(
      () =>
        resolveAction(slug, {
          ...seen,
          outcome: String(form.get("outcome")),
          ...(note ? { note } : {}),
          ...(confirmations.length > 0 ? { confirm } : {}),
        }),
      () => onDone(confirm && confirmations.length > 0),
    );
  };
  return (
    <VerbDialog
      title={`Resolve ${number}`}
      verb="Resolve case"
      {...{ pending, error, onClose }}
      onForget={forget}
      onSubmit={submit}
    >
      <p className="text-ft-2">Everything still planned for this case is taken back at once.</p>
      <SelectField label="Outcome" name="outcome">
        {OUTCOMES.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <TextAreaField label="Note" hint="For the timeline. Optional." name="note" maxLength={4000} />
      {confirmations.length > 0 ? (
        <div className="grid gap-1">
          <CheckboxField
            label="Send the confirmations"
            hint="They leave 10 seconds later; until then you can undo."
            name="confirm"
            defaultChecked
          />
          <ul className="ms-6 list-disc ps-4 text-ft-2">
            {confirmations.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </VerbDialog>
  );
}

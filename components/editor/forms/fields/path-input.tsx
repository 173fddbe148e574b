"use client";

import { useId } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import { FieldFrame } from "@/components/ui/field";
import { knownFields } from "@/core/workflow/known-fields";
import { exampleText } from "../example-text";
import { useFormFacts } from "../form-scope";

type PathInputProps = {
  label: string;
  value: string;
  invalid?: boolean;
  error?: string | undefined;
  readOnly: boolean;
  /** Where it is a control of its own and no part of a group. */
  field?: string;
  onChange: (next: string) => void;
};

/** A path into the case's data, typed or picked; the value it lately had stands beside it. */
export function PathInput({
  label,
  value,
  invalid = false,
  error,
  readOnly,
  field,
  onChange,
}: PathInputProps) {
  const t = useText();
  const locale = useLocale();
  const list = useId();
  const { definition, facts } = useFormFacts();
  const fields = knownFields(definition, facts.events);
  const known = fields.find(({ path }) => path === value);
  const shown = (example: unknown) =>
    example === undefined ? "" : t("forms.example", { value: exampleText(example, locale) });
  const missing =
    known && known.missing > 0
      ? t("forms.fieldMissing", { missing: known.missing, of: known.of })
      : "";
  return (
    <FieldFrame
      label={label}
      error={error}
      hint={known ? [shown(known.example), missing].filter(Boolean).join(" · ") : undefined}
    >
      {(wiring) => (
        <>
          <input
            {...wiring}
            className="ft-input font-mono"
            aria-invalid={invalid || error !== undefined}
            data-field={field}
            list={list}
            autoComplete="off"
            spellCheck={false}
            readOnly={readOnly}
            placeholder="data.due_date"
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
          <datalist id={list}>
            {fields.map(({ path, example }) => (
              <option key={path} value={path} label={`${path} ${shown(example)}`} />
            ))}
          </datalist>
        </>
      )}
    </FieldFrame>
  );
}

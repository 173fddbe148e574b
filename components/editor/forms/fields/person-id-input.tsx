"use client";

import { useId } from "react";
import { useText } from "@/components/text/text-provider";
import { useFormFacts } from "../form-scope";

/** The id of a person; those the workspace has are suggested by name. */
export function PersonIdInput({
  value,
  readOnly,
  invalid,
  onChange,
}: {
  value: string;
  readOnly: boolean;
  invalid: boolean;
  onChange: (id: string) => void;
}) {
  const t = useText();
  const list = useId();
  const { facts } = useFormFacts();
  return (
    <>
      <input
        className="ft-input min-w-32 flex-1"
        aria-label={t("forms.personId")}
        aria-invalid={invalid}
        placeholder={t("forms.personId")}
        list={list}
        autoComplete="off"
        readOnly={readOnly}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <datalist id={list}>
        {facts.people.map(({ id, name }) => (
          <option key={id} value={id} label={name ?? id} />
        ))}
      </datalist>
    </>
  );
}

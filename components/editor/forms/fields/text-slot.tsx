"use client";

import type { z } from "zod";
import { useText } from "@/components/text/text-provider";
import { TextAreaField, TextField } from "@/components/ui/field";
import { useDraft } from "../use-draft";
import { type SlotProps, useSlotError } from "./slot-field";

/**
 * A text of the document. `schema` says which texts are finished; without one any is. An empty one
 * gives undefined where `optional`.
 */
export function TextSlot({
  field,
  label,
  hint,
  value,
  onChange,
  schema,
  optional = false,
  multiline = false,
  saying,
  ...input
}: SlotProps<string | undefined> & {
  schema?: z.ZodType<string>;
  optional?: boolean;
  multiline?: boolean;
  /** What an unfinished text lacks. */
  saying?: string;
  maxLength?: number;
  placeholder?: string;
  list?: string;
  autoComplete?: string;
  spellCheck?: boolean;
}) {
  const t = useText();
  const { draft, edit, leave, unfinished } = useDraft<string | undefined, string>({
    value,
    toDraft: (known) => known ?? "",
    toValue: (text) => {
      if (text === "") return optional ? { value: undefined } : null;
      return !schema || schema.safeParse(text).success ? { value: text } : null;
    },
    onChange,
  });
  const missing = draft === "" ? t("forms.required") : (saying ?? t("forms.unfinished"));
  const { error, readOnly } = useSlotError(field, unfinished, missing);
  const wiring = {
    label,
    hint,
    error,
    readOnly,
    "data-field": field,
    value: draft,
    onBlur: leave,
    autoComplete: "off",
  };
  if (multiline) {
    const { list: _, ...rest } = input;
    return (
      <TextAreaField {...wiring} {...rest} onChange={({ target }) => edit(target.value)} rows={3} />
    );
  }
  return <TextField {...wiring} {...input} onChange={({ target }) => edit(target.value)} />;
}

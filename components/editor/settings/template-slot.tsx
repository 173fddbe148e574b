"use client";

import { useLocale, useText } from "@/components/text/text-provider";
import { knownFields } from "@/core/workflow/known-fields";
import { exampleText } from "../forms/example-text";
import type { SlotProps } from "../forms/fields/slot-field";
import { TextSlot } from "../forms/fields/text-slot";
import { useFormFacts } from "../forms/form-scope";
import { filledTemplate } from "./settings-draft";

const TEMPLATE_CHARS_MAX = 512;
const OFFERED_MAX = 100;

/** A text with fields in it, what it gives with their examples, and a list to put one in. */
export function TemplateSlot({
  optional = false,
  ...slot
}: SlotProps<string | undefined> & { optional?: boolean }) {
  const t = useText();
  const locale = useLocale();
  const { definition, facts, readOnly } = useFormFacts();
  const fields = knownFields(definition, facts.events);
  const { value = "", hint, onChange } = slot;
  const filled = filledTemplate(value, fields);
  const insert = (path: string) => {
    const text = `${value}${value === "" || /[\s:/#-]$/.test(value) ? "" : " "}{{ ${path} }}`;
    if (text.length <= TEMPLATE_CHARS_MAX) onChange(text);
  };
  return (
    <div className="grid gap-1.5">
      <TextSlot
        {...slot}
        hint={filled === null ? hint : t("forms.example", { value: filled })}
        optional={optional}
        maxLength={TEMPLATE_CHARS_MAX}
        spellCheck={false}
      />
      {readOnly || fields.length === 0 ? null : (
        <select
          className="ft-input w-40 justify-self-start text-xs"
          aria-label={t("wfsettings.insertInto", { label: slot.label })}
          value=""
          onChange={({ target }) => insert(target.value)}
        >
          <option value="" disabled>
            {t("wfsettings.insert")}
          </option>
          {fields.slice(0, OFFERED_MAX).map(({ path, example }) => (
            <option key={path} value={path}>
              {example === undefined || example === null
                ? path
                : t("conditions.fieldExample", {
                    name: path,
                    example: exampleText(example, locale),
                  })}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

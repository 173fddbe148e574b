"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { CheckboxField, SelectField, TextField } from "@/components/ui/field";
import { exampleOf, FIELD_TYPES } from "@/core/workflow/data-fields";
import { Path } from "@/core/workflow/steps/shared";
import type { FieldDraft } from "./data-draft";

const TITLE_CHARS_MAX = 120;

/** One field: a line that says what it is, and its form behind it. A new one is open. */
export function DataFieldRow({
  row,
  readOnly,
  showErrors,
  onChange,
  onRemove,
}: {
  row: FieldDraft;
  readOnly: boolean;
  showErrors: boolean;
  onChange: (next: FieldDraft) => void;
  onRemove: () => void;
}) {
  const t = useText();
  const [startedOpen] = useState(row.path === "");
  const typeName = (one: string) =>
    t("wfsettings.fieldType", { type: one === "date-time" ? "moment" : one });
  const type = typeName(row.type ?? "any");
  const isPathWrong = showErrors && !Path.safeParse(row.path).success;
  const isExampleWrong = showErrors && exampleOf(row.example, row.type) === null;
  return (
    <details
      className="rounded-md border border-ft-subtle"
      data-field={`data.properties.${row.path.split(".").join(".properties.")}`}
      open={startedOpen || undefined}
    >
      <summary className="cursor-pointer px-3 py-2 [overflow-wrap:anywhere]">
        <span className="font-mono text-ft-1">{row.path || t("wfsettings.fieldNew")}</span>{" "}
        <span className="text-ft-3 text-xs">
          {t("wfsettings.fieldLine", {
            type,
            example: row.example,
            hasExample: row.example === "" ? "no" : "yes",
            required: row.required ? "yes" : "no",
          })}
        </span>
      </summary>
      <div className="grid gap-3 border-t border-ft-subtle p-3">
        <TextField
          label={t("wfsettings.fieldPath")}
          hint={t("wfsettings.fieldPathHint")}
          error={isPathWrong ? t("wfsettings.fieldPathWrong") : undefined}
          className="font-mono"
          autoComplete="off"
          spellCheck={false}
          readOnly={readOnly}
          value={row.path}
          onChange={({ target }) => onChange({ ...row, path: target.value.trim() })}
        />
        <SelectField
          label={t("wfsettings.fieldKind")}
          disabled={readOnly}
          value={row.type ?? "any"}
          onChange={({ target }) =>
            onChange({ ...row, type: FIELD_TYPES.find((one) => one === target.value) ?? null })
          }
        >
          {[...FIELD_TYPES, "any"].map((one) => (
            <option key={one} value={one}>
              {typeName(one)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t("wfsettings.fieldTitle")}
          hint={t("wfsettings.fieldTitleHint")}
          maxLength={TITLE_CHARS_MAX}
          autoComplete="off"
          readOnly={readOnly}
          value={row.title}
          onChange={({ target }) => onChange({ ...row, title: target.value })}
        />
        <TextField
          label={t("wfsettings.fieldExample")}
          error={isExampleWrong ? t("wfsettings.fieldExampleWrong", { type }) : undefined}
          autoComplete="off"
          readOnly={readOnly}
          value={row.example}
          onChange={({ target }) => onChange({ ...row, example: target.value })}
        />
        <CheckboxField
          label={t("wfsettings.fieldRequired")}
          disabled={readOnly}
          checked={row.required}
          onChange={({ target }) => onChange({ ...row, required: target.checked })}
        />
        {readOnly ? null : (
          <Button size="sm" look="tertiary" className="justify-self-start" onPress={onRemove}>
            <X aria-hidden="true" />
            {t("wfsettings.removeField")}
          </Button>
        )}
      </div>
    </details>
  );
}

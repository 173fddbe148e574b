"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import type { ConditionField } from "@/core/workflow/condition-fields";
import { type DraftInner, rowFor, withRow } from "./condition-draft";
import { ConditionRow } from "./condition-row";
import { JoinSelect } from "./join-select";

/** Rows in brackets. */
export function InnerRows({
  field,
  inner,
  fields,
  readOnly,
  mayGrow,
  onChange,
}: {
  field: string;
  inner: DraftInner;
  fields: readonly ConditionField[];
  readOnly: boolean;
  mayGrow: boolean;
  onChange: (next: DraftInner | null) => void;
}) {
  const t = useText();
  const [added, setAdded] = useState(-1);
  return (
    <fieldset className="grid min-w-0 gap-2 rounded-md border border-ft-subtle p-2">
      <legend className="sr-only">{t("conditions.group")}</legend>
      <JoinSelect
        value={inner.join}
        readOnly={readOnly}
        onChange={(join) => onChange({ ...inner, join })}
      />
      {inner.rows.map((row, index) => (
        <ConditionRow
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          key={index}
          field={`${field}.${index}`}
          row={row}
          fields={fields}
          readOnly={readOnly}
          isNew={index === added}
          onChange={(next) => {
            setAdded(-1);
            onChange(withRow(inner, index, next));
          }}
        />
      ))}
      {readOnly || !mayGrow ? null : (
        <Button
          size="sm"
          look="tertiary"
          className="justify-self-start"
          onPress={() => {
            setAdded(inner.rows.length);
            onChange(withRow(inner, inner.rows.length, rowFor(fields[0])));
          }}
        >
          <Plus aria-hidden="true" />
          {t("conditions.addRow")}
        </Button>
      )}
    </fieldset>
  );
}

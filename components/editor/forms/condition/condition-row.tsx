"use client";

import { X } from "lucide-react";
import { useText } from "@/components/text/text-provider";
import { IconButton } from "@/components/ui/button";
import { OP_VALUE, ROW_OPS } from "@/core/condition/row";
import type { ConditionField } from "@/core/workflow/condition-fields";
import { type DraftRow, fieldOf, opsFor, rowFor, withOp } from "./condition-draft";
import { FieldPicker } from "./field-picker";
import { RowValue } from "./row-value";

/** One line: a field, how it is compared, and with what. */
export function ConditionRow({
  field,
  row,
  fields,
  readOnly,
  isNew,
  onChange,
}: {
  field: string;
  row: DraftRow;
  fields: readonly ConditionField[];
  readOnly: boolean;
  /** It was just added and takes the focus. */
  isNew: boolean;
  onChange: (next: DraftRow | null) => void;
}) {
  const t = useText();
  const known = fieldOf(row.path, fields);
  return (
    <div className="grid min-w-0 gap-1.5 rounded-md bg-ft-sunken p-2" data-field={field}>
      <div className="flex min-w-0 items-center gap-1">
        <FieldPicker
          path={row.path}
          fields={fields}
          readOnly={readOnly}
          autoFocus={isNew}
          onPick={(path) => {
            const next = fieldOf(path, fields);
            onChange(rowFor({ ...next, path }));
          }}
          onType={(path) => onChange({ ...row, path })}
        />
        {readOnly ? null : (
          <IconButton size="sm" label={t("conditions.removeRow")} onPress={() => onChange(null)}>
            <X aria-hidden="true" />
          </IconButton>
        )}
      </div>
      <div className="flex min-w-0 flex-wrap gap-1.5">
        <select
          className={`ft-input w-auto ${OP_VALUE[row.op] === "none" ? "flex-1" : "min-w-28"}`}
          aria-label={t("conditions.operator")}
          disabled={readOnly}
          value={row.op}
          onChange={({ target }) => {
            const op = ROW_OPS.find((one) => one === target.value);
            if (op) onChange(withOp(row, op, known));
          }}
        >
          {opsFor(row, known).map((op) => (
            <option key={op} value={op}>
              {t("conditions.op", { op })}
            </option>
          ))}
        </select>
        <RowValue
          key={OP_VALUE[row.op]}
          row={row}
          field={known}
          readOnly={readOnly}
          onChange={(value) => onChange({ ...row, value })}
        />
      </div>
    </div>
  );
}

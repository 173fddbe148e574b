"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { type Filter, type FilterOp, isFilterValue, opsOf } from "@/core/filter/field";
import type { ListField } from "./list-context";
import { OpSelect } from "./op-select";

/** A number, or a text, to compare with. */
export function NumberPicker({
  field,
  filter,
  onDone,
}: {
  field: ListField;
  filter: Filter | undefined;
  onDone: (next: Filter) => void;
}) {
  const t = useText();
  const [op, setOp] = useState<FilterOp>(filter?.op ?? "is");
  const isNumber = field.kind === "number";
  const submit = (form: FormData) => {
    const value = String(form.get("value")).trim();
    if (isFilterValue(field, op, value)) onDone({ field: field.name, op, values: [value] });
  };
  return (
    <>
      {isNumber ? (
        <OpSelect
          ops={opsOf(field)}
          value={op}
          words={{
            is: t("lists.opIs"),
            not: t("lists.opIsNot"),
            lt: t("lists.opBelow"),
            gt: t("lists.opAbove"),
          }}
          onChange={setOp}
        />
      ) : null}
      <form action={submit} className="flex items-end gap-2 p-2">
        <div className="min-w-0 flex-1">
          <TextField
            label={field.label}
            name="value"
            inputMode={isNumber ? "numeric" : "text"}
            defaultValue={filter?.values[0]}
            required
            autoFocus
          />
        </div>
        <Button type="submit">{t("lists.apply")}</Button>
      </form>
    </>
  );
}

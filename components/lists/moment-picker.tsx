"use client";

import { useState } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { type Filter, type FilterOp, isFilterValue, NO_VALUE } from "@/core/filter/field";
import { conditionWords } from "./filter-words";
import type { ListField } from "./list-context";
import { OpSelect } from "./op-select";

const AHEAD = [
  { op: "lt", value: "now" },
  { op: "lt", value: "24h" },
  { op: "lt", value: "2d" },
  { op: "lt", value: "7d" },
  { op: "gt", value: "7d" },
] as const;
const AGO = [
  { op: "lt", value: "24h" },
  { op: "lt", value: "7d" },
  { op: "lt", value: "30d" },
  { op: "gt", value: "30d" },
] as const;

/** A usual time away from now by one press, or a date. */
export function MomentPicker({
  field,
  filter,
  onDone,
}: {
  field: ListField;
  filter: Filter | undefined;
  onDone: (next: Filter) => void;
}) {
  const t = useText();
  const locale = useLocale();
  const [op, setOp] = useState<"lt" | "gt">(filter?.op === "gt" ? "gt" : "lt");
  const done = (how: FilterOp, value: string) =>
    onDone({ field: field.name, op: how, values: [value] });
  const usual: readonly { op: FilterOp; value: string }[] = [
    ...(field.toward === "ago" ? AGO : AHEAD),
    ...(field.optional ? [{ op: "is", value: NO_VALUE } as const] : []),
  ];
  const submit = (form: FormData) => {
    const date = String(form.get("date"));
    if (isFilterValue(field, op, date)) done(op, date);
  };
  return (
    <div>
      <ul className="p-1">
        {usual.map((choice) => (
          <li key={`${choice.op}${choice.value}`}>
            <Button
              look="tertiary"
              className="w-full justify-start font-normal text-ft-1"
              onPress={() => done(choice.op, choice.value)}
            >
              {field.label}{" "}
              {conditionWords(
                field,
                { field: field.name, op: choice.op, values: [choice.value] },
                t,
                locale,
              )}
            </Button>
          </li>
        ))}
      </ul>
      <div className="border-t border-ft-subtle">
        <OpSelect
          ops={["lt", "gt"]}
          value={op}
          words={{ lt: t("lists.opBefore"), gt: t("lists.opAfter") }}
          onChange={setOp}
        />
        <form action={submit} className="flex items-end gap-2 p-2">
          <div className="min-w-0 flex-1">
            <TextField label={t("lists.date")} name="date" type="date" required />
          </div>
          <Button type="submit">{t("lists.apply")}</Button>
        </form>
      </div>
    </div>
  );
}

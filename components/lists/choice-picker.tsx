"use client";

import { useText } from "@/components/text/text-provider";
import { type Filter, type FilterOp, isFilterValue, NO_VALUE } from "@/core/filter/field";
import { valueLabel } from "./filter-words";
import type { ListField } from "./list-context";
import { OpSelect } from "./op-select";
import { PickList } from "./pick-list";

/** One or several values of a field; each pick shows in the list at once. */
export function ChoicePicker({
  field,
  filter,
  onChange,
}: {
  field: ListField;
  filter: Filter | undefined;
  onChange: (next: Filter) => void;
}) {
  const t = useText();
  const values = filter?.values ?? [];
  const op: FilterOp = filter?.op === "not" ? "not" : "is";
  const toggle = (value: string) => {
    if (field.single) return onChange({ field: field.name, op: "is", values: [value] });
    const next = values.includes(value)
      ? values.filter((one) => one !== value)
      : [...values, value];
    if (next.length > 0) onChange({ field: field.name, op, values: next });
  };
  const strangers = values.filter(
    (value) => value !== NO_VALUE && !field.options.some((option) => option.value === value),
  );
  const known = [
    ...field.options,
    ...strangers.map((value) => ({ value, label: value })),
    ...(field.optional ? [{ value: NO_VALUE, label: valueLabel(field, NO_VALUE, t) }] : []),
  ];
  const isOpenSet = field.choices === undefined;
  return (
    <>
      {values.length > 0 && !field.single ? (
        <OpSelect
          ops={["is", "not"]}
          value={op}
          words={{ is: t("lists.opIs"), not: t("lists.opIsNot") }}
          onChange={(next) => onChange({ field: field.name, op: next, values })}
        />
      ) : null}
      <PickList
        label={t("lists.filterBy", { field: field.label })}
        items={known.map((option) => ({ ...option, checked: values.includes(option.value) }))}
        onPick={toggle}
        {...(isOpenSet
          ? { onOther: (text: string) => isFilterValue(field, "is", text) && toggle(text) }
          : {})}
      />
    </>
  );
}

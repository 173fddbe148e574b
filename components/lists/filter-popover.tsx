"use client";

import { Popover } from "@heroui/react/popover";
import { type ReactNode, useState } from "react";
import { useText } from "@/components/text/text-provider";
import type { Filter } from "@/core/filter/field";
import { ChoicePicker } from "./choice-picker";
import { type ListField, useList } from "./list-context";
import { MomentPicker } from "./moment-picker";
import { NumberPicker } from "./number-picker";
import { PickList } from "./pick-list";

/** `before` is what this popover put there a moment ago and now changes: one step back takes it all away. */
type Change = (next: Filter, how: "push" | "replace", before: Filter | undefined) => void;

/** Picks a field and then its values; with `field` only the values. */
export function FilterPopover({
  open,
  onOpenChange,
  field: given,
  filter,
  onChange,
  children,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  field?: ListField;
  filter?: Filter;
  onChange: Change;
  /** The button that opens it. */
  children: ReactNode;
}) {
  const t = useText();
  const { list } = useList();
  const [picked, setPicked] = useState<ListField>();
  const [made, setMade] = useState<Filter>();
  const field = given ?? picked;
  const openTo = (next: boolean) => {
    setPicked(undefined);
    setMade(undefined);
    onOpenChange(next);
  };
  const change = (next: Filter) => {
    onChange(next, made ? "replace" : "push", made);
    setMade(next);
  };
  const finish = (next: Filter) => {
    change(next);
    openTo(false);
  };
  const current = made ?? filter;
  return (
    <Popover isOpen={open} onOpenChange={openTo}>
      {children}
      <Popover.Content placement="bottom start">
        <Popover.Dialog
          className="w-72 max-w-[calc(100vw-24px)] p-0 outline-none"
          aria-label={field ? t("lists.filterBy", { field: field.label }) : t("lists.addFilter")}
        >
          {!open ? null : !field ? (
            <PickList
              key="fields"
              label={t("lists.pickField")}
              items={list.fields
                .filter(({ kind, given: isGiven }) => kind !== "words" && !isGiven)
                .map(({ name, label }) => ({ value: name, label }))}
              onPick={(name) => setPicked(list.fields.find((one) => one.name === name))}
            />
          ) : field.kind === "moment" ? (
            <MomentPicker field={field} filter={current} onDone={finish} />
          ) : field.kind === "choice" ? (
            <ChoicePicker
              field={field}
              filter={current}
              onChange={field.single ? finish : change}
            />
          ) : (
            <NumberPicker field={field} filter={current} onDone={finish} />
          )}
        </Popover.Dialog>
      </Popover.Content>
    </Popover>
  );
}

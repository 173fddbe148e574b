"use client";

import { Command } from "cmdk";
import { Check } from "lucide-react";
import { useText } from "@/components/text/text-provider";

export type PickItem = { value: string; label: string; checked?: boolean };

/** Values found by typing and picked by Enter or a press; with `checked` several can be. */
export function PickList({
  label,
  items,
  onPick,
  onOther,
}: {
  label: string;
  items: readonly PickItem[];
  onPick: (value: string) => void;
  /** Takes what is typed where the values are not all known. */
  onOther?: (text: string) => void;
}) {
  const t = useText();
  return (
    <Command label={label} className="ft-pick" loop>
      <Command.Input
        autoFocus
        placeholder={label}
        className="ft-pick-input"
        onKeyDown={(event) => {
          const text = event.currentTarget.value.trim();
          const isFound = items.some((item) =>
            item.label.toLowerCase().includes(text.toLowerCase()),
          );
          if (event.key !== "Enter" || !onOther || text === "" || isFound) return;
          event.preventDefault();
          onOther(text);
        }}
      />
      <Command.List className="ft-pick-list" label={label}>
        <Command.Empty className="p-3 text-ft-3">
          {onOther ? t("lists.enterToUse") : t("lists.nothingFound")}
        </Command.Empty>
        {items.map(({ value, label: text, checked }) => (
          <Command.Item
            key={value}
            value={value}
            keywords={[text]}
            onSelect={() => onPick(value)}
            className="ft-pick-item"
          >
            <span className="min-w-0 flex-1 truncate">{text}</span>
            {checked ? <Check aria-hidden="true" size={14} /> : null}
            {checked ? <span className="sr-only">{t("lists.chosen")}</span> : null}
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}

"use client";

import { Dropdown } from "@heroui/react/dropdown";
import { Header } from "@heroui/react/header";
import { Check } from "lucide-react";
import type { ReactNode } from "react";

export type MenuItem = {
  id: string;
  label: string;
  icon?: ReactNode;
  /** A second line, or a shortcut. */
  note?: ReactNode;
  href?: string;
  disabled?: boolean;
};

export type MenuSection = { heading?: string; items: MenuItem[] };

/** A button and the list of actions behind it. `trigger` is one `Button`. */
export function Menu({
  trigger,
  label,
  sections,
  selected,
  several = false,
  onAction,
  align = "start",
}: {
  trigger: ReactNode;
  label: string;
  sections: MenuSection[];
  /** Marks the items in force. */
  selected?: string[];
  /** Several items can be in force at a time. */
  several?: boolean;
  onAction?: (id: string) => void;
  /** The edge of the trigger it lines up with. */
  align?: "start" | "end";
}) {
  return (
    <Dropdown>
      {trigger}
      <Dropdown.Popover placement={align === "start" ? "bottom start" : "bottom end"}>
        <Dropdown.Menu
          aria-label={label}
          {...(onAction ? { onAction: (key) => onAction(String(key)) } : {})}
          {...(selected
            ? {
                selectionMode: several ? ("multiple" as const) : ("single" as const),
                selectedKeys: selected,
              }
            : {})}
        >
          {sections.map(({ heading, items }, index) => (
            <Dropdown.Section
              key={heading ?? `section-${index}`}
              {...(heading ? {} : { "aria-label": label })}
              className={index > 0 ? "mt-1 border-t border-ft-subtle pt-1" : ""}
            >
              {heading ? <Header className="ft-menu-heading">{heading}</Header> : null}
              {items.map((item) => (
                <Dropdown.Item
                  key={item.id}
                  id={item.id}
                  textValue={item.label}
                  isDisabled={item.disabled ?? false}
                  {...(item.href ? { href: item.href } : {})}
                >
                  {item.icon}
                  <span className="min-w-0 flex-1 truncate">{item.label}</span>
                  {item.note ? <span className="text-xs text-ft-3">{item.note}</span> : null}
                  {selected?.includes(item.id) ? <Check aria-hidden="true" /> : null}
                </Dropdown.Item>
              ))}
            </Dropdown.Section>
          ))}
        </Dropdown.Menu>
      </Dropdown.Popover>
    </Dropdown>
  );
}

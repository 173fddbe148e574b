"use client";

import { Ellipsis } from "lucide-react";
import { type ButtonProps, IconButton } from "./button";
import { Menu, type MenuSection } from "./menu";

/** Three dots, and what else can be done behind them. */
export function MoreMenu({
  label,
  sections,
  onAction,
  ...button
}: {
  /** Of the button, and of what it opens. */
  label: string;
  sections: MenuSection[];
  onAction: (id: string) => void;
} & Pick<ButtonProps, "look" | "size" | "pending">) {
  return (
    <Menu
      {...{ label, sections, onAction }}
      align="end"
      trigger={
        <IconButton {...button} label={label}>
          <Ellipsis aria-hidden="true" />
        </IconButton>
      }
    />
  );
}

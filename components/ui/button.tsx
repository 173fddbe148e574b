"use client";

import { Button as LibraryButton } from "@heroui/react/button";
import { Tooltip } from "@heroui/react/tooltip";
import type { ComponentProps, ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { Keys } from "@/components/shortcuts/key-caps";
import type { ButtonLook, ButtonSize } from "./button-look";
import { LIBRARY_VARIANT } from "./button-look";

export type ButtonProps = Omit<
  ComponentProps<typeof LibraryButton>,
  "variant" | "size" | "children" | "isPending"
> & {
  children?: ReactNode;
  /** One `primary` per view; `secondary` is outlined, `tertiary` is text. */
  look?: ButtonLook;
  size?: ButtonSize;
  /** Shows progress in place; the width stays. */
  pending?: boolean;
};

export function Button({
  look = "secondary",
  size = "md",
  pending = false,
  children,
  ...rest
}: ButtonProps) {
  return (
    <LibraryButton {...rest} variant={LIBRARY_VARIANT[look]} size={size} isPending={pending}>
      {children}
      {pending ? (
        <span className="absolute inset-0 grid place-items-center text-ft-2">
          <span className="ft-spinner" aria-hidden="true" />
        </span>
      ) : null}
    </LibraryButton>
  );
}

const TOOLTIP_AFTER_MS = 500;
/** Long enough to move the pointer onto it. */
const CLOSES_AFTER_MS = 150;

/** A square button that shows only an icon; `label` is its name, which it shows when pointed at. */
export function IconButton({
  label,
  keys,
  ...rest
}: Omit<ButtonProps, "aria-label" | "isIconOnly"> & {
  label: string;
  /** The shortcut that does the same, shown beside the name: `shift+e`. */
  keys?: string;
}) {
  return (
    <Tooltip delay={TOOLTIP_AFTER_MS} closeDelay={CLOSES_AFTER_MS}>
      <Button look="tertiary" {...rest} isIconOnly aria-label={label} />
      <Tooltip.Content className="ft-tooltip">
        {label}
        {keys ? <Keys keys={keys} /> : null}
      </Tooltip.Content>
    </Tooltip>
  );
}

/** The submit button of the form around it: shows progress while the form's action runs. */
export function SubmitButton({ look = "primary", ...rest }: ButtonProps) {
  const { pending } = useFormStatus();
  return <Button look={look} {...rest} type="submit" pending={pending} />;
}

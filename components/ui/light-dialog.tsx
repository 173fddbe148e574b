"use client";

import { type ReactNode, useCallback, useRef } from "react";

/**
 * A dialog that Escape or a press outside closes, with the focus in its first field.
 * It lies in the browser's top layer and makes nothing behind it inert: for the whole page that
 * would be styled anew, twice, which is longer than most of what is chosen here takes.
 */
export function LightDialog({
  label,
  onClose,
  children,
}: {
  label: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const show = useCallback((shown: HTMLDivElement | null) => {
    box.current = shown;
    if (!shown) return;
    shown.showPopover();
    shown.querySelector("input")?.focus();
  }, []);
  return (
    <div
      ref={show}
      popover="auto"
      role="dialog"
      aria-label={label}
      className="ft-light-dialog"
      onToggle={(event) => {
        if (event.newState === "closed") onClose();
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget && !box.current?.contains(relatedTarget)) onClose();
      }}
    >
      {children}
    </div>
  );
}

"use client";

import { type ReactNode, useState } from "react";

/** A fold whose content is made when it is first opened: a list of them loads nothing it does not show. */
export function Fold({ label, children }: { label: string; children: ReactNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <details
      className="mt-1 text-xs"
      onToggle={(event) => event.currentTarget.open && setOpened(true)}
    >
      <summary className="w-fit cursor-pointer rounded-sm text-ft-3 hover:text-ft-1">
        {label}
      </summary>
      {opened ? children : null}
    </details>
  );
}

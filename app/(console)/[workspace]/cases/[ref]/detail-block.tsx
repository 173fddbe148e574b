"use client";

import { type ReactNode, useEffect, useState } from "react";

/** As wide as the column beside the timeline needs. */
const WIDE = "(min-width: 1024px)";

/** A part of the details: open beside the timeline, an accordion below it on a narrow screen. */
export function DetailBlock({
  title,
  folded = false,
  children,
}: {
  title: string;
  /** Closed at first on any screen. */
  folded?: boolean;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(!folded);
  useEffect(() => {
    if (!window.matchMedia(WIDE).matches) setOpen(false);
  }, []);
  return (
    <details
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="border-t border-ft-subtle px-4 py-3 first:border-t-0"
    >
      <summary className="cursor-pointer rounded-sm font-semibold pointer-coarse:min-h-8">
        {title}
      </summary>
      <div className="mt-2 grid grid-cols-[minmax(0,1fr)] gap-2">{children}</div>
    </details>
  );
}

import type { ReactNode } from "react";

/** A part of the panel beside a list, under its heading. */
export function PeekBlock({
  id,
  title,
  children,
}: {
  /** Of its own within the panel. */
  id: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={`peek-${id}`} className="grid gap-1">
      <h3 id={`peek-${id}`} className="text-xs font-semibold text-ft-3">
        {title}
      </h3>
      {children}
    </section>
  );
}

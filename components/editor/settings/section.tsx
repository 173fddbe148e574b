import { type ReactNode, useId } from "react";

/** A group of settings under its heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid gap-4 border-t border-ft-subtle pt-4 first:border-t-0 first:pt-0"
    >
      <h3 id={id} className="font-semibold text-ft-1">
        {title}
      </h3>
      {children}
    </section>
  );
}

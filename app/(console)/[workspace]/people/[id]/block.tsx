import type { ReactNode } from "react";

/** One part of the column beside the page. */
export function Block({
  id,
  title,
  action,
  children,
}: {
  id: string;
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section
      aria-labelledby={id}
      className="grid gap-2 border-t border-ft-subtle px-4 py-3 first:border-t-0"
    >
      <div className="flex items-center justify-between gap-2">
        <h2 id={id} className="scroll-mt-28 font-semibold">
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}

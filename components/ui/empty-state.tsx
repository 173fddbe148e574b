import type { ReactNode } from "react";

/** Nothing here: one sentence of what appears here, and what to do about it. */
export function EmptyState({
  title,
  children,
  actions,
}: {
  /** "No cases yet." or "No cases match Stage is Reminder." */
  title: string;
  /** The sentence below: when something will appear here. */
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="border-y border-ft-subtle bg-ft-surface px-4 py-8 md:px-6 md:py-10">
      <h2 className="text-base font-semibold">{title}</h2>
      {children ? <div className="ft-prose mt-1">{children}</div> : null}
      {actions ? <div className="mt-4 flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}

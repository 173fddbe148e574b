import type { ReactNode } from "react";

/** What the page is, and one sentence about it. */
export function AuthHeading({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="mb-5 grid gap-2">
      <h1 className="ft-page-title">{title}</h1>
      {children ? <div className="text-ft-2 [overflow-wrap:anywhere]">{children}</div> : null}
    </div>
  );
}

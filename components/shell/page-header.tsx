"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useText } from "@/components/text/text-provider";

/** Where you are, what this is, and what you can do: the primary action last. The title stays in sight. */
export function PageHeader({
  title,
  trail = [],
  actions,
  children,
}: {
  title: ReactNode;
  /** The pages above this one. */
  trail?: { label: string; href: string }[];
  actions?: ReactNode;
  /** Tabs, filters, a badge line. */
  children?: ReactNode;
}) {
  const t = useText();
  return (
    <header className="contents">
      <div className="ft-page-bar" data-alone={!children}>
        <div className="ft-page-header">
          <div className="min-w-0">
            {trail.length > 0 ? (
              <nav aria-label={t("shell.breadcrumb")}>
                <ol className="flex flex-wrap items-center gap-1 text-xs text-ft-3">
                  {trail.map(({ label, href }) => (
                    <li key={href} className="flex items-center gap-1">
                      <Link href={href} className="rounded-sm py-1 hover:text-ft-1 hover:underline">
                        {label}
                      </Link>
                      <ChevronRight aria-hidden="true" size={12} className="rtl:-scale-x-100" />
                    </li>
                  ))}
                </ol>
              </nav>
            ) : null}
            <h1 className="ft-page-title">{title}</h1>
          </div>
          {actions ? (
            <div className="ms-auto flex flex-wrap items-center gap-2">{actions}</div>
          ) : null}
        </div>
      </div>
      {children ? (
        <div className="grid gap-2 border-b border-ft-subtle px-4 pb-3 md:px-6">{children}</div>
      ) : null}
    </header>
  );
}

import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

/** The frame of one page of the settings: its name, what it is for, and on narrow screens the way back. */
export function SettingsPage({
  title,
  back,
  lead,
  actions,
  wide = false,
  children,
}: {
  title: string;
  /** Where this page was reached from; `always` also beside the navigation. */
  back: { label: string; href: string; always?: boolean };
  lead?: ReactNode;
  actions?: ReactNode;
  /** For tables; forms stay narrow enough to read. */
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="min-w-0 px-4 pt-4 pb-8 md:px-6 lg:px-8">
      <Link
        href={back.href}
        className={`-ms-1 mb-1 inline-flex min-h-6 items-center gap-1 rounded-sm text-xs text-ft-2 hover:text-ft-1 pointer-coarse:min-h-11 ${back.always ? "" : "lg:hidden"}`}
      >
        <ChevronLeft aria-hidden="true" size={14} />
        {back.label}
      </Link>
      <header className={`flex flex-wrap items-start gap-x-4 gap-y-2 ${wide ? "" : "max-w-160"}`}>
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="ft-page-title">{title}</h1>
          {lead ? <div className="mt-1 max-w-[68ch] text-ft-2">{lead}</div> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </header>
      <div className={`mt-6 grid grid-cols-[minmax(0,1fr)] gap-6 ${wide ? "" : "max-w-160"}`}>
        {children}
      </div>
    </div>
  );
}

/** A part of a settings page under its own heading. */
export function SettingsSection({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div>
        <h2 id={id} className="text-base font-semibold">
          {title}
        </h2>
        {lead ? <div className="max-w-[68ch] text-ft-2">{lead}</div> : null}
      </div>
      {children}
    </section>
  );
}

import { X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Say } from "@/components/text/say";

export type ChipOption = {
  label: string;
  href: string;
  current: boolean;
  count?: number;
};

/** A choice kept in the URL: each chip is a link to the list filtered so. */
export function ChipFilter({ label, options }: { label: string; options: ChipOption[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-1.5">
      {options.map(({ label: text, href, current, count }) => (
        <Link
          key={href}
          href={href}
          scroll={false}
          className="ft-chip"
          aria-current={current ? "true" : undefined}
        >
          {text}
          {count === undefined ? null : <span className="ft-figures text-ft-3">{count}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** A filter in force; following it takes the filter away. */
export function FilterChip({ children, removeHref }: { children: ReactNode; removeHref: string }) {
  return (
    <Link href={removeHref} scroll={false} className="ft-chip">
      {children}
      <X aria-hidden="true" />
      <span className="sr-only">
        <Say text="ui.removeFilter" />
      </span>
    </Link>
  );
}

import Link from "next/link";

type ChipOption = {
  label: string;
  href: string;
  current: boolean;
};

/** A choice kept in the URL: each chip is a link to the list filtered so. */
export function ChipFilter({ label, options }: { label: string; options: ChipOption[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-1.5">
      {options.map(({ label: text, href, current }) => (
        <Link
          key={href}
          href={href}
          scroll={false}
          className="ft-chip"
          aria-current={current ? "true" : undefined}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}

import Link from "next/link";

export type StageCount = {
  id: string;
  name: string;
  open: number;
  /** The open cases that stand there. */
  href: string;
};

/** The stages of a workflow in their order, each with how many open cases stand in it. */
export function StageStrip({
  stages,
  label,
  locale,
}: {
  stages: readonly StageCount[];
  label: string;
  locale: string;
}) {
  const figure = new Intl.NumberFormat(locale);
  const most = Math.max(1, ...stages.map(({ open }) => open));
  return (
    <ol className="grid gap-1" aria-label={label}>
      {stages.map(({ id, name, open, href }) => (
        <li key={id} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3">
          <span className="truncate" title={name}>
            {name}
          </span>
          {open === 0 ? (
            <span className="ft-figures text-ft-3">0</span>
          ) : (
            <Link href={href} className="ft-link ft-figures">
              {figure.format(open)}
            </Link>
          )}
          <span aria-hidden="true" className="col-span-2 h-1 rounded-full bg-ft-sunken">
            <span
              className="block h-full rounded-full bg-(--ft-accent)"
              style={{ width: `${(100 * open) / most}%` }}
            />
          </span>
        </li>
      ))}
    </ol>
  );
}

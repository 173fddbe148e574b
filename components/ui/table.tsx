import type { ReactNode } from "react";

/**
 * A real table in a frame that scrolls sideways by itself. Below 768 px each row is a card:
 * give every cell a `data-label`. One `ft-row-link` per row makes the whole row press it.
 */
export function Table({
  caption,
  columns,
  cards = true,
  children,
}: {
  /** Read out, not shown. */
  caption: string;
  columns: { label: string; number?: boolean; hidden?: boolean }[];
  cards?: boolean;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="ft-table-frame" aria-label={caption} tabIndex={0}>
      <table className="ft-table" data-cards={cards}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, number, hidden }) => (
              <th key={label} scope="col" className={number ? "ft-number" : undefined}>
                {hidden ? <span className="sr-only">{label}</span> : label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

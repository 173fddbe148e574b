import { COUNTED_MAX } from "@/core/filter/counted";

/** The name of a list and how many rows it has. */
export function ListTitle({
  title,
  count,
  locale,
}: {
  title: string;
  /** Counted up to `COUNTED_MAX`. */
  count: number;
  locale: string;
}) {
  return (
    <>
      {title}{" "}
      <span className="ft-figures text-base font-normal text-ft-3">
        {new Intl.NumberFormat(locale).format(count)}
        {count === COUNTED_MAX ? "+" : ""}
      </span>
    </>
  );
}

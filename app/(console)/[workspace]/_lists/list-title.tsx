/** The name of a list and how many rows it has. */
export function ListTitle({
  title,
  count,
  isMore,
  locale,
}: {
  title: string;
  count: number;
  /** There are more than were counted. */
  isMore: boolean;
  locale: string;
}) {
  return (
    <>
      {title}{" "}
      <span className="ft-figures text-base font-normal text-ft-3">
        {new Intl.NumberFormat(locale).format(count)}
        {isMore ? "+" : ""}
      </span>
    </>
  );
}

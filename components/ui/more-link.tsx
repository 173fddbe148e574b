import { ButtonLink } from "./button-link";

/** The way through a long list: onward by cursor, and back to the start. Renders nothing when all is shown. */
export function MoreLink({
  nextHref,
  firstHref,
  noun,
}: {
  nextHref?: string | undefined;
  /** Given on later pages. */
  firstHref?: string | undefined;
  /** "cases". */
  noun: string;
}) {
  if (!nextHref && !firstHref) return null;
  return (
    <nav aria-label={`Pages of ${noun}`} className="flex flex-wrap justify-between gap-2 py-3">
      {firstHref ? <ButtonLink href={firstHref}>First {noun}</ButtonLink> : <span />}
      {nextHref ? <ButtonLink href={nextHref}>More {noun}</ButtonLink> : null}
    </nav>
  );
}

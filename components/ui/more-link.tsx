"use client";

import { useText } from "@/components/text/text-provider";
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
  /** "cases", in the reader's language. */
  noun: string;
}) {
  const t = useText();
  if (!nextHref && !firstHref) return null;
  return (
    <nav
      aria-label={t("ui.pagesOf", { noun })}
      className="flex flex-wrap justify-between gap-2 py-3"
    >
      {firstHref ? <ButtonLink href={firstHref}>{t("ui.firstOf", { noun })}</ButtonLink> : <span />}
      {nextHref ? <ButtonLink href={nextHref}>{t("ui.moreOf", { noun })}</ButtonLink> : null}
    </nav>
  );
}

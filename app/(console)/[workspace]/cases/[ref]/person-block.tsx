import Link from "next/link";
import { addressText } from "@/components/people/address-text";
import { LocalNow } from "@/components/people/local-now";
import { Time } from "@/components/ui/time";
import type { PageView } from "../../page-view";
import { DetailBlock } from "./detail-block";
import { preferenceWords, windowsWords } from "./evidence-facts";
import { FactRow } from "./fact-row";
import type { LoadedCase } from "./load-case";

/** Who the case is about: the clock, how they can be reached, and what they chose. */
export function PersonBlock({ loaded, view }: { loaded: LoadedCase; view: PageView }) {
  const { row, person, points, zone, choice, topicName } = loaded;
  const { slug, now, viewerZone, locale, t } = view;
  if (!person) {
    return (
      <DetailBlock title={t("case.person")}>
        <p>{t("case.personGone", { id: row.personId })}</p>
      </DetailBlock>
    );
  }
  const isPaused = person.pausedUntil !== null && person.pausedUntil.getTime() > now;
  const quiet = person.quietHours ? windowsWords(person.quietHours, view) : null;
  const chosen = choice?.frequency ? preferenceWords(choice, view) : null;
  return (
    <DetailBlock title={t("case.person")}>
      <p className="flex flex-wrap gap-x-2">
        <Link
          href={`/${slug}/people/${encodeURIComponent(row.personId)}`}
          className="ft-link w-fit"
        >
          {person.name ?? person.id}
        </Link>
        <LocalNow now={now} zone={zone} locale={locale} />
      </p>
      <ul className="grid gap-1">
        {points.map(({ channel, address, suppressed, verifiedAt }) => (
          <li key={`${channel} ${address}`} className="flex flex-wrap gap-x-2">
            <span className="text-ft-3">{t(`case.channel_${channel}`)}</span>
            <span className="min-w-0 break-all">{addressText(t, channel, address)}</span>
            {suppressed ? <span className="text-(--ft-failed)">{t("case.suppressed")}</span> : null}
            {verifiedAt ? null : <span className="text-ft-3">{t("case.notVerified")}</span>}
          </li>
        ))}
      </ul>
      {points.length === 0 ? <p className="text-ft-3">{t("case.onlyInbox")}</p> : null}
      <dl className="grid gap-1">
        <FactRow name={topicName ?? t("case.factTopic")}>
          {chosen ?? t("case.nothingChosen")}
        </FactRow>
        <FactRow name={t("case.factQuietHours")}>{quiet ?? t("common.none")}</FactRow>
        <FactRow name={t("case.tracking")}>
          {t(person.trackingConsent ? "case.consentGiven" : "case.consentNone")}
        </FactRow>
        {isPaused && person.pausedUntil ? (
          <FactRow name={t("case.factPausedUntil")}>
            <Time at={person.pausedUntil} {...{ zone, viewerZone, now, locale }} show="absolute" />
          </FactRow>
        ) : null}
      </dl>
    </DetailBlock>
  );
}

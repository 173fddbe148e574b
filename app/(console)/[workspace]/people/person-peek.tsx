import "server-only";
import { Ban, Check, CircleHelp } from "lucide-react";
import Link from "next/link";
import { caseNumber, caseState } from "@/components/cases/case-state";
import { PeekPanel } from "@/components/lists/peek-panel";
import { addressText } from "@/components/people/address-text";
import { LocalNow } from "@/components/people/local-now";
import { StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import { PersonId } from "@/core/ids";
import { countCases, listCases } from "@/db/queries/cases";
import { listKeyed } from "@/db/queries/keyed";
import { findPerson, listAddresses, type PersonRow } from "@/db/queries/people";
import { findPeopleCards } from "@/db/queries/people-cards";
import { ctx } from "@/server/boot";
import { readPreferences } from "@/server/people/preferences";
import { PeekBlock } from "../_lists/peek-block";
import { PeekGone } from "../_lists/peek-gone";
import type { PageView } from "../page-view";
import { languageName } from "./person-list";

const CASES_SHOWN = 5;
const CASES_COUNTED_MAX = 1_000;
const ADDRESSES_SHOWN = 6;
const TOPICS_MAX = 500;

/** One person beside the list: how they are reached, what is open, what they chose. */
export async function PersonPeek({ view, peek }: { view: PageView; peek: string }) {
  const { workspaceId, slug, t } = view;
  const id = PersonId.safeParse(peek);
  const person = id.success ? await findPerson(ctx.db, workspaceId, id.data) : undefined;
  if (!person) {
    return (
      <PeekGone view={view} list="people" peek={peek}>
        {t("people.notFoundLine")}
      </PeekGone>
    );
  }
  return (
    <PeekPanel
      label={t("lists.peekLabel", { ref: person.name ?? person.id })}
      href={`/${slug}/people/${encodeURIComponent(person.id)}`}
    >
      <PersonInShort view={view} person={person} />
    </PeekPanel>
  );
}

async function PersonInShort({ view, person }: { view: PageView; person: PersonRow }) {
  const { workspaceId, slug, t, now, viewerZone, workspaceZone, locale } = view;
  const theirs = { person: person.id, status: ["open"] as const };
  const [open, openCount, cards] = await Promise.all([
    listCases(ctx.db, workspaceId, theirs, { limit: CASES_SHOWN }),
    countCases(ctx.db, workspaceId, theirs, CASES_COUNTED_MAX),
    findPeopleCards(ctx.db, workspaceId, person.managerId === null ? [] : [person.managerId]),
  ]);
  const languages = new Intl.DisplayNames(locale, { type: "language" });
  const zone = person.timeZone ?? workspaceZone;
  const clock = { viewerZone, now, locale };
  const isPaused = person.pausedUntil !== null && person.pausedUntil.getTime() > now;
  const casesHref = `/${slug}/cases?state=open&person=${encodeURIComponent(person.id)}`;
  return (
    <div className="grid gap-4">
      <header className="grid gap-1.5">
        <p className="break-all font-mono text-xs text-ft-3">{person.id}</p>
        <h2 className="text-lg">{person.name ?? person.id}</h2>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ft-2">
          <LocalNow now={now} zone={zone} locale={locale} />
          {person.timeZone === null ? (
            <span className="text-(--ft-due)">{t("people.problemNoZone")}</span>
          ) : null}
          {person.locale ? <span>{languageName(person.locale, languages)}</span> : null}
        </p>
        {person.managerId === null ? null : (
          <p className="text-ft-2">
            {t("people.manager")}:{" "}
            <Link
              href={`/${slug}/people/${encodeURIComponent(person.managerId)}`}
              className="ft-link"
            >
              {cards.get(person.managerId)?.name ?? person.managerId}
            </Link>
          </p>
        )}
        {isPaused ? (
          <p className="text-(--ft-due)">
            {t.rich("people.pausedUntil", {
              moment: (
                <Time
                  key="until"
                  at={person.pausedUntil ?? now}
                  zone={zone}
                  {...clock}
                  show="absolute"
                />
              ),
            })}
          </p>
        ) : null}
      </header>
      <ReachedAt view={view} personId={person.id} />
      <PeekBlock id="cases" title={t("people.openCases")}>
        {openCount === 0 ? (
          <p className="text-ft-3">{t("people.noOpenCases")}</p>
        ) : (
          <>
            <ul className="grid gap-2">
              {open.rows.map((row) => (
                <li key={row.id} className="flex flex-wrap items-center justify-between gap-x-3">
                  <Link
                    href={`/${slug}/cases/${caseNumber(row.number)}`}
                    className="ft-link min-w-0 flex-1 truncate"
                  >
                    {caseNumber(row.number)} {row.subject}
                  </Link>
                  <StateBadge state={caseState(row, now)} />
                </li>
              ))}
            </ul>
            {openCount > open.rows.length ? (
              <Link href={casesHref} className="ft-link">
                {t("people.listAllOpen", { n: openCount })}
              </Link>
            ) : null}
          </>
        )}
      </PeekBlock>
      <Chosen view={view} personId={person.id} />
    </div>
  );
}

type Of = { view: PageView; personId: string };

async function ReachedAt({ view, personId }: Of) {
  const { workspaceId, t } = view;
  const addresses = await listAddresses(ctx.db, workspaceId, personId);
  const more = addresses.length - ADDRESSES_SHOWN;
  return (
    <PeekBlock id="reached" title={t("people.reachedAt")}>
      {addresses.length === 0 ? <p className="text-ft-3">{t("people.onlyInbox")}</p> : null}
      <ul className="grid gap-1.5">
        {addresses.slice(0, ADDRESSES_SHOWN).map(({ channel, address, reason, verifiedAt }) => {
          const [Icon, word, tone] = reason
            ? ([Ban, t("people.problemSuppressed"), "text-(--ft-failed)"] as const)
            : verifiedAt
              ? ([Check, t("people.verified"), "text-(--ft-resolved)"] as const)
              : ([CircleHelp, t("people.notVerified"), "text-(--ft-due)"] as const);
          const text = addressText(t, channel, address);
          return (
            <li key={`${channel} ${address}`}>
              <p className="truncate" title={text}>
                {text}
              </p>
              <p className="flex items-center gap-1 text-xs text-ft-3">
                {t("messages.channelName", { channel })} ·
                <Icon aria-hidden="true" size={12} className={tone} />
                {word}
              </p>
            </li>
          );
        })}
      </ul>
      {more > 0 ? <p className="text-xs text-ft-3">{t("lists.more", { n: more })}</p> : null}
    </PeekBlock>
  );
}

const FREQUENCY = {
  daily: "people.daily",
  weekly: "people.weekly",
  last_reminder: "people.lastReminder",
  off: "people.topicOff",
} as const;

/** Only what differs from the usual: topics that are off, rarer, or without a channel. */
async function Chosen({ view, personId }: Of) {
  const { workspaceId, t, locale } = view;
  const [preferences, topics] = await Promise.all([
    readPreferences(ctx.db, workspaceId, personId),
    listKeyed(ctx.db, workspaceId, "topics", { limit: TOPICS_MAX }),
  ]);
  const lines = topics.rows.flatMap(({ key, name, required, defaultChannels }) => {
    const choice = preferences?.topics[key];
    if (!choice || required) return [];
    const { channels, frequency } = choice;
    const off = (Object.keys(channels) as (keyof typeof channels)[]).filter(
      (channel) =>
        !channels[channel] && (defaultChannels.length === 0 || defaultChannels.includes(channel)),
    );
    const without = off.map((channel) => t("messages.channelName", { channel }));
    const words = [
      ...(frequency === "as_it_happens" ? [] : [t(FREQUENCY[frequency])]),
      ...(without.length > 0 && frequency !== "off"
        ? [t("people.listWithout", { channels: new Intl.ListFormat(locale).format(without) })]
        : []),
    ];
    return words.length > 0 ? [{ key, name, words: words.join(" · ") }] : [];
  });
  const quiet = preferences?.quietHours.length ?? 0;
  return (
    <PeekBlock id="preferences" title={t("people.preferences")}>
      {lines.length === 0 ? <p className="text-ft-3">{t("people.listUsual")}</p> : null}
      <ul className="grid gap-1.5">
        {lines.map(({ key, name, words }) => (
          <li key={key}>
            <p>{name}</p>
            <p className="text-xs text-ft-3">{words}</p>
          </li>
        ))}
      </ul>
      {quiet > 0 ? <p className="text-xs text-ft-3">{t("people.listQuiet")}</p> : null}
    </PeekBlock>
  );
}

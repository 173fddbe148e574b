import type { Metadata } from "next";
import { LocalNow } from "@/components/people/local-now";
import { PageHeader } from "@/components/shell/page-header";
import { Note } from "@/components/ui/note";
import { Time } from "@/components/ui/time";
import { localDate } from "@/core/calendar/zone";
import { DAY_MS } from "@/core/time";
import { forbiddenText } from "../../forbidden-text";
import { type PageView, pageView } from "../../page-view";
import { PersonParams } from "../search-params";
import { Addresses } from "./addresses";
import { ConsentHistory } from "./consent-history";
import { ErasureNote } from "./erasure-note";
import { FrequencyMeter } from "./frequency-meter";
import { type LoadedPerson, loadPerson, personOf } from "./load-person";
import { OpenCases } from "./open-cases";
import { PersonActions } from "./person-actions";
import { PersonTimeline } from "./person-timeline";
import { PreferencesOf } from "./preferences-of";
import { Profile } from "./profile";

type Props = {
  params: Promise<{ workspace: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, id } = await params;
  const { workspaceId } = await pageView(workspace);
  const { name, id: personId } = await personOf(workspaceId, id);
  return { title: name ?? personId };
}

export default async function PersonPage({ params, searchParams }: Props) {
  const { workspace, id } = await params;
  const view = await pageView(workspace);
  const given = PersonParams.parse(await searchParams);
  const loaded = await loadPerson(view, id, given);
  const { person, zone } = loaded;
  const { slug, now, locale, t } = view;
  const path = `/${slug}/people/${encodeURIComponent(person.id)}`;
  return (
    <>
      <PageHeader
        trail={[{ label: t("shell.people"), href: `/${slug}/people` }]}
        title={person.name ?? person.id}
        actions={
          <PersonActions
            slug={slug}
            personId={person.id}
            name={person.name ?? person.id}
            zone={zone}
            isPaused={pausedUntil(loaded, now) !== null}
            tomorrow={localDate(now + DAY_MS, zone)}
            exportHref={`${path}/export.json`}
            previewHref={`/${slug}/settings/person-side?person=${encodeURIComponent(person.id)}`}
            forbidden={forbiddenText(view, "act_on_cases")}
            eraseForbidden={forbiddenText(view, "manage_keys")}
          />
        }
      >
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span className="font-mono text-xs text-ft-3">{person.id}</span>
          {person.timeZone ? <LocalNow now={now} zone={zone} locale={locale} /> : null}
        </div>
        <Standing loaded={loaded} view={view} />
      </PageHeader>
      <div className="ft-page-body grid gap-4 pt-4 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="grid min-w-0 content-start gap-6">
          <OpenCases loaded={loaded} view={view} />
          <PersonTimeline loaded={loaded} view={view} path={path} given={given} />
          <ConsentHistory loaded={loaded} view={view} path={path} given={given} />
        </div>
        <aside
          aria-label={t("people.profile")}
          className="min-w-0 self-start border-y border-ft-subtle bg-ft-surface"
        >
          <Profile loaded={loaded} view={view} />
          <Addresses loaded={loaded} view={view} />
          <PreferencesOf loaded={loaded} view={view} />
          <FrequencyMeter loaded={loaded} view={view} />
        </aside>
      </div>
    </>
  );
}

const pausedUntil = ({ person }: LoadedPerson, now: number): Date | null =>
  person.pausedUntil !== null && person.pausedUntil.getTime() > now ? person.pausedUntil : null;

/** What keeps this person from being reached as they should, each with what to do about it. */
function Standing({ loaded, view }: { loaded: LoadedPerson; view: PageView }) {
  const { person, zone, addresses, erasureAskedAt } = loaded;
  const { slug, now, viewerZone, workspaceZone, locale, t } = view;
  const until = pausedUntil(loaded, now);
  return (
    <>
      {erasureAskedAt ? (
        <ErasureNote
          slug={slug}
          personId={person.id}
          name={person.name ?? person.id}
          mayAnswer={forbiddenText(view, "manage_keys") === null}
        >
          {t.rich("personside.erasureNote", {
            moment: (
              <Time
                key="moment"
                at={erasureAskedAt}
                zone={viewerZone}
                {...{ viewerZone, now, locale }}
              />
            ),
          })}
        </ErasureNote>
      ) : null}
      {until ? (
        <Note tone="due">
          {t.rich("people.pausedUntil", {
            moment: (
              <Time
                key="until"
                at={until}
                zone={zone}
                show="absolute"
                {...{ viewerZone, now, locale }}
              />
            ),
          })}
        </Note>
      ) : null}
      {person.timeZone === null ? (
        <Note tone="due">
          {t.rich("people.zoneFix", {
            zone: workspaceZone,
            fix: (inner) => (
              <a key="fix" href="#profile" className="ft-link">
                {inner}
              </a>
            ),
          })}
        </Note>
      ) : null}
      {addresses.length === 0 ? <Note tone="due">{t("people.noAddressNote")}</Note> : null}
    </>
  );
}

import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { ChipFilter, FilterChip } from "@/components/ui/chip-filter";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterMenu } from "@/components/ui/filter-menu";
import { listHref } from "@/components/ui/list-href";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { MoreLink } from "@/components/ui/more-link";
import { SearchForm } from "@/components/ui/search-form";
import { EVENT_OUTCOMES } from "@/db/queries/events";
import { type PageView, pageView } from "../page-view";
import { forbiddenText } from "../people/forbidden-text";
import { EventsTable } from "./events-table";
import { loadEvents } from "./load-events";
import { EventsParams } from "./search-params";
import { SendTestEvent } from "./send-test-event";

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await pageView((await params).workspace)).t("shell.events") };
}

export default async function EventsPage({ params, searchParams }: Props) {
  const view = await pageView((await params).workspace);
  const { slug, t } = view;
  const path = `/${slug}/events`;
  const given = EventsParams.parse(await searchParams);
  const loaded = await loadEvents(view, given);
  const { rows, nextCursor } = loaded;
  const { cursor, ...filters } = given;
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const forbidden = forbiddenText(view, "act_on_cases");
  const send =
    forbidden === null ? (
      <SendTestEvent slug={slug} name={loaded.names[0] ?? "invoice.created"} />
    ) : null;
  return (
    <>
      <PageHeader
        title={t("shell.events")}
        actions={
          <>
            <LiveRefresh />
            {send ?? <span className="max-w-80 text-xs text-ft-3">{forbidden}</span>}
          </>
        }
      >
        {rows.length > 0 || isFiltered ? (
          <Filters view={view} given={given} loaded={loaded} path={path} />
        ) : null}
      </PageHeader>
      <div className="pt-4 md:px-6">
        {rows.length > 0 ? (
          <>
            <EventsTable rows={rows} view={view} />
            <MoreLink
              noun={t("events.noun")}
              nextHref={nextCursor ? listHref(path, given, { cursor: nextCursor }) : undefined}
              firstHref={cursor ? listHref(path, given) : undefined}
            />
            <p className="px-4 py-3 text-xs text-ft-3 md:px-0">{t("events.refusedNotKept")}</p>
          </>
        ) : isFiltered ? (
          <EmptyState
            title={t("events.filteredTitle")}
            actions={<ButtonLink href={path}>{t("events.clear")}</ButtonLink>}
          />
        ) : (
          <EmptyState
            title={t("events.emptyTitle")}
            actions={
              <ButtonLink href={`/${slug}/settings/api-keys`}>{t("events.emptyKeys")}</ButtonLink>
            }
          >
            {t("events.emptyBody")}
          </EmptyState>
        )}
      </div>
    </>
  );
}

const OUTCOME_TEXT = {
  opened: "events.opened",
  resolved: "events.resolved",
  responded: "events.responded",
  nothing: "events.nothing",
} as const;

function Filters({
  view: { t },
  given,
  loaded,
  path,
}: {
  view: PageView;
  given: EventsParams;
  loaded: Awaited<ReturnType<typeof loadEvents>>;
  path: string;
}) {
  const { name, person, key, outcome } = given;
  const outcomes = [
    {
      label: t("events.all"),
      href: listHref(path, given, { outcome: undefined }),
      current: !outcome,
    },
    ...EVENT_OUTCOMES.map((each) => ({
      label: t(OUTCOME_TEXT[each]),
      href: listHref(path, given, { outcome: each }),
      current: outcome === each,
    })),
  ];
  const names = loaded.names.map((each) => ({
    label: each,
    href: listHref(path, given, { name: each }),
    current: name === each,
  }));
  const active = [
    ...(name ? [{ field: "name", label: t("events.nameIs", { name }) }] : []),
    ...(person
      ? [{ field: "person", label: t("events.personIs", { person: loaded.nameOf(person) }) }]
      : []),
    ...(key ? [{ field: "key", label: t("events.keyIs", { key }) }] : []),
  ];
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <ChipFilter label={t("events.outcome")} options={outcomes} />
        <div className="ms-auto flex flex-wrap items-center gap-2">
          <SearchForm label={t("events.personId")} params={given} name="person" />
          <FilterMenu groups={[{ heading: t("events.name"), options: names }]} />
        </div>
      </div>
      {active.length > 0 ? (
        <div className="flex flex-wrap gap-1.5">
          {active.map(({ field, label }) => (
            <FilterChip key={field} removeHref={listHref(path, given, { [field]: undefined })}>
              {label}
            </FilterChip>
          ))}
        </div>
      ) : null}
    </>
  );
}

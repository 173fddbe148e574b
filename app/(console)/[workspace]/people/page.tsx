import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { ChipFilter } from "@/components/ui/chip-filter";
import { EmptyState } from "@/components/ui/empty-state";
import { listHref } from "@/components/ui/list-href";
import { MoreLink } from "@/components/ui/more-link";
import { SearchForm } from "@/components/ui/search-form";
import { countPeople, PERSON_PROBLEMS } from "@/db/queries/people";
import { ctx } from "@/server/boot";
import { type PageView, pageView } from "../page-view";
import { forbiddenText } from "./forbidden-text";
import { ImportPage } from "./import-page";
import { COUNTED_MAX, loadPeople } from "./load-people";
import { PeopleActions } from "./people-actions";
import { PeopleTable } from "./people-table";
import { PeopleParams } from "./search-params";

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await pageView((await params).workspace)).t("shell.people") };
}

export default async function PeoplePage({ params, searchParams }: Props) {
  const view = await pageView((await params).workspace);
  const { slug, locale, t } = view;
  const path = `/${slug}/people`;
  const given = PeopleParams.parse(await searchParams);
  if (given.view === "import") return <ImportPage view={view} />;
  const { rows, matching, nextCursor } = await loadPeople(view, given);
  const isFiltered = given.q !== undefined || given.problem !== undefined;
  const isFirstUse = matching === 0 && !isFiltered;
  return (
    <>
      <PageHeader
        title={
          <>
            {t("shell.people")}{" "}
            <span className="ft-figures text-base font-normal text-ft-3">
              {matching.toLocaleString(locale)}
              {matching === COUNTED_MAX ? "+" : ""}
            </span>
          </>
        }
        actions={
          <PeopleActions
            slug={slug}
            exportHref={matching > 0 ? listHref(`${path}/export.csv`, given) : null}
            addForbidden={forbiddenText(view, "act_on_cases")}
            importForbidden={forbiddenText(view, "edit_workflows")}
          />
        }
      >
        {isFirstUse ? null : <Filters view={view} given={given} path={path} />}
      </PageHeader>
      <div className="pt-4 md:px-6">
        {rows.length > 0 ? (
          <>
            <PeopleTable rows={rows} view={view} />
            <MoreLink
              noun={t("people.noun")}
              nextHref={nextCursor ? listHref(path, given, { cursor: nextCursor }) : undefined}
              firstHref={given.cursor ? listHref(path, given) : undefined}
            />
          </>
        ) : isFirstUse ? (
          <EmptyState
            title={t("people.emptyTitle")}
            actions={
              <ButtonLink href={`/${slug}/events`} look="primary">
                {t("people.emptyEvent")}
              </ButtonLink>
            }
          >
            {t("people.emptyBody")}
          </EmptyState>
        ) : (
          <FilteredEmpty view={view} given={given} path={path} />
        )}
      </div>
    </>
  );
}

type Filtered = { view: PageView; given: PeopleParams; path: string };

const PROBLEM_TEXT = {
  no_zone: "people.problemNoZone",
  no_address: "people.problemNoAddress",
  suppressed: "people.problemSuppressed",
  paused: "people.problemPaused",
} as const;

function Filters({ view: { t }, given, path }: Filtered) {
  const problems = PERSON_PROBLEMS.map((problem) => ({
    label: t(PROBLEM_TEXT[problem]),
    href: listHref(path, given, { problem }),
    current: given.problem === problem,
  }));
  const all = {
    label: t("people.everybody"),
    href: listHref(path, given, { problem: undefined }),
    current: given.problem === undefined,
  };
  const orders = (["newest", "name"] as const).map((sort) => ({
    label: t(sort === "name" ? "people.sortName" : "people.sortNewest"),
    href: listHref(path, given, { sort: sort === "newest" ? undefined : sort }),
    current: (given.sort ?? "newest") === sort,
  }));
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <ChipFilter label={t("people.problems")} options={[all, ...problems]} />
      <ChipFilter label={t("people.sort")} options={orders} />
      <div className="ms-auto">
        <SearchForm label={t("people.search")} params={given} />
      </div>
    </div>
  );
}

async function FilteredEmpty({ view: { t, workspaceId }, given, path }: Filtered) {
  const parts = [
    ...(given.q ? [t("people.matchesSearch", { q: given.q })] : []),
    ...(given.problem
      ? [t("people.matchesProblem", { problem: t(PROBLEM_TEXT[given.problem]) })]
      : []),
  ];
  const everybody = await countPeople(ctx.db, workspaceId, {}, COUNTED_MAX);
  return (
    <EmptyState
      title={t("people.filteredTitle", { filters: parts.join(" · ") })}
      actions={
        <>
          {given.problem ? (
            <ButtonLink href={listHref(path, given, { problem: undefined })}>
              {t("people.removeProblem")}
            </ButtonLink>
          ) : null}
          <ButtonLink href={path}>{t("people.showEverybody")}</ButtonLink>
        </>
      }
    >
      {t("people.without", { n: everybody })}
    </EmptyState>
  );
}

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
import { Table } from "@/components/ui/table";
import { countCases, listCases } from "@/db/queries/cases";
import { findPeopleCards } from "@/db/queries/people-cards";
import { ctx } from "@/server/boot";
import { pageView } from "../page-view";
import { CASE_COLUMNS, CaseRow } from "./case-row";
import { activeFilters, dueChips, filterGroups, filterSentence, statusChips } from "./filters";
import { listLabels } from "./labels";
import { CasesParams, filterOf } from "./search-params";

export const metadata: Metadata = { title: "Cases" };

const PAGE_ROWS = 50;
const COUNTED_MAX = 10_000;

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CasesPage({ params, searchParams }: Props) {
  const view = await pageView((await params).workspace);
  const { workspaceId, slug, now } = view;
  const path = `/${slug}/cases`;
  const given = CasesParams.parse(await searchParams);
  const page = { limit: PAGE_ROWS, cursor: given.cursor };
  const filter = filterOf(given, now);
  const [found, matching, labels] = await Promise.all([
    listCases(ctx.db, workspaceId, filter, page),
    countCases(ctx.db, workspaceId, filter, COUNTED_MAX),
    listLabels(view, given.person),
  ]);
  const people = await findPeopleCards(
    ctx.db,
    workspaceId,
    found.rows.map((row) => row.personId),
  );
  const active = activeFilters(path, given, labels);
  const isFiltered = active.length > 0 || given.status !== undefined || given.due !== undefined;
  const isFirstUse = matching === 0 && !isFiltered;
  return (
    <>
      <PageHeader
        title={
          <>
            Cases{" "}
            <span className="ft-figures text-base font-normal text-ft-3">
              {matching.toLocaleString("en-GB")}
              {matching === COUNTED_MAX ? "+" : ""}
            </span>
          </>
        }
        actions={<LiveRefresh />}
      >
        {isFirstUse ? null : (
          <>
            <div className="flex flex-wrap items-center gap-2">
              <ChipFilter label="State" options={statusChips(path, given)} />
              <ChipFilter label="Due" options={dueChips(path, given)} />
              <div className="ms-auto flex flex-wrap items-center gap-2">
                <SearchForm label="Subject, key or person" params={given} />
                <FilterMenu groups={filterGroups(path, given, labels)} />
              </div>
            </div>
            {active.length > 0 ? (
              <div className="flex flex-wrap gap-1.5">
                {active.map(({ label, href }) => (
                  <FilterChip key={href} removeHref={href}>
                    {label}
                  </FilterChip>
                ))}
              </div>
            ) : null}
          </>
        )}
      </PageHeader>
      <div className="pt-4 md:px-6">
        {found.rows.length > 0 ? (
          <>
            <Table caption="Cases, newest first" columns={CASE_COLUMNS}>
              {found.rows.map((row) => (
                <CaseRow
                  key={row.id}
                  row={row}
                  person={people.get(row.personId)}
                  labels={labels}
                  view={view}
                />
              ))}
            </Table>
            <MoreLink
              noun="cases"
              nextHref={
                found.nextCursor ? listHref(path, given, { cursor: found.nextCursor }) : undefined
              }
              firstHref={given.cursor ? listHref(path, given) : undefined}
            />
          </>
        ) : isFirstUse ? (
          <EmptyState
            title="No cases yet."
            actions={
              <>
                <ButtonLink href={`/${slug}/settings/api-keys`} look="primary">
                  Send your first event
                </ButtonLink>
                <ButtonLink href={`/${slug}/workflows`}>Start one by hand</ButtonLink>
              </>
            }
          >
            A case opens when an event that a live workflow listens for arrives, or when somebody
            triggers a workflow.
          </EmptyState>
        ) : (
          <EmptyState
            title={`No cases match ${filterSentence(given, active)}.`}
            actions={<ButtonLink href={path}>Clear all filters</ButtonLink>}
          >
            {`${await countCases(ctx.db, workspaceId, {}, COUNTED_MAX)} cases without the filters.`}
          </EmptyState>
        )}
      </div>
    </>
  );
}

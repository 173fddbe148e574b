import type { Metadata } from "next";
import Link from "next/link";
import { LocalNow } from "@/components/people/local-now";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { listHref } from "@/components/ui/list-href";
import { MoreLink } from "@/components/ui/more-link";
import { SearchForm } from "@/components/ui/search-form";
import { Table } from "@/components/ui/table";
import { listContactPoints, listPeople } from "@/db/queries/people";
import { countOpenCases } from "@/db/queries/person-counts";
import { ctx } from "@/server/boot";
import { pageView } from "../page-view";
import { PeopleParams } from "./search-params";

export const metadata: Metadata = { title: "People" };

const PAGE_ROWS = 50;
const COLUMNS = [
  { label: "Name" },
  { label: "Id" },
  { label: "Reached at" },
  { label: "Local time" },
  { label: "Language" },
  { label: "Open cases", number: true },
];

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function PeoplePage({ params, searchParams }: Props) {
  const { workspaceId, slug, now, locale, workspaceZone } = await pageView(
    (await params).workspace,
  );
  const path = `/${slug}/people`;
  const given = PeopleParams.parse(await searchParams);
  const { q, cursor } = given;
  const found = await listPeople(ctx.db, workspaceId, { q }, { limit: PAGE_ROWS, cursor });
  const ids = found.rows.map(({ id }) => id);
  const [points, open] = await Promise.all([
    listContactPoints(ctx.db, workspaceId, ids),
    countOpenCases(ctx.db, workspaceId, ids),
  ]);
  const pointsOf = Map.groupBy(points, ({ personId }) => personId);
  return (
    <>
      <PageHeader title="People">
        {found.rows.length > 0 || q ? (
          <div className="flex">
            <SearchForm label="Name or id" params={given} />
          </div>
        ) : null}
      </PageHeader>
      <div className="pt-4 md:px-6">
        {found.rows.length > 0 ? (
          <>
            <Table caption="People, newest first" columns={COLUMNS}>
              {found.rows.map(({ id, name, timeZone, locale: language }) => (
                <tr key={id}>
                  <th scope="row" data-label="Name">
                    <Link href={`${path}/${encodeURIComponent(id)}`} className="ft-row-link">
                      {name ?? id}
                    </Link>
                  </th>
                  <td data-label="Id" className="font-mono text-xs">
                    {id}
                  </td>
                  <td data-label="Reached at">
                    <span className="block max-w-72 truncate">
                      {(pointsOf.get(id) ?? []).map(({ address }) => address).join(", ") || (
                        <span className="text-ft-3">no address</span>
                      )}
                    </span>
                  </td>
                  <td data-label="Local time">
                    <LocalNow now={now} zone={timeZone ?? workspaceZone} locale={locale} />
                  </td>
                  <td data-label="Language">{language}</td>
                  <td data-label="Open cases" className="ft-number">
                    {open.get(id) ?? 0}
                  </td>
                </tr>
              ))}
            </Table>
            <MoreLink
              noun="people"
              nextHref={
                found.nextCursor ? listHref(path, given, { cursor: found.nextCursor }) : undefined
              }
              firstHref={cursor ? listHref(path, given) : undefined}
            />
          </>
        ) : q ? (
          <EmptyState
            title={`Nobody’s name or id contains “${q}”.`}
            actions={<ButtonLink href={path}>Show everybody</ButtonLink>}
          />
        ) : (
          <EmptyState
            title="Nobody yet."
            actions={
              <ButtonLink href={`/${slug}/settings/api-keys`} look="primary">
                Send your first event
              </ButtonLink>
            }
          >
            People appear when an event names them, or when they are written through the API.
          </EmptyState>
        )}
      </div>
    </>
  );
}

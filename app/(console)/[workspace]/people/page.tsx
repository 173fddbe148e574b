import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FilterBar } from "@/components/lists/filter-bar";
import { ListProvider } from "@/components/lists/list-context";
import { ListOptions } from "@/components/lists/list-options";
import { PageHeader } from "@/components/shell/page-header";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { localDate } from "@/core/calendar/zone";
import { PERSON_LIST, PERSON_SORTS } from "@/core/filter/person-fields";
import type { LiveTopic } from "@/core/live/topics";
import { may } from "@/core/operator/role";
import { DAY_MS } from "@/core/time";
import { PAUSED_AT_ONCE_MAX } from "@/server/people/pause-people";
import { ListPages } from "../_lists/list-pages";
import { ListPeek } from "../_lists/list-peek";
import { ListTitle } from "../_lists/list-title";
import { ListViews } from "../_lists/list-views";
import { viewTabs } from "../_lists/view-tabs-of";
import { forbiddenText } from "../forbidden-text";
import { pageView } from "../page-view";
import { COUNTED_MAX, loadPeople } from "./load-people";
import { FirstUse, NoPeople } from "./no-rows";
import { PeopleActions } from "./people-actions";
import { PeopleBulk } from "./people-bulk";
import { PeopleTable } from "./people-table";
import { personColumns } from "./person-columns";
import { personList } from "./person-list";
import { PersonPeek } from "./person-peek";
import { personRows } from "./person-rows";
import { SORT_LABELS, systemViews } from "./person-words";
import { peopleAddress } from "./search-params";

/** What changes a row: open cases, and events that bring people or their addresses. */
const TOPICS: readonly LiveTopic[] = ["cases", "events"];

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await pageView((await params).workspace)).t("shell.people") };
}

export default async function PeoplePage({ params, searchParams }: Props) {
  const view = await pageView((await params).workspace);
  const { slug, locale, t, member, now, workspaceZone } = view;
  const given = await searchParams;
  // Before views could be saved, this was the address of the import.
  if (given.view === "import") redirect(`/${slug}/people/import`);
  const address = peopleAddress(given);
  const found = await loadPeople(view, address);
  const list = personList(view, found.labels);
  const columns = personColumns(address.columns, t);
  const rows = personRows(
    view,
    found.rows,
    columns.map(({ id }) => id),
  );
  const isMore = found.matching === COUNTED_MAX;
  const isFirstUse = found.matching === 0 && address.filters.length === 0;
  return (
    <ListProvider list={list} address={address}>
      {rows.length > 0 ? (
        <PeopleBulk
          {...{ slug, rows, isMore }}
          matching={found.matching}
          teams={[...found.labels.teams].map(([id, label]) => ({ id, label }))}
          tomorrow={localDate(now + DAY_MS, workspaceZone)}
          mayPause={may(member.role, "act_on_cases")}
          mayTeam={may(member.role, "edit_workflows")}
          max={PAUSED_AT_ONCE_MAX}
        />
      ) : null}
      <PageHeader
        title={
          <ListTitle
            title={t("shell.people")}
            count={found.matching}
            isMore={isMore}
            locale={locale}
          />
        }
        actions={
          <>
            <LiveRefresh topics={TOPICS} />
            <ListOptions
              columns={personColumns(list.columns, t)}
              sorts={PERSON_SORTS.map((id) => ({ id, label: t(SORT_LABELS[id]) }))}
              fixed="name"
              exportPath={`${list.path}/export`}
            />
            <PeopleActions
              slug={slug}
              addForbidden={forbiddenText(view, "act_on_cases")}
              importForbidden={forbiddenText(view, "edit_workflows")}
            />
          </>
        }
      >
        {isFirstUse ? null : (
          <>
            <ListViews
              slug={slug}
              list="people"
              views={viewTabs(PERSON_LIST, systemViews(t), found.views, member.operatorId)}
            />
            <FilterBar searchLabel={t("people.search")} />
          </>
        )}
      </PageHeader>
      <div className="pt-4 md:px-6">
        {rows.length > 0 ? (
          <PeopleTable slug={slug} columns={columns} rows={rows} />
        ) : isFirstUse ? (
          <FirstUse view={view} />
        ) : (
          <NoPeople view={view} list={list} address={address} />
        )}
        <ListPages
          list={list}
          address={address}
          nextCursor={found.nextCursor}
          noun={t("people.noun")}
        />
      </div>
      {address.peek ? (
        <ListPeek peek={address.peek} path={list.path} t={t}>
          <PersonPeek view={view} peek={address.peek} />
        </ListPeek>
      ) : null}
    </ListProvider>
  );
}

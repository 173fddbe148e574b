import type { Metadata } from "next";
import { FilterBar } from "@/components/lists/filter-bar";
import { ListProvider } from "@/components/lists/list-context";
import { ListOptions } from "@/components/lists/list-options";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { writeListAddress } from "@/core/filter/list-address";
import { TEAM_LIST, TEAM_SORTS } from "@/core/filter/team-fields";
import type { LiveTopic } from "@/core/live/topics";
import { ExportBar } from "../_lists/export-chosen";
import { ListPages } from "../_lists/list-pages";
import { ListPeek } from "../_lists/list-peek";
import { ListTitle } from "../_lists/list-title";
import { ListViews } from "../_lists/list-views";
import { NoMatch } from "../_lists/no-match";
import { RowsTable } from "../_lists/rows-table";
import { viewTabs } from "../_lists/view-tabs-of";
import { forbiddenText } from "../forbidden-text";
import { type PageView, pageView } from "../page-view";
import { type Choices, loadChoices } from "./load-choices";
import { loadTeams } from "./load-teams";
import { NewTeam } from "./new-team";
import { TeamsParams, teamsAddress } from "./search-params";
import { teamColumns } from "./team-columns";
import { teamList } from "./team-list";
import { TeamPeek } from "./team-peek";
import { teamRows } from "./team-rows";
import { SORT_LABELS, systemViews } from "./team-words";
import { WhoTester } from "./who-tester";

/** What changes a row: its open escalations. */
const TOPICS: readonly LiveTopic[] = ["cases"];

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await pageView((await params).workspace)).t("shell.teams") };
}

export default async function TeamsPage({ params, searchParams }: Props) {
  const view = await pageView((await params).workspace);
  const { slug, t, locale, member } = view;
  const given = await searchParams;
  const address = teamsAddress(given);
  const [found, choices] = await Promise.all([loadTeams(view, address), loadChoices(view)]);
  const list = teamList(view, found.staff);
  const columns = teamColumns(address.columns, t);
  const rows = teamRows(
    view,
    found.rows,
    found.nameOf,
    columns.map(({ id }) => id),
  );
  const isFirstUse = found.all === 0;
  return (
    <ListProvider list={list} address={address}>
      {rows.length > 0 ? <ExportBar rows={rows} matching={found.matching} isMore={false} /> : null}
      <PageHeader
        title={
          <ListTitle
            title={t("shell.teams")}
            count={found.matching}
            isMore={false}
            locale={locale}
          />
        }
        actions={
          <>
            <LiveRefresh topics={TOPICS} />
            <ListOptions
              columns={teamColumns(list.columns, t)}
              sorts={TEAM_SORTS.map((id) => ({ id, label: t(SORT_LABELS[id]) }))}
              fixed="name"
              exportPath={`${list.path}/export`}
            />
            <Create view={view} choices={choices} />
          </>
        }
      >
        {isFirstUse ? null : (
          <>
            <ListViews
              slug={slug}
              list="teams"
              views={viewTabs(TEAM_LIST, systemViews(t), found.views, member.operatorId)}
            />
            <FilterBar searchLabel={t("teams.listSearch")} />
          </>
        )}
      </PageHeader>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 pt-4 md:px-6">
        {rows.length > 0 ? (
          <div>
            <RowsTable caption={t("teams.caption")} columns={columns} rows={rows} />
            <ListPages
              list={list}
              address={address}
              nextCursor={found.nextCursor}
              noun={t("teams.noun")}
            />
          </div>
        ) : isFirstUse ? (
          <EmptyState title={t("teams.emptyTitle")}>{t("teams.emptyBody")}</EmptyState>
        ) : (
          <NoMatch view={view} list={list} address={address}>
            {t("teams.listAll", { n: found.all })}
          </NoMatch>
        )}
        {choices.questions.length > 0 ? (
          <WhoTester
            view={view}
            given={TeamsParams.parse(given)}
            choices={choices}
            kept={[...new URLSearchParams(writeListAddress(list, address))]}
          />
        ) : null}
      </div>
      {address.peek ? (
        <ListPeek peek={address.peek} path={list.path} t={t}>
          <TeamPeek view={view} peek={address.peek} />
        </ListPeek>
      ) : null}
    </ListProvider>
  );
}

function Create({ view, choices }: { view: PageView; choices: Choices }) {
  const forbidden = forbiddenText(view, "edit_workflows");
  if (forbidden) return <span className="max-w-80 text-xs text-ft-3">{forbidden}</span>;
  return (
    <NewTeam
      slug={view.slug}
      people={choices.people}
      calendars={choices.calendars}
      workspaceZone={view.workspaceZone}
    />
  );
}

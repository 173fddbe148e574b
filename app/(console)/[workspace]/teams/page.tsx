import type { Metadata } from "next";
import { TeamKindsNav } from "@/components/teams/team-kinds-nav";
import { EmptyState } from "@/components/ui/empty-state";
import { writeListAddress } from "@/core/filter/list-address";
import { TEAM_SORTS } from "@/core/filter/team-fields";
import type { LiveTopic } from "@/core/live/topics";
import { ExportBar } from "../_lists/export-chosen";
import { ListPage } from "../_lists/list-page";
import { RowsTable } from "../_lists/rows-table";
import { forbiddenText } from "../forbidden-text";
import { type PageView, pageView } from "../page-view";
import { rowsAgain } from "./actions";
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
  const { slug, t } = view;
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
  return (
    <ListPage
      name="teams"
      {...{ view, list, address, found }}
      title={t("shell.teams")}
      noun={t("teams.noun")}
      searchLabel={t("teams.listSearch")}
      systemViews={systemViews(t)}
      columns={teamColumns(list.columns, t)}
      sorts={TEAM_SORTS.map((id) => ({ id, label: t(SORT_LABELS[id]) }))}
      fixed="name"
      topics={TOPICS}
      bulk={<ExportBar rows={rows} matching={found.matching} />}
      actions={<Create view={view} choices={choices} />}
      lead={<TeamKindsNav t={t} slug={slug} kind="teams" />}
      table={<RowsTable {...{ slug, columns, rows, rowsAgain }} caption={t("teams.caption")} />}
      isEmpty={found.all === 0}
      firstUse={<EmptyState title={t("teams.emptyTitle")}>{t("teams.emptyBody")}</EmptyState>}
      without={() => t("teams.listAll", { n: found.all })}
      after={
        choices.questions.length > 0 ? (
          <WhoTester
            view={view}
            given={TeamsParams.parse(given)}
            choices={choices}
            kept={[...new URLSearchParams(writeListAddress(list, { ...address, kept: [] }))]}
          />
        ) : null
      }
      peek={<TeamPeek view={view} peek={address.peek ?? ""} />}
    />
  );
}

function Create({ view, choices }: { view: PageView; choices: Choices }) {
  const forbidden = forbiddenText(view, "edit_workflows");
  if (forbidden) return <span className="max-w-80 text-xs text-ft-3">{forbidden}</span>;
  return (
    <NewTeam
      slug={view.slug}
      people={choices.people}
      teams={choices.teams}
      calendars={choices.calendars}
      workspaceZone={view.workspaceZone}
    />
  );
}

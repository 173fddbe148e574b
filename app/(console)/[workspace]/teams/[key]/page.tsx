import type { Metadata } from "next";
import { LocalNow } from "@/components/people/local-now";
import { PageHeader } from "@/components/shell/page-header";
import { forbiddenText } from "../../forbidden-text";
import { type PageView, pageView } from "../../page-view";
import { TeamsParams } from "../search-params";
import { WhoTester } from "../who-tester";
import { Escalations } from "./escalations";
import { HelperLoad } from "./helper-load";
import { type LoadedTeam, loadTeam, teamOf } from "./load-team";
import { Members } from "./members";
import { RotaSection } from "./rota-section";
import { TeamActions } from "./team-actions";
import { WorkingHours } from "./working-hours";

type Props = {
  params: Promise<{ workspace: string; key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, key } = await params;
  const { workspaceId } = await pageView(workspace);
  return { title: (await teamOf(workspaceId, key)).name };
}

export default async function TeamPage({ params, searchParams }: Props) {
  const { workspace, key } = await params;
  const view = await pageView(workspace);
  const given = TeamsParams.parse(await searchParams);
  const loaded = await loadTeam(view, key);
  const { team, choices } = loaded;
  const { slug, t } = view;
  return (
    <>
      <PageHeader
        trail={[{ label: t("shell.teams"), href: `/${slug}/teams` }]}
        title={team.name}
        actions={<Actions loaded={loaded} view={view} />}
      >
        <Line loaded={loaded} view={view} />
      </PageHeader>
      <div className="ft-page-body grid gap-4 pt-4 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="grid min-w-0 content-start gap-6">
          <Members loaded={loaded} view={view} />
          <HelperLoad loaded={loaded} view={view} />
          <Escalations loaded={loaded} view={view} />
          <WhoTester view={view} given={given} choices={choices} fixed={`team:${team.key}`} />
        </div>
        <aside
          aria-label={t("teams.settings")}
          className="min-w-0 self-start border-y border-ft-subtle bg-ft-surface"
        >
          <WorkingHours loaded={loaded} view={view} />
          <RotaSection loaded={loaded} view={view} />
        </aside>
      </div>
    </>
  );
}

function Actions({ loaded, view }: { loaded: LoadedTeam; view: PageView }) {
  const { team, choices } = loaded;
  const forbidden = forbiddenText(view, "edit_workflows");
  if (forbidden) return <span className="max-w-80 text-xs text-ft-3">{forbidden}</span>;
  const { key, name, leadId, calendar, timeZone, parent } = team;
  return (
    <TeamActions
      slug={view.slug}
      teamKey={key}
      team={{ name, leadId, calendar, timeZone, parent }}
      teams={choices.teams.filter((each) => each.key !== key)}
      people={choices.people}
      calendars={choices.calendars}
      workspaceZone={view.workspaceZone}
    />
  );
}

function Line({ loaded, view }: { loaded: LoadedTeam; view: PageView }) {
  const { team, zone, nameOf } = loaded;
  const { now, locale, t } = view;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span className="font-mono text-xs text-ft-3">{team.key}</span>
      <LocalNow now={now} zone={zone} locale={locale} />
      <span>
        {team.leadId === null ? t("teams.noLead") : t("teams.ledBy", { name: nameOf(team.leadId) })}
      </span>
    </div>
  );
}

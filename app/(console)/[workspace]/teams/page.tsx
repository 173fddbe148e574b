import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { pageView } from "../page-view";
import { forbiddenText } from "../people/forbidden-text";
import { loadChoices } from "./load-choices";
import { loadTeams } from "./load-teams";
import { NewTeam } from "./new-team";
import { TeamsParams } from "./search-params";
import { TeamsTable } from "./teams-table";
import { WhoTester } from "./who-tester";

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
  const given = TeamsParams.parse(await searchParams);
  const [rows, choices] = await Promise.all([loadTeams(view), loadChoices(view)]);
  const forbidden = forbiddenText(view, "edit_workflows");
  const create =
    forbidden === null ? (
      <NewTeam
        slug={slug}
        people={choices.people}
        calendars={choices.calendars}
        workspaceZone={view.workspaceZone}
      />
    ) : (
      <span className="max-w-80 text-xs text-ft-3">{forbidden}</span>
    );
  return (
    <>
      <PageHeader
        title={
          <>
            {t("shell.teams")}{" "}
            <span className="ft-figures text-base font-normal text-ft-3">
              {rows.length.toLocaleString(view.locale)}
            </span>
          </>
        }
        actions={create}
      />
      <div className="grid gap-6 pt-4 md:px-6">
        {rows.length === 0 ? (
          <EmptyState title={t("teams.emptyTitle")}>{t("teams.emptyBody")}</EmptyState>
        ) : (
          <TeamsTable rows={rows} view={view} />
        )}
        {choices.questions.length > 0 ? (
          <WhoTester view={view} given={given} choices={choices} />
        ) : null}
      </div>
    </>
  );
}

import "server-only";
import { listKeyed } from "@/db/queries/keyed";
import { listChoosable, listTeams } from "@/db/queries/teams";
import { ctx } from "@/server/boot";
import { loadWorkflows } from "@/server/cases/workflow-facts";
import type { PageView } from "../page-view";

const KEYED_MAX = 500;

/** One thing the tester can be asked: `value` names it in the address. */
export type Question = { value: string; label: string };
export type QuestionGroup = { heading: string; options: Question[] };

/** What the forms and the tester of the teams choose from. */
export async function loadChoices({ workspaceId, t }: PageView) {
  const [teams, policies, calendars, people, workflows] = await Promise.all([
    listTeams(ctx.db, workspaceId),
    listKeyed(ctx.db, workspaceId, "policies", { limit: KEYED_MAX }),
    listKeyed(ctx.db, workspaceId, "calendars", { limit: KEYED_MAX }),
    listChoosable(ctx.db, workspaceId),
    loadWorkflows(ctx.db, workspaceId),
  ]);
  const climbs = workflows.flatMap(({ key, live }) =>
    (live?.instructions ?? []).flatMap((each) =>
      each.op === "escalate"
        ? [
            {
              value: `step:${key}:${each.step}`,
              label: t("teams.stepOf", { workflow: key, step: each.escalate.title ?? each.step }),
            },
          ]
        : [],
    ),
  );
  const questions: QuestionGroup[] = [
    {
      heading: t("shell.teams"),
      options: teams.flatMap(({ key, name }) => [
        { value: `team:${key}`, label: name },
        { value: `team:${key}:members`, label: t("teams.allMembers", { team: name }) },
        { value: `team:${key}:on_call`, label: t("teams.teamOnCall", { team: name }) },
      ]),
    },
    {
      heading: t("teams.policies"),
      options: policies.rows.map(({ key, name }) => ({ value: `policy:${key}`, label: name })),
    },
    { heading: t("teams.workflowSteps"), options: climbs },
  ];
  return {
    people,
    teams: teams.map(({ key, name }) => ({ key, name })),
    calendars: calendars.rows.map(({ key }) => key).sort(),
    questions: questions.filter(({ options }) => options.length > 0),
  };
}

export type Choices = Awaited<ReturnType<typeof loadChoices>>;

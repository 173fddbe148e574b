import { TeamInput } from "@/core/contracts/teams";
import { AppError } from "@/core/errors";
import { type Existing, type FittedStarter, fitStarter } from "@/core/gallery/fit-starter";
import type { Starter } from "@/core/gallery/starter";
import type { StarterAnswers } from "@/core/gallery/starter-answers";
import type { WorkspaceId } from "@/core/ids";
import type { Tx } from "@/db/client";
import { listKeyed } from "@/db/queries/keyed";
import { writePolicy, writeTemplate, writeTopic } from "@/db/queries/keyed-writes";
import { putScenario } from "@/db/queries/scenarios";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { writeTeamIn } from "@/server/teams/save-team";
import { changeFacts } from "@/server/workspaces/change-facts";
import { insertNew } from "./insert-new";

/** More of one kind are not looked up; a key among the others is refused when it is written. */
const LOOKED_UP_MAX = 10_000;

/**
 * Makes a workflow from a starter: its draft, and the contents, topics, policies, teams and scenarios
 * that it needs and the workspace lacks; nothing that is there is changed. All of it or nothing.
 * Throws `conflict`, with a key that is free, for one that is taken, and `invalid` for a team that
 * does not exist.
 */
export async function createFromStarter(
  ctx: Ctx,
  who: Who,
  starter: Starter,
  answers: StarterAnswers,
): Promise<void> {
  const { workspaceId } = who;
  const { key, name } = answers;
  const detail: Record<string, unknown> = { starter: starter.key };
  const change = { action: "workflow.created" as const, target: key, detail };
  await changeFacts(ctx, who, change, async (tx) => {
    const existing = await existingOf(tx, workspaceId, answers);
    const fitted = fitStarter(starter, answers, existing);
    await insertNew(tx, { workspaceId, key, name, draft: fitted.definition });
    await writeBeside(tx, workspaceId, fitted);
    for (const test of fitted.scenarios) await putScenario(tx, workspaceId, key, test);
    detail.made = madeKeys(fitted);
  });
}

async function existingOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  answers: StarterAnswers,
): Promise<Existing> {
  const page = { limit: LOOKED_UP_MAX };
  const { rows: templates } = await listKeyed(tx, workspaceId, "templates", page);
  const { rows: policies } = await listKeyed(tx, workspaceId, "policies", page);
  const { rows: topics } = await listKeyed(tx, workspaceId, "topics", page);
  const { rows } = await listKeyed(tx, workspaceId, "teams", page);
  const teams = new Set(keysOf(rows));
  const missing = Object.entries(answers.teams).filter(
    ([, team]) => team !== null && !teams.has(team),
  );
  if (missing.length > 0) {
    const errors = missing.map(([needed, team]) => ({
      path: `teams.${needed}`,
      message: `there is no team ${team}`,
    }));
    throw new AppError("invalid", "The team does not exist.", { errors });
  }
  return {
    templates: new Map(templates.map(({ key, template }) => [key, template])),
    policies: new Map(policies.map(({ key, name, ladder }) => [key, { name, ladder }])),
    topics: new Set(keysOf(topics)),
    teams,
  };
}

async function writeBeside(tx: Tx, workspaceId: WorkspaceId, fitted: FittedStarter) {
  const made: boolean[] = [];
  for (const { key, name } of fitted.teams) {
    made.push(await writeTeamIn(tx, workspaceId, key, TeamInput.parse({ name })));
  }
  for (const topic of fitted.topics) {
    const description = topic.description ?? null;
    made.push(await writeTopic(tx, { ...topic, workspaceId, description }));
  }
  for (const { key, template } of fitted.templates) {
    made.push(await writeTemplate(tx, { workspaceId, key, template }));
  }
  for (const { key, name, ladder } of fitted.policies) {
    made.push(await writePolicy(tx, { workspaceId, key, name, ladder }));
  }
  // Somebody made one of these since they were looked up: theirs must not be written over.
  if (made.includes(false)) {
    throw new AppError("conflict", "Somebody made a part of this at the same moment. Try again.");
  }
}

const keysOf = (rows: readonly { key: string }[]) => rows.map(({ key }) => key);

const madeKeys = ({ teams, topics, templates, policies }: FittedStarter) => ({
  teams: keysOf(teams),
  topics: keysOf(topics),
  templates: keysOf(templates),
  policies: keysOf(policies),
});

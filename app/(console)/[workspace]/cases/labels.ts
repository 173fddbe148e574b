import "server-only";
import { endingName } from "@/components/workflows/ending-name";
import { findNames } from "@/db/queries/names";
import { listStaff } from "@/db/queries/people-cards";
import { listStageLabels, listWorkflowNames } from "@/db/queries/workflow-labels";
import { ctx } from "@/server/boot";
import type { PageView } from "../page-view";

type Placed = { workflow: string; version: number; stage: string | null };

/** What the case list calls workflows, stages, teams and the people who own cases. */
export async function listLabels({ workspaceId }: PageView, person: string | undefined) {
  const [workflows, stages, staff, names] = await Promise.all([
    listWorkflowNames(ctx.db, workspaceId),
    listStageLabels(ctx.db, workspaceId),
    listStaff(ctx.db, workspaceId),
    findNames(ctx.db, workspaceId, person === undefined ? [] : [person]),
  ]);
  const byPlace = new Map(stages.map((s) => [`${s.workflow}@${s.version}/${s.id}`, s.name]));
  return {
    workflows,
    // Newest versions come first: theirs is the name a stage goes by.
    stages: new Map(stages.toReversed().map(({ id, name }) => [id, name])),
    teams: names.teams,
    staff: new Map(staff.map(({ id, name }) => [id, name ?? id])),
    person: person === undefined ? undefined : names.people.get(person),
    stageName: ({ workflow, version, stage }: Placed) =>
      stage === null ? "" : (byPlace.get(`${workflow}@${version}/${stage}`) ?? endingName(stage)),
  };
}

export type ListLabels = Awaited<ReturnType<typeof listLabels>>;

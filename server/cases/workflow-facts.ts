import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import { Lru } from "@/core/template/lru";
import { type AnswerRule, answerRules } from "@/core/workflow/answers";
import type { Program } from "@/core/workflow/program";
import type { Db, Tx } from "@/db/client";
import { loadPrograms } from "./programs";

const WORKSPACES_MAX = 200;

export type WorkflowFacts = {
  key: string;
  status: "draft" | "live" | "paused" | "archived";
  /** The version new cases use; null before the first one is published. */
  live: Program | null;
  /** Every version, for the cases that still run on it. */
  versions: ReadonlyMap<number, { program: Program; answers: ReadonlyMap<string, AnswerRule[]> }>;
};

type Cached = { revision: number; workflows: WorkflowFacts[] };
const cache = new Lru<string, Cached>(WORKSPACES_MAX);

/** The workspace's workflows, compiled; kept per process until `facts_revision` grows. */
export async function loadWorkflows(
  db: Db | Tx,
  workspaceId: WorkspaceId,
): Promise<WorkflowFacts[]> {
  const [workspace] = await db.execute<{ revision: number }>(
    sql`select facts_revision::float8 as revision from workspaces where id = ${workspaceId}`,
  );
  if (!workspace) return [];
  const known = cache.get(workspaceId);
  if (known?.revision === workspace.revision) return known.workflows;
  const workflows = await load(db, workspaceId);
  cache.set(workspaceId, { revision: workspace.revision, workflows });
  return workflows;
}

async function load(db: Db | Tx, workspaceId: WorkspaceId): Promise<WorkflowFacts[]> {
  const rows = await db.execute<{
    key: string;
    status: WorkflowFacts["status"];
    liveVersion: number | null;
    versions: number[];
  }>(sql`
    select w.key, w.status, w.live_version as "liveVersion",
      array(select v.version from workflow_versions v
        where v.workspace_id = w.workspace_id and v.workflow = w.key order by 1) as versions
    from workflows w where w.workspace_id = ${workspaceId} order by w.key`);
  const refs = rows.flatMap(({ key, versions }) =>
    versions.map((version) => ({ workspaceId, workflow: key, version })),
  );
  const programOf = await loadPrograms(db, refs);
  return rows.map(({ key, status, liveVersion, versions }) => {
    const compiled = new Map<
      number,
      { program: Program; answers: ReadonlyMap<string, AnswerRule[]> }
    >();
    for (const version of versions) {
      const program = programOf({ workspaceId, workflow: key, version });
      if (program) compiled.set(version, { program, answers: answerRules(program.definition) });
    }
    const live = liveVersion === null ? null : (compiled.get(liveVersion)?.program ?? null);
    return { key, status, live, versions: compiled };
  });
}

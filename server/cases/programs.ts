import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import { Lru } from "@/core/template/lru";
import { compile } from "@/core/workflow/compile";
import { Definition } from "@/core/workflow/definition";
import type { Program } from "@/core/workflow/program";
import type { Db, Tx } from "@/db/client";

/** Compiled versions kept by a process; a version never changes, so they never go stale. */
const PROGRAMS_MAX = 500;
const programs = new Lru<string, Program>(PROGRAMS_MAX);

export type VersionRef = { workspaceId: WorkspaceId; workflow: string; version: number };

const nameOf = (ref: VersionRef) => `${ref.workspaceId}/${ref.workflow}/${ref.version}`;

/** The programs of these versions, from the cache or compiled now. Unknown versions are left out. */
export async function loadPrograms(
  db: Db | Tx,
  refs: readonly VersionRef[],
): Promise<(ref: VersionRef) => Program | undefined> {
  const found = new Map<string, Program>();
  const missing = new Map<string, VersionRef>();
  for (const ref of refs) {
    const name = nameOf(ref);
    if (found.has(name)) continue;
    const program = programs.get(name);
    if (program) found.set(name, program);
    else missing.set(name, ref);
  }
  if (missing.size > 0) {
    const wanted = [...missing.values()];
    const rows = await db.execute<VersionRow>(sql`
      select v.workspace_id as "workspaceId", v.workflow, v.version, v.definition
      from workflow_versions v
      join unnest(
        ${sql.param(wanted.map((ref) => ref.workspaceId))}::uuid[],
        ${sql.param(wanted.map((ref) => ref.workflow))}::text[],
        ${sql.param(wanted.map((ref) => ref.version))}::int[]
      ) as w(workspace_id, workflow, version)
        on w.workspace_id = v.workspace_id and w.workflow = v.workflow and w.version = v.version`);
    for (const row of rows) {
      const program = compile(Definition.parse(row.definition), row);
      programs.set(nameOf(row), program);
      found.set(nameOf(row), program);
    }
  }
  return (ref) => found.get(nameOf(ref));
}

type VersionRow = {
  workspaceId: WorkspaceId;
  workflow: string;
  version: number;
  definition: unknown;
};

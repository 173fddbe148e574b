import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import { compile } from "@/core/workflow/compile";
import type { Definition } from "@/core/workflow/definition";
import { landingOf } from "@/core/workflow/landing";
import type { Program } from "@/core/workflow/program";
import type { Db } from "@/db/client";
import { loadPrograms } from "../cases/programs";

const START_DAYS = 14;

export type Impact = {
  /** Open cases on earlier versions. */
  inFlight: number;
  /** Where they stand, and where they would go on if they were moved. */
  landing: { version: number; step: string | null; cases: number; landsOn: string | null }[];
  /** Start events per day over the last days; null where no event starts the workflow. */
  startsPerDay: number | null;
};

/** Who is where, and where publishing would put them. */
export async function impactOf(
  db: Db,
  workspaceId: WorkspaceId,
  key: string,
  definition: Definition,
): Promise<Impact> {
  const rows = await db.execute<{
    version: number;
    pc: number;
    step: string | null;
    cases: number;
  }>(sql`
    select version, pc, step, count(*)::int as cases from cases
    where workspace_id = ${workspaceId} and workflow = ${key} and status = 'open'
    group by 1, 2, 3 order by 1, 2`);
  const next = compile(definition, { workflow: key, version: 0 });
  const programOf = await loadPrograms(
    db,
    rows.map(({ version }) => ({ workspaceId, workflow: key, version })),
  );
  const landing = rows.map(({ version, pc, step, cases }) => {
    const from: Program | undefined = programOf({ workspaceId, workflow: key, version });
    const landsOn = from ? landingOf(from, next, pc).step : null;
    return { version, step, cases, landsOn };
  });
  const inFlight = rows.reduce((sum, row) => sum + row.cases, 0);
  return { inFlight, landing, startsPerDay: await startsPerDay(db, workspaceId, definition) };
}

async function startsPerDay(db: Db, workspaceId: WorkspaceId, { start }: Definition) {
  if (!start) return null;
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from (select 1 from events where workspace_id = ${workspaceId}
      and name = ${start.event} and received_at > now() - make_interval(days => ${START_DAYS})
      limit 100000) e`);
  return Math.round(((row?.n ?? 0) / START_DAYS) * 10) / 10;
}

import type { CaseState, Trail } from "@/core/case/state";
import { addUp, type StepMove, stepMoves } from "@/core/case/trail";
import { type PastLine, trailOfHistory } from "@/core/case/trail-of-history";
import { inTransaction, type Tx } from "@/db/client";
import type { Ctx } from "../context";
import { newId } from "../new-id";
import { CASE_COLUMNS, type CaseRow, stateOf } from "./case-row";
import { loadPrograms } from "./programs";

const CASES_PER_ROUND = 200;
const NIL = "00000000-0000-0000-0000-000000000000";

type Place = { workspaceId: string; id: string };

const OLD = `select ${CASE_COLUMNS} from cases c
  where (c.workspace_id, c.id) > ($1::uuid, $2::uuid)
    and c.trail is null
  order by c.workspace_id, c.id limit ${CASES_PER_ROUND} for update of c skip locked`;

const HISTORY = `select * from (
    select d.workspace_id, d.case_id, round(date_part('epoch', d.at) * 1000) as at, e ->> 'step' as step,
      e ->> 'code' as code, coalesce(e -> 'params', '{}') as params, 1 as rank, d.id, place
    from case_decisions d
    join unnest($1::uuid[], $2::uuid[]) as w(workspace_id, case_id)
      on d.workspace_id = w.workspace_id and d.case_id = w.case_id,
      jsonb_array_elements(d.entries) with ordinality as o(e, place)
    union all
    select m.workspace_id, m.case_id, round(date_part('epoch', min(m.planned_at)) * 1000), m.step,
      null, '{}', 0, null, 0
    from messages m
    join unnest($1::uuid[], $2::uuid[]) as w(workspace_id, case_id)
      on m.workspace_id = w.workspace_id and m.case_id = w.case_id
    group by m.workspace_id, m.case_id, m.step, m.visit) as lines
  order by at, rank, id, place`;

const WRITE = `with told as (
    update cases c set trail = u.trail
    from unnest($1::uuid[], $2::uuid[], $3::jsonb[]) as u(w, id, trail)
    where c.workspace_id = u.w and c.id = u.id)
  insert into step_moves (workspace_id, id, moves)
  select w, id, moves from unnest($4::uuid[], $5::uuid[], $6::jsonb[]) as s(w, id, moves)`;

/**
 * Gives the cases that are older than their trail one, read from their timelines and messages, so
 * that they count at the steps of their workflows. Gives how many; finds none the next time. Stops between two rounds.
 */
export async function backfillTrails(ctx: Ctx, stopping: AbortSignal): Promise<number> {
  let told = 0;
  for (
    let after: Place | null = { workspaceId: NIL, id: NIL };
    after !== null && !stopping.aborted;
  ) {
    const from: Place = after;
    const round = await inTransaction(ctx.db, (tx) => tellSome(tx, from));
    told += round.length;
    after = round.at(-1) ?? null;
  }
  return told;
}

/** One case that cannot be read must not keep the others from being counted. */
function readable(row: CaseRow): CaseState | null {
  try {
    return stateOf(row);
  } catch {
    return null;
  }
}

async function tellSome(tx: Tx, after: Place): Promise<Place[]> {
  const places = [after.workspaceId, after.id] as never[];
  const rows = (await tx.$client.unsafe(OLD, places)) as unknown as CaseRow[];
  if (rows.length === 0) return [];
  const programOf = await loadPrograms(tx, rows);
  const refs = [rows.map((row) => row.workspaceId), rows.map((row) => row.id)] as never[];
  const lines = (await tx.$client.unsafe(HISTORY, refs)) as unknown as (PastLine & {
    workspace_id: string;
    case_id: string;
  })[];
  const byCase = Map.groupBy(lines, (line) => `${line.workspace_id} ${line.case_id}`);
  const moves = new Map<string, StepMove[]>();
  const trails = rows.map((row): Trail => {
    const program = programOf(row);
    if (!program) return {};
    const state = readable(row);
    if (!state) return {};
    const own = byCase.get(`${row.workspaceId} ${row.id}`) ?? [];
    const trail = trailOfHistory(program, state, own);
    const all = moves.get(row.workspaceId) ?? [];
    all.push(...stepMoves(row.workflow, {}, trail));
    moves.set(row.workspaceId, all);
    return trail;
  });
  const sums = [...moves].map(([workspaceId, all]) => [workspaceId, addUp(all)] as const);
  await tx.$client.unsafe(WRITE, [
    ...refs,
    trails.map((trail) => JSON.stringify(trail)),
    sums.map(([workspaceId]) => workspaceId),
    sums.map(() => newId()),
    sums.map(([, all]) => JSON.stringify(all)),
  ] as never[]);
  return rows.map(({ workspaceId, id }) => ({ workspaceId, id }));
}

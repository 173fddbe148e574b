import type { LevelEnded } from "@/core/case/effect";
import type { WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import type { Tx } from "@/db/client";

/** One target of one turn of a climb, as it is told. `nobody`: none of it could be. */
export type ToldRow = {
  workspaceId: WorkspaceId;
  caseId: string;
  visit: number;
  target: string;
  workflow: string;
  version: number;
  step: string;
  policy: string | null;
  level: number;
  lap: number;
  byHand: boolean;
  team: string | null;
  people: readonly string[];
  why: string | null;
  at: Instant;
  deadline: Instant | null;
  isWaitedFor: boolean;
  testClock: boolean;
};

export type EndedRow = {
  workspaceId: WorkspaceId;
  caseId: string;
  visit: number;
  how: LevelEnded["how"];
  by: string | null;
  at: Instant;
};

const moment = (column: string) => `to_timestamp(${column} / 1000.0)`;

/** A turn that is told again in the same visit stays as it was. */
const TOLD = `
  insert into escalations (workspace_id, case_id, visit, target, workflow, version, step, policy, level,
    lap, by_hand, team, people, why, at, deadline, ended, ended_at, test_clock)
  select w, case_id, visit, target, workflow, version, step, policy, level, lap, by_hand = 1, team,
    array(select jsonb_array_elements_text(people)), why, ${moment("at")}, ${moment("deadline")},
    case when waits = 0 then 'ended' end, case when waits = 0 then ${moment("at")} end, test_clock = 1
  from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::int[], $7::text[], $8::text[],
    $9::int[], $10::int[], $11::int[], $12::text[], $13::jsonb[], $14::text[], $15::float8[], $16::float8[],
    $17::int[], $18::int[])
    as t(w, case_id, visit, target, workflow, version, step, policy, level, lap, by_hand, team, people, why,
      at, deadline, waits, test_clock)
  on conflict do nothing`;

const ENDED = `
  update escalations e set ended = u.how, ended_at = ${moment("u.at")}, ended_by = u.by
    from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::float8[])
      as u(w, case_id, visit, how, by, at)
   where e.workspace_id = u.w and e.case_id = u.case_id and e.visit = u.visit and e.ended is null`;

/** Writes what was told and what became of it, in this order: a turn may begin and end in one transaction. */
export async function logEscalations(
  tx: Tx,
  told: readonly ToldRow[],
  ended: readonly EndedRow[],
): Promise<void> {
  if (told.length > 0) {
    await tx.$client.unsafe(
      TOLD,
      [
        told.map((row) => row.workspaceId),
        told.map((row) => row.caseId),
        told.map((row) => row.visit),
        told.map((row) => row.target),
        told.map((row) => row.workflow),
        told.map((row) => row.version),
        told.map((row) => row.step),
        told.map((row) => row.policy),
        told.map((row) => row.level),
        told.map((row) => row.lap),
        told.map((row) => Number(row.byHand)),
        told.map((row) => row.team),
        told.map((row) => JSON.stringify(row.people)),
        told.map((row) => row.why),
        told.map((row) => row.at),
        told.map((row) => row.deadline),
        told.map((row) => Number(row.isWaitedFor)),
        told.map((row) => Number(row.testClock)),
      ] as never[],
      { prepare: true },
    );
  }
  if (ended.length === 0) return;
  await tx.$client.unsafe(
    ENDED,
    [
      ended.map((row) => row.workspaceId),
      ended.map((row) => row.caseId),
      ended.map((row) => row.visit),
      ended.map((row) => row.how),
      ended.map((row) => row.by),
      ended.map((row) => row.at),
    ] as never[],
    { prepare: true },
  );
}

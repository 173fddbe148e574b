import { type SQL, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { CaseFacts } from "@/core/metrics/case-facts";
import { DAY_MINUTES, DUE_MEASURES } from "@/core/metrics/due-moment";
import { MERGED_MARK, MERGED_MEASURES, WAITING_STEP } from "@/core/metrics/merged-sums";
import { toRfc3339 } from "@/core/time";
import type { Tx } from "@/db/client";
import { lockFacts } from "./fact-changes";
import type { CaseRef } from "./raw-cases";

/** A case's facts with the columns that are the case's own. */
export type StoredFacts = CaseRef & {
  day: string;
  workflow: string;
  version: number;
  personId: string | null;
  team: string | null;
  locale: string | null;
  facts: CaseFacts;
};

const COLUMNS = {
  workspace_id: "uuid",
  case_id: "uuid",
  day: "date",
  workflow: "text",
  version: "smallint",
  arm: "text",
  holdout: "boolean",
  person_id: "text",
  topic: "text",
  team: "text",
  locale: "text",
  status: "text",
  opened_at: "timestamptz",
  sent_at: "timestamptz",
  responded_at: "timestamptz",
  ended_at: "timestamptz",
  due_at: "timestamptz",
  escalated_at: "timestamptz",
  promised: "boolean",
  response_seconds: "int",
  response_working_seconds: "int",
  resolution_seconds: "int",
  resolution_working_seconds: "int",
  channels: "text[]",
  stages: "text[]",
  delivered: "int",
  opted_out: "int",
  complained: "int",
  tallies: "jsonb",
} as const;

const names = Object.keys(COLUMNS);
const own = names.slice(2);
const ROWS = Object.entries(COLUMNS).map(([name, type]) => `${name} ${type}`);

/** What a case counts is written only where it is not so already: most changes change nothing here. */
const STORE = `insert into case_facts as f (${names.join(", ")})
  select ${names.join(", ")} from json_to_recordset($1::text::json) as r(${ROWS.join(", ")})
  on conflict (workspace_id, case_id) do update
    set ${own.map((name) => `${name} = excluded.${name}`).join(", ")}
    where (${own.map((name) => `f.${name}`).join(", ")})
      is distinct from (${own.map((name) => `excluded.${name}`).join(", ")})`;

/** What these cases mean for the numbers, in the place of what was known of them. */
export async function storeFacts(tx: Tx, all: readonly StoredFacts[]): Promise<void> {
  if (all.length === 0) return;
  await tx.$client.unsafe(STORE, [JSON.stringify(all.map(rowOf))], { prepare: true });
}

const at = (moment: number | null) => (moment === null ? null : toRfc3339(moment));

function rowOf({ facts, ...row }: StoredFacts): Record<keyof typeof COLUMNS, unknown> {
  return {
    workspace_id: row.workspaceId,
    case_id: row.caseId,
    day: row.day,
    workflow: row.workflow,
    version: row.version,
    arm: facts.arm,
    holdout: facts.holdout,
    person_id: row.personId,
    topic: facts.topic,
    team: row.team,
    locale: row.locale,
    status: facts.status,
    opened_at: at(facts.openedAt),
    sent_at: at(facts.sentAt),
    responded_at: at(facts.respondedAt),
    ended_at: at(facts.endedAt),
    due_at: at(facts.dueAt),
    escalated_at: at(facts.escalatedAt),
    promised: facts.promised,
    response_seconds: facts.responseSeconds,
    response_working_seconds: facts.responseWorkingSeconds,
    resolution_seconds: facts.resolutionSeconds,
    resolution_working_seconds: facts.resolutionWorkingSeconds,
    channels: facts.channels,
    stages: facts.stages,
    delivered: facts.delivered,
    opted_out: facts.optedOut,
    complained: facts.complained,
    tallies: facts.tallies,
  };
}

const BUCKET = `split_part(t.key, '|', 4)::int`;

/** As core/metrics/due-moment.ts `keptBucket`. */
const KEPT_BUCKET = sql.raw(`case when split_part(t.key, '|', 1) in ('${DUE_MEASURES.join("', '")}')
  then floor(${BUCKET} / ${DAY_MINUTES}.0)::int * ${DAY_MINUTES} else ${BUCKET} end`);

/** A tally with the case it is of, as a row of the sums. */
const TALLY = sql`f.workspace_id, split_part(t.key, '|', 1) as measure, f.day, f.workflow, f.version, f.arm,
  split_part(t.key, '|', 2) as stage, split_part(t.key, '|', 3) as channel, ${KEPT_BUCKET} as bucket,
  t.value::bigint as n`;

const PLACES = sql`workspace_id, measure, day, workflow, version, arm, stage, channel, bucket`;

const STEP = sql.raw(`${WAITING_STEP}`);

/** The rows of `tallies`, and those that are summed over everything (core/metrics/merged-sums.ts). */
const withMerged = (tallies: SQL) => sql`select ${PLACES}, n from ${tallies}
  union all
  select workspace_id, measure || ${MERGED_MARK}::text, day, '', 0, '', '', '',
    case when measure like '%\\_waiting' then bucket - bucket % ${STEP} + ${STEP} / 2 else bucket end, n
  from ${tallies}
  where measure = any(${sql.param([...MERGED_MEASURES])}::text[])`;

/**
 * Cases that retention lets go of stay in the numbers: what they count now is kept apart, where a
 * recount finds it.
 */
export async function retireFacts(tx: Tx, workspaceId: WorkspaceId, ids: SQL): Promise<void> {
  await lockFacts(tx, workspaceId);
  await tx.execute(sql`
    with gone as (
      delete from case_facts where workspace_id = ${workspaceId} and case_id = ${ids} returning *),
    tallies as (select ${TALLY} from gone f, jsonb_each_text(f.tallies) as t)
    insert into rollup_retired as r (${PLACES}, n)
    select ${PLACES}, sum(n) from (${withMerged(sql`tallies`)}) as counted
    group by ${PLACES}
    on conflict on constraint rollup_retired_pk do update set n = r.n + excluded.n`);
}

/** The sums of a workspace from what every single case counts, and those that are gone. */
export async function recountRollups(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  await tx.execute(sql`delete from rollup_days where workspace_id = ${workspaceId}`);
  await tx.execute(sql`delete from rollup_months where workspace_id = ${workspaceId}`);
  await tx.execute(sql`
    with tallies as (
      select ${TALLY}
      from case_facts f, jsonb_each_text(f.tallies) as t where f.workspace_id = ${workspaceId})
    insert into rollup_days (${PLACES}, n)
    select ${PLACES}, sum(n) from (
      ${withMerged(sql`tallies`)}
      union all
      select ${PLACES}, n from rollup_retired where workspace_id = ${workspaceId}) as counted
    group by ${PLACES} having sum(n) <> 0`);
  await tx.execute(sql`
    insert into rollup_months (${PLACES}, n)
    select workspace_id, measure, date_trunc('month', day)::date, workflow, version, arm, stage, channel,
      bucket, sum(n)
    from rollup_days where workspace_id = ${workspaceId}
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(n) <> 0`);
}

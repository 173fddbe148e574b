import type { WorkspaceId } from "@/core/ids";
import { type Instant, MINUTE_MS, SECOND_MS } from "@/core/time";
import type { Tx } from "@/db/client";
import { isLockHeld } from "@/db/session-lock";
import { ALONE } from "./lots";

/** A worker without a sign of life for this long is taken for dead, whatever locks say. */
const WORKER_DEAD_MS = 10 * SECOND_MS;
/** After a restart of the database living workers first take their locks again, and say that they live. */
const SETTLE_MS = 3 * SECOND_MS;
/** No attempt of a living worker takes this long: its outcome could not be written. */
const ATTEMPT_LOST_MS = 3 * MINUTE_MS;
const BATCH_MAX = 200;

/** Held by a worker while it lives: who finds it free knows at once that the worker is gone. */
export const workerLock = (workerId: string): string => `worker/${workerId}`;

/** A message whose worker is gone, with what it takes to hand it over again. */
export type LostRow = {
  workspaceId: WorkspaceId;
  id: string;
  caseId: string;
  personId: string;
  step: string;
  visit: number;
  channel: string;
  request: unknown;
  to: string;
  content: unknown;
  provider: string;
  attempts: number;
  batch: string | null;
  /** When a worker began this attempt; null when none did. */
  triedAt: Instant | null;
  /** When the earliest attempt of unknown end was. */
  maybeSince: Instant;
  now: Instant;
  plannedAt: Instant;
  dueSince: Instant;
  status: string;
  caseSubject: string;
  workspaceName: string;
  workspaceLocale: string;
  layout: unknown;
  brand: unknown;
  tracked: boolean;
  topicKey: string | null;
  topicName: string | null;
  accountsRevision: number;
  carries: boolean;
  /** Given back, or without a sign of life for long; otherwise only its worker's lock is gone. */
  silent: boolean;
};

const ago = (ms: number) => `statement_timestamp() - ${ms} * interval '1 millisecond'`;

const IS_SETTLED = `pg_postmaster_start_time() < ${ago(SETTLE_MS)}`;

const COLUMNS = `m.workspace_id as "workspaceId", m.id, m.case_id as "caseId", m.person_id as "personId",
    m.step, m.visit, m.channel, m.request, m.to_address as "to", m.content, m.provider, m.attempts, m.batch,
    m.carrier_id is not null as carries,
    case when m.attempt_by is not null
      then (extract(epoch from m.attempt_at) * 1000)::float8 end as "triedAt",
    coalesce((m.params ->> 'maybeSince')::float8,
      least(extract(epoch from m.attempt_at), extract(epoch from clock_timestamp())) * 1000)::float8
      as "maybeSince", (extract(epoch from clock_timestamp()) * 1000)::float8 as now,
    (extract(epoch from m.planned_at) * 1000)::float8 as "plannedAt",
    coalesce((m.params ->> 'dueSince')::float8,
      extract(epoch from clock_timestamp()) * 1000)::float8 as "dueSince", c.status,
    c.subject as "caseSubject", w.name as "workspaceName", w.brand,
    w.locale as "workspaceLocale", l.layout,
    w.accounts_revision::float8 as "accountsRevision", coalesce(p.tracking_consent, false) as tracked, t.key as "topicKey", t.name as "topicName",
    s.silent
  from messages m
    join cases c on c.workspace_id = m.workspace_id and c.id = m.case_id
    join workspaces w on w.id = m.workspace_id
    left join people p on p.workspace_id = m.workspace_id and p.id = m.person_id
    left join topics t on t.workspace_id = m.workspace_id and t.key = m.topic
    left join layouts l on l.workspace_id = m.workspace_id and l.key = m.content->>'layout'
    left join workers k on k.id = m.attempt_by
    cross join lateral (select (m.attempt_by is null and m.attempt_at <= statement_timestamp())
      or m.attempt_at < ${ago(ATTEMPT_LOST_MS)}
      or (m.attempt_by <> $1::uuid and m.attempt_at < ${ago(WORKER_DEAD_MS)}
        and (k.heartbeat_at is null or (k.heartbeat_at < ${ago(WORKER_DEAD_MS)} and ${IS_SETTLED})))
      as silent) s`;

const SELECT = `select ${COLUMNS}
  where m.status = 'sending' and (m.carrier_id is null or m.carrier_id = m.id) and (s.silent or (
    m.attempt_by <> $1::uuid and ${IS_SETTLED}
      and not ${isLockHeld("'worker/' || m.attempt_by")}))
  order by m.attempt_at limit ${BATCH_MAX} for update of c, m skip locked`;

/** All of these batches that are in flight: one worker has the whole of a batch, so all of it is lost. */
const SELECT_BATCHES = `select ${COLUMNS}
  where m.status = 'sending' and m.batch = any($2::uuid[]) for update of c, m skip locked`;

const COUNT_BATCHES = `
  select batch, count(*)::int as n from messages
   where status = 'sending' and batch = any($1::uuid[]) group by batch`;

/** The messages that were in the hands of workers that are gone, locked with their cases, the batches whole. */
export const lockLost = async (tx: Tx, workerId: string): Promise<LostRow[]> =>
  withWholeBatches(tx, workerId, await tx.$client.unsafe<LostRow[]>(SELECT, [workerId]));

/**
 * A call with several messages is repeated with all of them that are still in flight, or not now:
 * were it repeated with some, nobody could tell of the others whether they were in it.
 */
async function withWholeBatches(
  tx: Tx,
  workerId: string,
  rows: readonly LostRow[],
): Promise<LostRow[]> {
  const isBatch = (batch: string | null): batch is string => batch !== null && batch !== ALONE;
  const single = rows.filter(({ batch }) => !isBatch(batch));
  const batches = [...new Set(rows.map(({ batch }) => batch).filter(isBatch))];
  if (batches.length === 0) return single;
  const found = await tx.$client.unsafe<LostRow[]>(SELECT_BATCHES, [workerId, batches]);
  const counted = await tx.$client.unsafe<{ batch: string; n: number }[]>(COUNT_BATCHES, [batches]);
  const silent = new Set(rows.flatMap((row) => (row.silent ? (row.batch ?? []) : [])));
  const whole = counted.flatMap(({ batch, n }) => {
    const members = found.filter((row) => row.batch === batch);
    return members.length === n ? members : [];
  });
  return [
    ...single,
    ...whole.map((row) => ({ ...row, silent: row.silent || silent.has(row.batch ?? "") })),
  ];
}

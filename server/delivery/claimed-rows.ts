import type { CaseStatus } from "@/core/case/state";
import type { WorkspaceId } from "@/core/ids";
import type { Channel } from "@/core/template/channel";
import type { Instant } from "@/core/time";
import type { Tx } from "@/db/client";
import type { Clock } from "@/server/clock/clock";

/** A message whose moment has come, with its case; both rows are locked. Moments are epoch milliseconds. */
export type ClaimedRow = {
  workspaceId: WorkspaceId;
  id: string;
  caseId: string;
  personId: string;
  workflow: string;
  version: number;
  stage: string | null;
  step: string;
  visit: number;
  channel: Channel;
  template: string;
  topic: string | null;
  request: unknown;
  code: string | null;
  attempts: number;
  /** The provider that may have it from an earlier attempt, whose end nobody knows. */
  maybeAt: string | null;
  /** When that attempt was; null when nobody kept it. */
  maybeSince: Instant | null;
  /** When it first could have left, but for its provider; null while nothing of it stood in the way. */
  dueSince: Instant | null;
  /** `ALONE` for one that does not leave beside others. */
  batch: string | null;
  /** Set for what was held to be collected. */
  carrierId: string | null;
  plannedAt: Instant;
  deliverAt: Instant | null;
  now: Instant;
  number: number;
  key: string | null;
  subject: string;
  primaryId: string;
  status: CaseStatus;
  outcome: string | null;
  currentStage: string | null;
  priority: string;
  level: number;
  ownerPersonId: string | null;
  ownerTeam: string | null;
  acknowledgedBy: string | null;
  acknowledgedAt: Instant | null;
  dueAt: Instant | null;
  snoozedUntil: Instant | null;
  openedAt: Instant;
  firstResponseAt: Instant | null;
  closedAt: Instant | null;
  closedBy: string | null;
  data: Record<string, unknown>;
  /** Answers of `call` steps, which templates read as part of `data`. */
  saved: Record<string, unknown> | null;
};

const ms = (column: string, name: string) =>
  `(extract(epoch from ${column}) * 1000)::float8 as "${name}"`;

const COLUMNS = `
  m.workspace_id as "workspaceId", m.id, m.case_id as "caseId", m.person_id as "personId",
  m.workflow, m.version, m.stage, m.step, m.visit, m.channel, m.template, m.topic, m.request,
  m.code, m.attempts, case when m.params ? 'maybeSent' then m.provider end as "maybeAt",
  m.carrier_id as "carrierId",
  (m.params ->> 'maybeSince')::float8 as "maybeSince", m.batch,
  (m.params ->> 'dueSince')::float8 as "dueSince",
  ${ms("m.planned_at", "plannedAt")}, ${ms("m.deliver_at", "deliverAt")},
  floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now,
  c.number, c.key, c.subject, c.person_id as "primaryId", c.status, c.outcome,
  c.stage as "currentStage", c.priority, c.level, c.owner_person_id as "ownerPersonId",
  c.owner_team as "ownerTeam", c.acknowledged_by as "acknowledgedBy",
  ${ms("c.acknowledged_at", "acknowledgedAt")}, ${ms("c.due_at", "dueAt")},
  ${ms("c.snoozed_until", "snoozedUntil")}, ${ms("c.opened_at", "openedAt")},
  ${ms("c.first_response_at", "firstResponseAt")}, ${ms("c.closed_at", "closedAt")},
  c.closed_by as "closedBy", c.data, c.memory -> 'saved' as saved
  from messages m join cases c on c.workspace_id = m.workspace_id and c.id = m.case_id`;

/** More than one round's worth leaves in the next one. */
export const COLLECTED_MAX = 5_000;

export type DueSelection = { clock: Clock; limit: number; floor: Instant | null };

/**
 * Locks the due messages and their cases, the case's row first as everywhere, and passes by what
 * others hold: nothing waits here, so nothing can deadlock. The message's own lock is what keeps a
 * second worker, whose snapshot is older, from taking it again after we have committed.
 */
export async function claimDue(
  tx: Tx,
  { clock, limit, floor }: DueSelection,
): Promise<ClaimedRow[]> {
  if (clock.kind === "test") return claimDueAt(tx, clock, limit);
  // statement_timestamp() is stable, so that the index can serve it; clock_timestamp() is not.
  const due =
    "not m.test_clock and m.deliver_at <= statement_timestamp() and m.deliver_at >= to_timestamp(coalesce($2::float8, 0) / 1000)";
  const text = `select ${COLUMNS} where ${due} order by m.deliver_at limit $1 for update of c, m skip locked`;
  return tx.$client.unsafe<ClaimedRow[]>(text, [limit, floor], { prepare: true });
}

/**
 * A test clock stands still: more may be due at its moment than one round takes. They were planned in
 * an order; and of no case is a part taken, or it would hang on other cases what leaves as one. With a
 * limit of one it is that very message, which may be the one that breaks its round.
 */
function claimDueAt(
  tx: Tx,
  { workspaceId, now }: Extract<Clock, { kind: "test" }>,
  limit: number,
): Promise<ClaimedRow[]> {
  const due =
    "m.test_clock and m.workspace_id = $2::uuid and m.deliver_at <= to_timestamp($3::float8 / 1000)";
  const order = "order by m.deliver_at, m.id";
  const which =
    limit === 1
      ? `${due} ${order} limit $1`
      : `${due} and m.case_id in (select m.case_id from messages m where ${due} ${order} limit $1) ${order}`;
  const text = `select ${COLUMNS} where ${which} for update of c, m skip locked`;
  return tx.$client.unsafe<ClaimedRow[]>(text, [limit, workspaceId, now], { prepare: true });
}

/**
 * Locks what was collected for the same people and channels and is due, or nearly; passes by what others
 * hold. One person after the other, so that with more than a round's worth few are taken in part.
 */
export async function claimCollected(
  tx: Tx,
  clock: Clock,
  rows: readonly ClaimedRow[],
  aheadMs: number,
): Promise<ClaimedRow[]> {
  const until = clock.kind === "test" ? clock.now : null;
  return tx.$client.unsafe<ClaimedRow[]>(
    `select ${COLUMNS}
       join (select distinct * from unnest($1::uuid[], $2::text[], $3::text[])) as w(workspace_id, id, channel)
         on w.workspace_id = m.workspace_id and w.id = m.person_id and w.channel = m.channel
      where m.carrier_id is not null and m.status in ('planned', 'held')
        and m.test_clock = ($4::float8 is not null)
        and m.deliver_at <= coalesce(to_timestamp($4::float8 / 1000),
          statement_timestamp() + $5::float8 * interval '1 millisecond')
      order by m.workspace_id, m.person_id, m.channel, m.deliver_at limit ${COLLECTED_MAX} for update of c, m skip locked`,
    [
      rows.map((row) => row.workspaceId),
      rows.map((row) => row.personId),
      rows.map((row) => row.channel),
      until,
      aheadMs,
    ],
  );
}

/** Locks all that waits with these carriers, whenever it is due; passes by what others hold. */
export async function claimBundles(
  tx: Tx,
  carriers: readonly { workspaceId: WorkspaceId; carrierId: string }[],
): Promise<ClaimedRow[]> {
  return tx.$client.unsafe<ClaimedRow[]>(
    `select ${COLUMNS}
       join (select distinct * from unnest($1::uuid[], $2::uuid[])) as w(workspace_id, id)
         on w.workspace_id = m.workspace_id and w.id = m.carrier_id
      where m.status in ('planned', 'held') for update of c, m skip locked`,
    [carriers.map(({ workspaceId }) => workspaceId), carriers.map(({ carrierId }) => carrierId)],
  );
}

/**
 * Locks one message that waits for its next attempt, with those it carries, and their cases; nothing
 * when it waits no more.
 */
export async function claimRetry(
  tx: Tx,
  workspaceId: WorkspaceId,
  messageId: string,
): Promise<ClaimedRow[]> {
  // A subquery of its own takes the case first and waits for it; only then is the message looked at.
  await tx.$client.unsafe(
    `select 1 from cases where workspace_id = $1 and id in
       (select case_id from messages where workspace_id = $1 and (id = $2 or carrier_id = $2))
     order by id for update`,
    [workspaceId, messageId],
  );
  return tx.$client.unsafe<ClaimedRow[]>(
    `select ${COLUMNS} where m.workspace_id = $1 and (m.id = $2 or m.carrier_id = $2) and m.status = 'held'
       and m.code in ('fail.provider', 'fail.not_called') and m.deliver_at is null for update of c, m`,
    [workspaceId, messageId],
  );
}

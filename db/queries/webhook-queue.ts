import type { WorkspaceId } from "@/core/ids";
import type { DeliveryStatus } from "@/core/webhook/endpoint";
import type { Db, Tx } from "@/db/client";

export type NewDelivery = {
  workspaceId: WorkspaceId;
  id: string;
  endpointId: string;
  type: string;
  personId: string | null;
  body: string;
};

const INSERT = `insert into webhook_deliveries (workspace_id, id, endpoint_id, type, person_id, body, status,
    next_attempt_at, created_at)
  select w, id, endpoint_id, type, person_id, body, 'waiting', clock_timestamp(), clock_timestamp()
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[])
    as d(w, id, endpoint_id, type, person_id, body)`;

/** Puts events on their way, in the transaction that they tell of. */
export async function insertDeliveries(tx: Tx, rows: readonly NewDelivery[]): Promise<void> {
  const columns = [
    rows.map((row) => row.workspaceId),
    rows.map((row) => row.id),
    rows.map((row) => row.endpointId),
    rows.map((row) => row.type),
    rows.map((row) => row.personId),
    rows.map((row) => row.body),
  ];
  await tx.$client.unsafe(INSERT, columns as never[], { prepare: true });
}

/** A delivery in the hands of whoever claimed it, with what its endpoint says. */
export type Claimed = {
  workspaceId: WorkspaceId;
  id: string;
  endpointId: string;
  type: string;
  body: string;
  tries: number;
  attempts: number;
  url: string;
  sealed: string;
  /** Epoch milliseconds. */
  previousSecretUntil: number | null;
};

const CLAIMED = `d.workspace_id as "workspaceId", d.id, d.endpoint_id as "endpointId", d.type, d.body,
    d.tries, d.attempts, e.url, e.sealed,
    (extract(epoch from e.previous_secret_until) * 1000)::float8 as "previousSecretUntil"`;

const take = (
  leaseMs: string,
) => `status = 'sending', tries = d.tries + 1, attempts = d.attempts + 1,
    ended_at = null,
    next_attempt_at = clock_timestamp() + make_interval(secs => ${leaseMs}::float8 / 1000)`;

/**
 * What waits at the endpoints that are on, as many of each as may be sent at once. Of an endpoint that
 * takes nothing now, one at a time is enough to see whether it does again.
 */
const WAITING = `from webhook_endpoints e
    left join unnest($1::uuid[], $2::int[]) as busy(endpoint_id, n) on busy.endpoint_id = e.id
    cross join lateral (
      select d.workspace_id, d.id, d.next_attempt_at from webhook_deliveries d
      where d.workspace_id = e.workspace_id and d.endpoint_id = e.id and d.next_attempt_at is not null
      order by d.next_attempt_at
      limit greatest(0, case when e.failing_since is null then $3::int else 1 end
        - coalesce(busy.n, 0))) d
    where e.enabled`;

const CLAIM = `with candidates as (
    select d.workspace_id, d.id ${WAITING} and d.next_attempt_at <= clock_timestamp()
    order by d.next_attempt_at limit $5
  ), mine as (
    select d.workspace_id, d.id from webhook_deliveries d
      join candidates c on c.workspace_id = d.workspace_id and c.id = d.id
    where d.next_attempt_at <= clock_timestamp() for update of d skip locked
  )
  update webhook_deliveries d set ${take("$4")}
  from mine m, webhook_endpoints e
  where d.workspace_id = m.workspace_id and d.id = m.id
    and e.workspace_id = d.workspace_id and e.id = d.endpoint_id
  returning ${CLAIMED}`;

const DUE_IN = `select greatest(0, extract(epoch from min(d.next_attempt_at) - clock_timestamp()) * 1000)::float8 as ms
  ${WAITING}`;

/** How many calls of each endpoint are under way in this process, and how many may be. */
export type Busy = { endpoints: ReadonlyMap<string, number>; perEndpointMax: number };

const busyParams = ({ endpoints, perEndpointMax }: Busy) => [
  [...endpoints.keys()],
  [...endpoints.values()],
  perEndpointMax,
];

/**
 * Takes what is due, oldest first, for `leaseMs`: who does not say by then what came of it is taken
 * for dead, and the delivery is due again. Several processes share the work.
 */
export async function claimDeliveries(
  db: Db,
  options: Busy & { leaseMs: number; limit: number },
): Promise<Claimed[]> {
  const params = [...busyParams(options), options.leaseMs, options.limit];
  const rows = await db.$client.unsafe<Claimed[]>(CLAIM, params as never[], { prepare: true });
  return [...rows];
}

/** Milliseconds until something is due at an endpoint that is not busy; null when nothing waits. */
export async function deliveryDueInMs(db: Db, busy: Busy): Promise<number | null> {
  const [row] = await db.$client.unsafe<{ ms: number | null }[]>(
    DUE_IN,
    busyParams(busy) as never[],
    { prepare: true },
  );
  return row?.ms ?? null;
}

const CLAIM_ONE = `update webhook_deliveries d set ${take("$1")}
  from webhook_endpoints e
  where d.workspace_id = $2 and d.id = $3 and d.status = 'waiting'
    and e.workspace_id = d.workspace_id and e.id = d.endpoint_id
  returning ${CLAIMED}`;

/** Takes this one, also where its endpoint is off; undefined when it does not wait. */
export async function claimDelivery(
  tx: Tx,
  one: { workspaceId: WorkspaceId; id: string; leaseMs: number },
): Promise<Claimed | undefined> {
  const params = [one.leaseMs, one.workspaceId, one.id];
  const [row] = await tx.$client.unsafe<Claimed[]>(CLAIM_ONE, params);
  return row;
}

export type AttemptRow = {
  id: string;
  at: Date;
  durationMs: number;
  status: number | null;
  said: string;
};

const RECORD = `with logged as (
    insert into webhook_attempts (workspace_id, delivery_id, id, at, duration_ms, status, said)
    values ($1, $2, $3, $4::timestamptz, $5, $6, $7)
  )
  update webhook_deliveries set status = $8,
    next_attempt_at = $9::timestamptz, ended_at = case when $8 = 'waiting' then null else clock_timestamp() end
  where workspace_id = $1 and id = $2
    and ((status = 'sending' and attempts = $10) or ($8 = 'delivered' and status <> 'delivered'))
  returning id`;

/**
 * Logs an attempt and writes where its delivery stands after it; not over a later attempt, unless
 * this one was taken. Gives whether it was written.
 */
export async function recordAttempt(
  tx: Tx,
  { workspaceId, id, attempts }: Pick<Claimed, "workspaceId" | "id" | "attempts">,
  attempt: AttemptRow,
  then: { status: DeliveryStatus; nextAttemptAt: Date | null },
): Promise<boolean> {
  const rows = await tx.$client.unsafe(RECORD, [
    workspaceId,
    id,
    attempt.id,
    attempt.at.toISOString(),
    attempt.durationMs,
    attempt.status,
    attempt.said,
    then.status,
    then.nextAttemptAt?.toISOString() ?? null,
    attempts,
  ]);
  return rows.length > 0;
}

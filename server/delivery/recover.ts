import { ATTEMPTS_MAX } from "@/core/delivery/attempts";
import { RenderedContent } from "@/core/delivery/rendered-content";
import { MessageRequest } from "@/core/delivery/request";
import type { WorkspaceId } from "@/core/ids";
import { EmailLayout } from "@/core/template/email-layout";
import { type Instant, MINUTE_MS, SECOND_MS } from "@/core/time";
import { inTransaction, type Tx } from "@/db/client";
import { Brand } from "@/db/schema";
import { isLockHeld } from "@/db/session-lock";
import { databaseNow } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { announceMessage } from "@/server/live/announce";
import type { ProviderRegistry } from "@/server/providers/registry";
import { tellMessage } from "@/server/webhooks/tell";
import { followCarriers } from "./carried";
import { type CarriedOn, isPast, stillOpen, withCarried } from "./carried-on";
import { handOver } from "./hand-over";
import { jsonText } from "./json-text";
import { ALONE } from "./lots";
import { brandOf, type Parcel } from "./parcel";
import { type Reported, reportOutcomes } from "./reports";

/** A worker without a sign of life for this long is taken for dead, whatever locks say. */
export const WORKER_DEAD_MS = 10 * SECOND_MS;
/** After a restart of the database living workers first take their locks again. */
const LOCKS_SETTLE_MS = 3 * SECOND_MS;
/** No attempt of a living worker takes this long: its outcome could not be written. */
export const ATTEMPT_LOST_MS = 3 * MINUTE_MS;
const BATCH_MAX = 200;

/** Held by a worker while it lives: who finds it free knows at once that the worker is gone. */
export const workerLock = (workerId: string): string => `worker/${workerId}`;

type Row = {
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
  /** When the earliest attempt of unknown end was. */
  maybeSince: Instant;
  now: Instant;
  plannedAt: Instant;
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

const COLUMNS = `m.workspace_id as "workspaceId", m.id, m.case_id as "caseId", m.person_id as "personId",
    m.step, m.visit, m.channel, m.request, m.to_address as "to", m.content, m.provider, m.attempts, m.batch,
    m.carrier_id is not null as carries,
    coalesce((m.params ->> 'maybeSince')::float8,
      least(extract(epoch from m.attempt_at), extract(epoch from clock_timestamp())) * 1000)::float8
      as "maybeSince", (extract(epoch from clock_timestamp()) * 1000)::float8 as now,
    (extract(epoch from m.planned_at) * 1000)::float8 as "plannedAt", c.status,
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
      or (m.attempt_at < ${ago(WORKER_DEAD_MS)}
        and (k.heartbeat_at is null or k.heartbeat_at < ${ago(WORKER_DEAD_MS)})) as silent) s`;

const SELECT = `select ${COLUMNS}
  where m.status = 'sending' and (m.carrier_id is null or m.carrier_id = m.id) and (s.silent or (
    m.attempt_by <> $1::uuid and pg_postmaster_start_time() < ${ago(LOCKS_SETTLE_MS)}
      and not ${isLockHeld("'worker/' || m.attempt_by")}))
  order by m.attempt_at limit ${BATCH_MAX} for update of c, m skip locked`;

/** All of these batches that are in flight: one worker has the whole of a batch, so all of it is lost. */
const SELECT_BATCHES = `select ${COLUMNS}
  where m.status = 'sending' and m.batch = any($1::uuid[]) for update of c, m skip locked`;

const COUNT_BATCHES = `
  select batch, count(*)::int as n from messages
   where status = 'sending' and batch = any($1::uuid[]) group by batch`;

const TAKE_OVER = `
  update messages m set attempt_by = $1::uuid, attempt_at = clock_timestamp(),
      attempts = m.attempts + 1, content = coalesce(u.content::jsonb, m.content),
      params = coalesce(m.params, '{}'::jsonb)
        || jsonb_build_object('maybeSent', true, 'maybeSince', u.since)
    from unnest($2::uuid[], $3::uuid[], $4::float8[], $5::text[])
      as u(workspace_id, id, since, content)
   where m.workspace_id = u.workspace_id and m.id = u.id`;

const GIVE_UP = `
  update messages m set status = 'unknown', code = 'fail.unknown', params = u.params::jsonb,
      decided_at = clock_timestamp(), attempt_by = null
    from unnest($1::uuid[], $2::uuid[], $3::text[]) as u(workspace_id, id, params)
   where m.workspace_id = u.workspace_id and m.id = u.id`;

type Whole = Row & { carried: readonly CarriedOn[] };
type Found = {
  parcel: Parcel;
  giveUp: string | null;
  carried: readonly CarriedOn[];
  /** Its words are other than those that are stored. */
  isShorter: boolean;
};
type Lost = Omit<Reported, "outcome"> & {
  id: string;
  carries: boolean;
  params: { why: string; provider: string };
};

/**
 * Messages whose worker died while it handed them over. A provider with idempotency is asked again
 * with the same key. For any other, and for a case that has been closed since, the message becomes
 * `unknown` with the reason: it may have left, and a second copy or one after the end would be worse.
 * `smtpRetryUnknown` turns the former into another attempt. A list goes on without the matters that
 * are closed by now. Gives how many were found.
 */
export async function recover(
  ctx: Ctx,
  round: {
    workerId: string;
    providers: ProviderRegistry;
    /** Takes the calls off this call, so that a slow provider does not hold up the heartbeat. */
    background?: (calls: Promise<void>) => void;
  },
): Promise<{ found: number }> {
  const again = await inTransaction(ctx.db, async (tx) => {
    const gone = await withCarried(
      tx,
      await withWholeBatches(tx, await tx.$client.unsafe<Row[]>(SELECT, [round.workerId])),
    );
    const workspaces = new Map(gone.map((row) => [row.workspaceId, row.accountsRevision]));
    await round.providers.load(
      tx,
      [...workspaces].map(([id, accountsRevision]) => ({ id, accountsRevision })),
    );
    const rows = gone.filter((row) => row.silent || isIdempotent(row, round.providers));
    if (rows.length === 0) return { found: 0, parcels: [] };
    const found = rows.map((row) => judge(row, round.providers));
    const lost = found.flatMap(lostOf);
    const going = found.filter((f) => f.giveUp === null);
    const parcels = going.map((f) => f.parcel);
    await giveUp(ctx, tx, lost);
    const columns = [
      parcels.map((p) => p.workspaceId),
      parcels.map((p) => p.id),
      parcels.map((p) => p.maybeSince),
      going.map((f) => (f.isShorter ? jsonText(f.parcel.content) : null)),
    ];
    if (parcels.length > 0) await tx.$client.unsafe(TAKE_OVER, [round.workerId, ...columns]);
    return { found: rows.length, parcels };
  });
  if (again.found > 0) {
    ctx.log.warn({ found: again.found, again: again.parcels.length }, "recovered messages");
  }
  const calls = handOver(ctx, { ...round, recovered: true }, again.parcels);
  if (round.background) round.background(calls);
  else await calls;
  return { found: again.found };
}

/**
 * A call with several messages is repeated with all of them that are still in flight, or not now:
 * were it repeated with some, nobody could tell of the others whether they were in it.
 */
async function withWholeBatches(tx: Tx, rows: readonly Row[]): Promise<Row[]> {
  const isBatch = (batch: string | null): batch is string => batch !== null && batch !== ALONE;
  const single = rows.filter(({ batch }) => !isBatch(batch));
  const batches = [...new Set(rows.map(({ batch }) => batch).filter(isBatch))];
  if (batches.length === 0) return single;
  const found = await tx.$client.unsafe<Row[]>(SELECT_BATCHES, [batches]);
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

/** For any other, a lost lock alone is no proof: a living worker may just have lost its connection. */
const isIdempotent = (row: Row, providers: ProviderRegistry): boolean =>
  providers.byName(row.workspaceId, row.provider)?.idempotent === true;

function judge({ carried, ...row }: Whole, providers: ProviderRegistry): Found {
  const request = MessageRequest.parse(row.request);
  const stored = RenderedContent.parse(row.content);
  const open = stillOpen(stored, { ...row, request }, carried);
  const { workspaceName, workspaceLocale, brand, layout, ...about } = row;
  const { topicKey, topicName, status, silent, ...rest } = about;
  const { accountsRevision: _, now: __, ...message } = rest;
  const parcel: Parcel = {
    ...message,
    request,
    attempts: row.attempts + 1,
    maybeSent: true,
    content: open ?? stored,
    brand: brandOf(
      { name: workspaceName, locale: workspaceLocale, brand: Brand.safeParse(brand).data ?? {} },
      EmailLayout.safeParse(layout).data,
    ),
    topic: topicKey === null ? null : { key: topicKey, name: topicName ?? topicKey },
  };
  const giveUp = whyNotAgain(row, open !== null, providers);
  return { parcel, giveUp, carried, isShorter: parcel.content !== stored };
}

function whyNotAgain(row: Row, isOpen: boolean, providers: ProviderRegistry): string | null {
  const provider = providers.byName(row.workspaceId, row.provider);
  if (!provider) return "no_provider";
  if (!isOpen) return "case_closed";
  if (row.attempts >= ATTEMPTS_MAX) return "attempts";
  const { idempotentForMs = Number.POSITIVE_INFINITY } = provider;
  if (row.now - row.maybeSince > idempotentForMs) return "key_expired";
  return provider.idempotent || provider.whenUnknown === "retry" ? null : "not_idempotent";
}

/** What is given up: a message with all it carries, or of a list what is closed by now. */
function lostOf({ parcel, giveUp: why, carried }: Found): Lost[] {
  const { provider } = parcel;
  if (why !== null) return [{ ...parcel, params: { why, provider } }];
  const params = { why: "case_closed", provider };
  return carried.filter(isPast).map((message) => ({ ...message, carries: false, params }));
}

async function giveUp(ctx: Ctx, tx: Tx, lost: readonly Lost[]): Promise<void> {
  if (lost.length === 0) return;
  await tx.$client.unsafe(GIVE_UP, [
    lost.map(({ workspaceId }) => workspaceId),
    lost.map(({ id }) => id),
    lost.map(({ params }) => jsonText(params)),
  ]);
  for (const message of lost) {
    announceMessage(tx, message, "unknown");
    tellMessage(tx, message, "unknown");
  }
  const carriers = lost.filter(({ carries }) => carries);
  const followed = await followCarriers(tx, carriers);
  const reported = lost.map((message) => ({ ...message, outcome: "sent" as const }));
  await reportOutcomes(ctx, tx, [...reported, ...followed], await databaseNow(tx));
}

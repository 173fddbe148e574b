import {
  type Blame,
  type Circuit,
  PROBE_FIRST_MS,
  PROBE_LEASE_MS,
  PROBE_MS_MAX,
} from "@/core/channel/circuit";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";

/** Stands for all workspaces: what the environment names serves every one. */
export const NO_WORKSPACE = "00000000-0000-0000-0000-000000000000" as WorkspaceId;

/** A provider as all workers know it; `workspaceId` is `NO_WORKSPACE` for one of the environment. */
export type ProviderKey = { workspaceId: WorkspaceId; provider: string };

export type Troubled = ProviderKey & {
  circuit: Circuit | null;
  /** Milliseconds from now until the next look is due; negative when it is. */
  retryInMs: number;
  /** Milliseconds for which it asked for no calls. */
  quietMs: number;
};

const TROUBLED_MAX = 1_000;
const LONGEST_DOUBLING = 10;
const ERROR_CHARS_MAX = 300;

const ms = (value: string) => `(extract(epoch from ${value}) * 1000)::float8`;
const after = (parameter: string) => `clock_timestamp() + ${parameter} * interval '1 millisecond'`;

type Row = ProviderKey & {
  state: Circuit["state"] | "closed";
  blame: Blame | null;
  openedAt: number | null;
  retryAt: number | null;
  lastError: string | null;
  retryInMs: number | null;
  quietMs: number | null;
};

/** All that are down or asked for no calls: few, and mostly none. */
export async function listTroubled(db: Db | Tx): Promise<Troubled[]> {
  const rows = await db.$client.unsafe<Row[]>(
    `select workspace_id as "workspaceId", provider, state, blame, ${ms("opened_at")} as "openedAt",
       ${ms("retry_at")} as "retryAt", last_error as "lastError",
       ${ms("retry_at - clock_timestamp()")} as "retryInMs",
       ${ms("quiet_until - clock_timestamp()")} as "quietMs"
     from provider_health where state <> 'closed' or quiet_until > statement_timestamp()
     limit ${TROUBLED_MAX}`,
    [],
    { prepare: true },
  );
  return rows.map(({ workspaceId, provider, state, quietMs, retryInMs, ...row }) => ({
    workspaceId,
    provider,
    circuit:
      state === "closed"
        ? null
        : {
            state,
            blame: row.blame ?? "outage",
            openedAt: row.openedAt ?? 0,
            retryAt: row.retryAt ?? 0,
            lastError: row.lastError ?? "",
          },
    retryInMs: retryInMs ?? 0,
    quietMs: Math.max(0, quietMs ?? 0),
  }));
}

/** A provider that is down, as a workspace sees it. */
export type DownProvider = ProviderKey & {
  blame: Blame;
  openedAt: Date;
  lastError: string;
  /** Messages of this workspace that wait for it. */
  waiting: number;
};

/** What is down of a workspace's accounts and of the environment's providers. */
export async function listDown(db: Db, workspaceId: WorkspaceId): Promise<DownProvider[]> {
  const rows = await db.$client.unsafe<
    (Omit<DownProvider, "openedAt"> & { openedAt: number | null })[]
  >(
    `select h.workspace_id as "workspaceId", h.provider, coalesce(h.blame, 'outage') as blame,
       ${ms("h.opened_at")} as "openedAt", coalesce(h.last_error, '') as "lastError",
       (select count(*)::int from messages m
         where m.workspace_id = $1 and m.status = 'held' and m.code = 'held.provider_down'
           and m.params ->> 'provider' = h.provider) as waiting
     from provider_health h
     where h.workspace_id = any($2::uuid[]) and h.state <> 'closed'
     order by h.opened_at limit ${TROUBLED_MAX}`,
    [workspaceId, [workspaceId, NO_WORKSPACE]],
  );
  return rows.map(({ openedAt, ...row }) => ({ ...row, openedAt: new Date(openedAt ?? 0) }));
}

/**
 * Says that a provider is down, or that the look at it failed. A call that began before it was found
 * down changes nothing. `waitMs` is the least time until the next look.
 */
export async function openCircuit(
  db: Db | Tx,
  { workspaceId, provider }: ProviderKey,
  { blame, error, waitMs }: { blame: Blame; error: string; waitMs: number },
): Promise<void> {
  const delay = (failures: string) =>
    after(
      `greatest($5::float8, least(${PROBE_FIRST_MS} * power(2, least(${failures}, ${LONGEST_DOUBLING})), ${PROBE_MS_MAX}))`,
    );
  await db.$client.unsafe(
    `insert into provider_health as h
       (workspace_id, provider, state, blame, opened_at, retry_at, last_error)
     values ($1, $2, 'open', $3, clock_timestamp(), ${delay("0")}, $4)
     on conflict (workspace_id, provider) do update set state = 'open', blame = $3, last_error = $4,
       opened_at = case when h.state = 'closed' then clock_timestamp() else h.opened_at end,
       failures = case when h.state = 'closed' then 0 else h.failures + 1 end,
       retry_at = case when h.state = 'closed' then ${delay("0")} else ${delay("h.failures + 1")} end
     where h.state <> 'open'`,
    [workspaceId, provider, blame, error.slice(0, ERROR_CHARS_MAX), waitMs],
  );
}

/** Whether the caller may look now, with one message, if the provider is there again. */
export async function takeProbe(
  db: Db | Tx,
  { workspaceId, provider }: ProviderKey,
): Promise<boolean> {
  const rows = await db.$client.unsafe(
    `update provider_health set state = 'half_open', retry_at = ${after(`${PROBE_LEASE_MS}`)}
      where workspace_id = $1 and provider = $2 and state <> 'closed'
        and retry_at <= clock_timestamp() returning 1`,
    [workspaceId, provider],
  );
  return rows.length > 0;
}

/** A probe that was not made gives its turn back. */
export async function returnProbe(
  db: Db | Tx,
  { workspaceId, provider }: ProviderKey,
): Promise<void> {
  await db.$client.unsafe(
    `update provider_health set state = 'open', retry_at = clock_timestamp()
      where workspace_id = $1 and provider = $2 and state = 'half_open'`,
    [workspaceId, provider],
  );
}

/**
 * The probe told nothing, since its own message was refused: one of those that wait is due now, to look
 * in its place.
 */
export async function passProbe(tx: Tx, key: ProviderKey): Promise<void> {
  await returnProbe(tx, key);
  await tx.$client.unsafe(
    `update messages m set deliver_at = clock_timestamp() from (${waitingFor(key)} limit 1
       for update skip locked) as w
      where m.workspace_id = w.workspace_id and m.id = w.id`,
    waitingParams(key),
  );
}

const isEverybodys = ({ workspaceId }: ProviderKey): boolean => workspaceId === NO_WORKSPACE;

/** Messages in the queue that wait for this provider. */
const waitingFor = (key: ProviderKey): string =>
  `select workspace_id, id from messages
    where status = 'held' and code = 'held.provider_down' and params ->> 'provider' = $1
      and deliver_at is not null ${isEverybodys(key) ? "" : "and workspace_id = $2"}`;

const waitingParams = (key: ProviderKey): string[] =>
  isEverybodys(key) ? [key.provider] : [key.provider, key.workspaceId];

/** The provider is there: what waited for it is due. Gives whether it was down. */
export async function closeCircuit(tx: Tx, key: ProviderKey): Promise<boolean> {
  const { workspaceId, provider } = key;
  const rows = await tx.$client.unsafe(
    `update provider_health set state = 'closed', blame = null, failures = 0, opened_at = null,
       retry_at = null, last_error = null
      where workspace_id = $1 and provider = $2 and state <> 'closed' returning 1`,
    [workspaceId, provider],
  );
  if (rows.length === 0) return false;
  // Others may hold some of them: those come back by themselves.
  await tx.$client.unsafe(
    `update messages m set deliver_at = clock_timestamp()
       from (${waitingFor(key)} for update skip locked) as w
      where m.workspace_id = w.workspace_id and m.id = w.id`,
    waitingParams(key),
  );
  return true;
}

/** No worker calls the provider for this long. */
export async function keepQuiet(
  db: Db | Tx,
  { workspaceId, provider }: ProviderKey,
  forMs: number,
): Promise<void> {
  await db.$client.unsafe(
    `insert into provider_health as h (workspace_id, provider, quiet_until)
     values ($1, $2, ${after("$3::float8")})
     on conflict (workspace_id, provider) do update
       set quiet_until = greatest(h.quiet_until, excluded.quiet_until)`,
    [workspaceId, provider, forMs],
  );
}

/** Turns to call a provider: the first after `waitMs`, the others `stepMs` apart. */
export type Turns = { granted: number; waitMs: number; stepMs: number };

// The expressions read the row as it is when its lock is held, so that takers stand in a line.
const TAKE = `
  update provider_health h set (next_call_at, granted) = (
    select b.at + g.n * $5::float8 * interval '1 millisecond', g.n
      from (select greatest(h.next_call_at, h.quiet_until, clock_timestamp()) as at) b
      cross join lateral (select least($3::int, greatest(0, 1 + floor(
        ($4::float8 - ${ms("b.at - clock_timestamp()")}) / $5::float8)))::int as n) g)
  where workspace_id = $1 and provider = $2
  returning granted, ${ms("next_call_at - clock_timestamp()")} as "nextInMs"`;

/**
 * Takes up to `calls` turns that begin within `withinMs`, at a distance of one `perSecond`-th of a
 * second from each other and from those of all other workers.
 */
export async function takeTurns(
  db: Db | Tx,
  { workspaceId, provider }: ProviderKey,
  { calls, perSecond, withinMs }: { calls: number; perSecond: number; withinMs: number },
): Promise<Turns> {
  const stepMs = 1_000 / perSecond;
  const take = () =>
    db.$client.unsafe<{ granted: number; nextInMs: number }[]>(
      TAKE,
      [workspaceId, provider, calls, withinMs, stepMs],
      { prepare: true },
    );
  let [row] = await take();
  if (!row) {
    await db.$client.unsafe(
      "insert into provider_health (workspace_id, provider) values ($1, $2) on conflict do nothing",
      [workspaceId, provider],
    );
    [row] = await take();
  }
  if (!row) return { granted: 0, waitMs: withinMs, stepMs };
  const { granted, nextInMs } = row;
  return { granted, waitMs: Math.max(0, nextInMs - granted * stepMs), stepMs };
}

import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import type { Tx } from "@/db/client";
import { inboxChanged } from "./inbox-word";

type Inbox = { workspaceId: WorkspaceId; personId: string };

/** Items of one inbox by id, or all that are shown and were last changed in a revision up to this one. */
export type Which = { ids: readonly string[] } | { upTo: number };

/** What a reader can do to items, each with what it sets and on which items it changes something. */
export type Mark = "seen" | "read" | "unread" | "archive" | "unarchive" | "snooze" | "unsnooze";

const NOW = "to_timestamp($4::float8 / 1000)";
const UNTIL = "to_timestamp($5::float8 / 1000)";
const SEEN = `seen_at = coalesce(seen_at, ${NOW})`;

const SETS: Record<Mark, { set: string; where: string }> = {
  seen: { set: SEEN, where: "seen_at is null" },
  read: { set: `${SEEN}, read_at = ${NOW}`, where: "read_at is null" },
  unread: { set: "read_at = null", where: "read_at is not null" },
  archive: { set: `${SEEN}, archived_at = ${NOW}`, where: "archived_at is null" },
  unarchive: { set: "archived_at = null", where: "archived_at is not null" },
  snooze: {
    set: `${SEEN}, archived_at = null, snoozed_until = ${UNTIL}, snoozed_at = ${NOW},
      test_clock = (select clock_at is not null from workspaces where id = $1::uuid)`,
    where: `(snoozed_until is distinct from ${UNTIL} or archived_at is not null)`,
  },
  unsnooze: { set: "snoozed_until = null, snoozed_at = null", where: "snoozed_until is not null" },
};

const MINE = "workspace_id = $1::uuid and person_id = $2";
const BY_IDS = "message_id = any($3::uuid[])";
const BY_REVISION = "archived_at is null and snoozed_until is null and revision <= $3::bigint";

/** Marks items; those of others and unknown ones are left alone alike. Gives the inbox's revision before. */
export async function markItems(
  tx: Tx,
  inbox: Inbox,
  mark: Mark,
  which: Which,
  moments: { now: Instant; until: Instant | null },
): Promise<number> {
  const { workspaceId, personId } = inbox;
  const mine = [workspaceId, personId];
  const run = (text: string, params: unknown[]) =>
    tx.$client.unsafe<{ revision: number }[]>(text, params as never[], { prepare: true });
  const [held] = await run(
    `select revision::float8 as revision from inboxes where ${MINE} for update`,
    mine,
  );
  if (!held) return 0;
  const { set, where } = SETS[mark];
  const [by, value] = "ids" in which ? [BY_IDS, which.ids] : [BY_REVISION, which.upTo];
  const { now, until } = moments;
  const given = [
    ...mine,
    value,
    ...(set.includes("$4") ? [now] : []),
    ...(mark === "snooze" ? [until] : []),
  ];
  const next = held.revision + 1;
  const changed = await run(
    `update inbox_items set ${set}, revision = ${next} where ${MINE} and ${by} and ${where} returning revision`,
    given,
  );
  if (changed.length === 0) return held.revision;
  await run(`update inboxes set revision = revision + 1 where ${MINE}`, mine);
  inboxChanged(tx, inbox);
  return held.revision;
}

/**
 * Notes on the messages that their reader has read them in the inbox: a human's open, for those who
 * agreed that opens are looked at. Before the inbox is locked, as everywhere. Gives whose opening is news.
 */
export async function noteRead(
  tx: Tx,
  { workspaceId, personId }: Inbox,
  which: Which,
  now: Instant,
): Promise<string[]> {
  const at = sql`to_timestamp(${now} / 1000.0)`;
  const by =
    "ids" in which
      ? sql`i.message_id = any(${sql.param(which.ids)}::uuid[])`
      : sql`i.archived_at is null and i.snoozed_until is null and i.revision <= ${which.upTo}`;
  const rows = await tx.execute<{ id: string; news: boolean }>(sql`
    with unread as (
      select m.id, p.tracking_consent and m.opened_by is distinct from 'human' as news
      from inbox_items i
      join messages m on m.workspace_id = i.workspace_id and m.id = i.message_id
      join people p on p.workspace_id = i.workspace_id and p.id = i.person_id
      where i.workspace_id = ${workspaceId} and i.person_id = ${personId} and ${by}
        and (m.read_at is null or (p.tracking_consent and m.opened_by is distinct from 'human'))
      order by m.id for update of m)
    update messages m set read_at = coalesce(m.read_at, ${at}),
      opened_by = case when u.news then 'human' else m.opened_by end,
      opened_at = case when u.news then ${at} else m.opened_at end
    from unread u where m.workspace_id = ${workspaceId} and m.id = u.id
    returning m.id, u.news`);
  return rows.filter(({ news }) => news).map(({ id }) => id);
}

/** Whose time passes, as in `Clock`: every live workspace's, or one sandbox's, which stands at `now`. */
type Passing = { kind: "live" } | { kind: "test"; workspaceId: WorkspaceId; now: Instant };

const DUE_LIVE = "snoozed_until <= statement_timestamp() and not test_clock and $1::text is null";
const DUE_TEST = `test_clock and workspace_id = $1::uuid and snoozed_until <= to_timestamp($2::float8 / 1000)`;

/** Brings back, unread, what was put off until now, at most so many inboxes at once; gives how many items. */
export async function endSnoozes(tx: Tx, clock: Passing, limit: number): Promise<number> {
  const isLive = clock.kind === "live";
  const due = isLive ? DUE_LIVE : DUE_TEST;
  const given = isLive ? [null] : [clock.workspaceId, clock.now];
  type Found = { workspaceId: WorkspaceId; personId: string; items: number }[];
  const run = async (text: string, params: unknown[]) =>
    (await tx.$client.unsafe(text, params as never[], { prepare: true })) as unknown as Found;
  const people = await run(
    `select distinct workspace_id as "workspaceId", person_id as "personId" from
       (select workspace_id, person_id from inbox_items where ${due} order by snoozed_until limit ${limit}) d`,
    given,
  );
  if (people.length === 0) return 0;
  const columns = [people.map((one) => one.workspaceId), people.map((one) => one.personId)];
  const whose = (first: number) => `unnest($${first}::uuid[], $${first + 1}::text[]) as u(w, p)`;
  await run(
    `select 1 from inboxes b join ${whose(1)} on u.w = b.workspace_id and u.p = b.person_id
     order by b.workspace_id, b.person_id for update of b`,
    columns,
  );
  const back = await run(
    `with back as (
       update inbox_items i set snoozed_until = null, read_at = null, seen_at = null,
         revision = b.revision + 1
       from inboxes b join ${whose(given.length + 1)} on u.w = b.workspace_id and u.p = b.person_id
       where i.workspace_id = b.workspace_id and i.person_id = b.person_id
         and ${due.replaceAll(/\b(snoozed_until|test_clock|workspace_id)\b/g, "i.$1")}
       returning i.workspace_id, i.person_id)
     update inboxes b set revision = b.revision + 1
     from (select workspace_id, person_id, count(*)::int as items from back group by 1, 2) g
     where b.workspace_id = g.workspace_id and b.person_id = g.person_id
     returning b.workspace_id as "workspaceId", b.person_id as "personId", g.items`,
    [...given, ...columns],
  );
  for (const { workspaceId, personId } of back) inboxChanged(tx, { workspaceId, personId });
  return back.reduce((sum, { items }) => sum + items, 0);
}

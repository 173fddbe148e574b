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

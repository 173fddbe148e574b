import { sql } from "drizzle-orm";
import { actorWords } from "@/core/sentence/actor";
import type { Db, Tx } from "@/db/client";
import type { Link } from "./link";
import { readerList } from "./reader-format";
import { publicWords } from "./words";

/** More people than this are only counted. */
const NAMES_SHOWN_MAX = 3;

const STORED = /^(person|operator|event|api):(.+)$/s;

/**
 * The name behind `closed_by` or `acknowledged_by`, for a customer's eyes: a person or an operator by
 * name, “you”, or the sender's system. Null when the plan itself did it, or nobody is named.
 */
export async function nameOfDoer(
  db: Db | Tx,
  link: Link,
  stored: string | null,
): Promise<string | null> {
  if (stored === null || stored === "plan") return null;
  const { locale, workspace, person } = link;
  const words = publicWords(locale).stale;
  const [, kind = "person", id = stored] = STORED.exec(stored) ?? [];
  if (kind === "event" || kind === "api") return words.bySystem(workspace.name);
  if (kind === "person" && id === person.id) return words.you;
  const name = kind === "operator" ? await operatorName(db, id) : await personName(db, link, id);
  return actorWords(name ?? workspace.name, locale)?.name ?? workspace.name;
}

async function operatorName(db: Db | Tx, id: string): Promise<string | undefined> {
  const [row] = await db.execute<{ name: string }>(
    sql`select name from operators where id = ${id}`,
  );
  return row?.name;
}

async function personName(db: Db | Tx, link: Link, id: string): Promise<string | undefined> {
  const [row] = await db.execute<{ name: string | null }>(sql`
    select name from people where workspace_id = ${link.workspaceId} and id = ${id}`);
  return row?.name ?? undefined;
}

export type Told = { names: string[]; reader: boolean };

/**
 * Who gets a message because the case was closed: the others by name, and whether the reader does.
 * Those who are only told if they had been told before count when they were.
 */
export async function toldOfEnding(db: Db | Tx, link: Link): Promise<Told> {
  const { workspaceId, message, person } = link;
  const rows = await db.execute<{ id: string; name: string | null }>(sql`
    select distinct on (m.person_id) m.person_id as id, p.name
    from messages m
    join cases c on c.workspace_id = m.workspace_id and c.id = m.case_id
    left join people p on p.workspace_id = m.workspace_id and p.id = m.person_id
    where m.workspace_id = ${workspaceId} and m.case_id = ${message.caseId}
      and (m.request->>'ending')::bool and m.planned_at >= c.closed_at
      and not coalesce((m.request->>'ghost')::bool, false)
      and m.status not in ('not_sent', 'failed')
      and (m.request->>'audience' <> 'involved' or exists (
        select 1 from messages t
        where t.workspace_id = m.workspace_id and t.case_id = m.case_id and t.id <> m.id
          and t.person_id = m.person_id and t.status in ('sending', 'sent', 'delivered', 'unknown')))
    order by m.person_id`);
  const others = rows.filter(({ id }) => id !== person.id);
  return {
    names: others.map(({ id, name }) => name ?? id),
    reader: others.length < rows.length,
  };
}

/** The people the case was escalated to last, and when; empty when that was not to people. */
export async function escalatedTo(
  db: Db | Tx,
  link: Link,
  level: number,
): Promise<{ names: string[]; at: number | null }> {
  const { workspaceId, message } = link;
  const rows = await db.execute<{ id: string; name: string | null; at: number }>(sql`
    with last as (
      select visit, planned_at from messages
      where workspace_id = ${workspaceId} and case_id = ${message.caseId}
        and request->>'audience' = 'escalation' and (request->>'level')::int = ${level}
      order by planned_at desc limit 1)
    select distinct on (m.person_id) m.person_id as id, p.name,
      round(date_part('epoch', m.planned_at) * 1000)::float8 as at
    from messages m join last l on l.visit = m.visit and l.planned_at = m.planned_at
    left join people p on p.workspace_id = m.workspace_id and p.id = m.person_id
    where m.workspace_id = ${workspaceId} and m.case_id = ${message.caseId}
      and m.request->>'audience' = 'escalation'
    order by m.person_id`);
  return { names: rows.map(({ id, name }) => name ?? id), at: rows[0]?.at ?? null };
}

/** “Ana, Ben and 3 others”; null for nobody. */
export function namesText(names: readonly string[], locale: string): string | null {
  if (names.length === 0) return null;
  const shown = names.length > NAMES_SHOWN_MAX + 1 ? names.slice(0, NAMES_SHOWN_MAX) : [...names];
  const rest = names.length - shown.length;
  if (rest > 0) shown.push(publicWords(locale).result.others(rest));
  return readerList(shown, locale);
}

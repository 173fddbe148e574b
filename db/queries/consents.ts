import { randomUUID } from "node:crypto";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { assert } from "@/core/assert";
import type { WorkspaceId } from "@/core/ids";
import type { Channel } from "@/core/template/channel";
import type { Db, Tx } from "@/db/client";
import { consents } from "@/db/schema/people";
import { consentProof, personalDigest } from "./consent-proof";
import { afterMoment, microsOf, type Page, type PageOf, pageOf } from "./page";

export type ConsentRow = typeof consents.$inferSelect;

/** What a person agreed to and withdrew, newest first. The ledger only grows. */
export async function listConsents(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personId: string,
  page: Page,
): Promise<PageOf<ConsentRow>> {
  const rows = await db
    .select({ row: consents, micros: microsOf(sql`${consents.at}`) })
    .from(consents)
    .where(
      and(
        eq(consents.workspaceId, workspaceId),
        eq(consents.personId, personId),
        afterMoment(sql`${consents.at}`, sql`${consents.id}::text`, page),
      ),
    )
    .orderBy(desc(consents.at), desc(sql`${consents.id}::text`))
    .limit(page.limit + 1);
  const found = pageOf(rows, page.limit, ({ row, micros }) => [micros, row.id]);
  return { rows: found.rows.map(({ row }) => row), nextCursor: found.nextCursor };
}

export type NewConsent = Pick<
  ConsentRow,
  "personId" | "id" | "channel" | "topic" | "granted" | "source"
> &
  Partial<Pick<ConsentRow, "legalBasis" | "address" | "wording" | "actor" | "evidence">>;

/**
 * Writes down what a person agreed to or withdrew, now: the only way into the ledger. Entries of one
 * person follow one after the other, each with its proof. Gives them as they are kept.
 */
export async function insertConsents(
  tx: Tx,
  workspaceId: WorkspaceId,
  entries: readonly NewConsent[],
): Promise<ConsentRow[]> {
  const written: ConsentRow[] = [];
  for (const [personId, theirs] of Map.groupBy(entries, (entry) => entry.personId)) {
    const last = await holdLedger(tx, workspaceId, personId);
    let { proof, at } = last;
    for (const entry of theirs) {
      // Later than the one before, whatever the clock says: the order is part of the proof.
      at = new Date(Math.max(last.now, at.getTime() + 1));
      const said = { ...BARE, ...entry };
      const salt = randomUUID();
      const row = { ...said, at, salt, digest: personalDigest(salt, said) };
      proof = consentProof(proof, row);
      const kept = { workspaceId, ...row, proof };
      await tx.insert(consents).values(kept);
      written.push(kept);
    }
  }
  return written;
}

const BARE = {
  legalBasis: "consent" as const,
  address: null,
  wording: null,
  actor: null,
  evidence: {},
};

/** Nobody else writes to this person's ledger until the transaction ends. */
async function holdLedger(tx: Tx, workspaceId: WorkspaceId, personId: string) {
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(${`${workspaceId}/consents/${personId}`}, 0))`);
  const [row] = await tx.execute<{ now: number; proof: string | null; at: string | null }>(sql`
    select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now, l.proof, l.at::text
    from (select 1) one left join lateral (
      select proof, at from consents
      where workspace_id = ${workspaceId} and person_id = ${personId}
      order by at desc, id desc limit 1) l on true`);
  return {
    now: row?.now ?? 0,
    proof: row?.proof ?? "",
    at: row?.at ? new Date(row.at) : new Date(0),
  };
}

/** One entry, as `insertConsents`. */
export async function insertConsent(
  tx: Tx,
  workspaceId: WorkspaceId,
  consent: NewConsent,
): Promise<ConsentRow> {
  const [row] = await insertConsents(tx, workspaceId, [consent]);
  assert(row !== undefined, "one entry was written");
  return row;
}

/** A person's whole ledger, oldest first, as far as `max` goes. */
export const listLedger = (
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personId: string,
  max: number,
): Promise<ConsentRow[]> =>
  db
    .select()
    .from(consents)
    .where(and(eq(consents.workspaceId, workspaceId), eq(consents.personId, personId)))
    .orderBy(consents.at, consents.id)
    .limit(max);

/** Whether one of these people has an entry whose evidence bears this id: the word was written down before. */
export async function hasEvidence(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personIds: readonly string[],
  channel: Channel,
  id: string,
): Promise<boolean> {
  const rows = await db
    .select({ id: consents.id })
    .from(consents)
    .where(
      and(
        eq(consents.workspaceId, workspaceId),
        inArray(consents.personId, [...personIds]),
        eq(consents.channel, channel),
        sql`${consents.evidence}->>'id' = ${id}`,
      ),
    )
    .limit(1);
  return rows.length > 0;
}

const WORDS_READ_MAX = 500;

/** What a person said about a channel, by topic or about all of it; newest first. */
export const listWords = (
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personId: string,
  channel: Channel,
): Promise<{ topic: string | null; granted: boolean }[]> =>
  db
    .select({ topic: consents.topic, granted: consents.granted })
    .from(consents)
    .where(
      and(
        eq(consents.workspaceId, workspaceId),
        eq(consents.personId, personId),
        eq(consents.channel, channel),
      ),
    )
    .orderBy(desc(consents.at), desc(consents.id))
    .limit(WORDS_READ_MAX);

/** The newest word of each of these people about a whole channel; null of those who said none. */
export async function listNewestWords(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personIds: readonly string[],
  channel: Channel,
): Promise<{ personId: string; granted: boolean | null }[]> {
  return db.execute(sql`
    select p.id as "personId", c.granted from unnest(${sql.param([...personIds])}::text[]) as p(id)
    left join lateral (
      select granted from consents
      where workspace_id = ${workspaceId} and person_id = p.id and channel = ${channel}
        and topic is null
      order by at desc, id desc limit 1) c on true
    order by p.id`);
}

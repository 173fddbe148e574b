import { and, desc, eq, ne, type SQL, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { caseDecisions, cases } from "@/db/schema/cases";
import { messages } from "@/db/schema/messages";
import type { MessageRow } from "./messages";
import { afterMoment, microsOf, type Page, type PageOf, pageOf } from "./page";

type Case = { id: string; number: number; subject: string };
type Decided = Pick<typeof caseDecisions.$inferSelect, "entries">;

export type PersonTimelineRow = { id: string; at: Date; micros: string; case: Case } & (
  | ({ kind: "decision" } & Decided)
  | { kind: "message"; message: MessageRow }
);

const matter = { id: cases.id, number: cases.number, subject: cases.subject };
/** Sent or decided; what is still planned has not happened. */
const happenedAt = sql<Date>`coalesce(${messages.sentAt}, ${messages.decidedAt})`.mapWith(
  messages.sentAt,
);

/**
 * What happened around a person, newest first: every decision and message of their cases, and the
 * messages they got for the cases of others.
 */
export async function listPersonTimeline(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personId: string,
  page: Page,
): Promise<PageOf<PersonTimelineRow>> {
  const theirs = and(eq(cases.workspaceId, workspaceId), eq(cases.personId, personId));
  const ofOthers = and(
    eq(messages.workspaceId, workspaceId),
    eq(messages.personId, personId),
    ne(cases.personId, personId),
  );
  const found = await Promise.all([
    decisionsOf(db, theirs, page),
    messagesOf(db, theirs, page),
    messagesOf(db, ofOthers, page),
  ]);
  const rows = found.flat().sort((a, b) => {
    const [left, right] = [BigInt(a.micros), BigInt(b.micros)];
    if (left !== right) return left > right ? -1 : 1;
    return a.id > b.id ? -1 : 1;
  });
  return pageOf(rows, page.limit, ({ micros, id }) => [micros, id]);
}

async function decisionsOf(
  db: Db | Tx,
  which: SQL | undefined,
  page: Page,
): Promise<PersonTimelineRow[]> {
  const { at, id } = caseDecisions;
  const rows = await db
    .select({ id, at, micros: microsOf(sql`${at}`), entries: caseDecisions.entries, case: matter })
    .from(cases)
    .innerJoin(
      caseDecisions,
      and(eq(caseDecisions.workspaceId, cases.workspaceId), eq(caseDecisions.caseId, cases.id)),
    )
    .where(and(which, afterMoment(sql`${at}`, sql`${id}::text`, page)))
    .orderBy(desc(at), desc(sql`${id}::text`))
    .limit(page.limit + 1);
  return rows.map((row) => ({ kind: "decision", ...row }));
}

async function messagesOf(
  db: Db | Tx,
  which: SQL | undefined,
  page: Page,
): Promise<PersonTimelineRow[]> {
  const id = sql`${messages.id}::text`;
  const rows = await db
    .select({ message: messages, at: happenedAt, micros: microsOf(happenedAt), case: matter })
    .from(messages)
    .innerJoin(
      cases,
      and(eq(cases.workspaceId, messages.workspaceId), eq(cases.id, messages.caseId)),
    )
    .where(and(which, sql`${happenedAt} is not null`, afterMoment(happenedAt, id, page)))
    .orderBy(desc(happenedAt), desc(id))
    .limit(page.limit + 1);
  return rows.map((row) => ({ kind: "message", id: row.message.id, ...row }));
}

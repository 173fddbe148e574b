import { and, desc, eq, inArray, ne, or, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { cases } from "@/db/schema/cases";
import { events } from "@/db/schema/events";
import { messages } from "@/db/schema/messages";
import { auditLog } from "@/db/schema/operations";
import type { CaseListRow } from "./cases";

const RELATED_MAX = 8;
const EVENTS_MAX = 20;
/** The person's newest events that are looked through for this case. */
const EVENTS_READ_MAX = 500;
const AUDIT_MAX = 20;

type OfCase = Pick<CaseListRow, "workspaceId" | "id" | "personId" | "workflow" | "key">;

/** Other cases of the same person, and open ones about the same thing, newest first. */
export async function listRelatedCases(db: Db | Tx, row: OfCase): Promise<CaseListRow[]> {
  const same = eq(cases.personId, row.personId);
  return db
    .select()
    .from(cases)
    .where(
      and(
        eq(cases.workspaceId, row.workspaceId),
        ne(cases.id, row.id),
        row.key === null
          ? same
          : or(
              same,
              and(
                eq(cases.workflow, row.workflow),
                eq(cases.key, row.key),
                eq(cases.status, "open"),
              ),
            ),
      ),
    )
    .orderBy(desc(cases.id))
    .limit(RELATED_MAX);
}

/** Events that opened, answered or closed this case, newest first: those it names, and the person's that name it. */
export async function listEventsOfCase(db: Db | Tx, row: OfCase, ids: readonly string[]) {
  const theirs = db
    .select({ id: events.id, result: events.result })
    .from(events)
    .where(and(eq(events.workspaceId, row.workspaceId), eq(events.personId, row.personId)))
    .orderBy(desc(events.id))
    .limit(EVENTS_READ_MAX)
    .as("theirs");
  const about = db
    .select({ id: theirs.id })
    .from(theirs)
    .where(sql`${theirs.result}::text like ${`%${row.id}%`}`);
  const named = [...ids].slice(0, EVENTS_READ_MAX);
  return db
    .select()
    .from(events)
    .where(
      and(
        eq(events.workspaceId, row.workspaceId),
        named.length === 0
          ? inArray(events.id, about)
          : or(inArray(events.id, named), inArray(events.id, about)),
      ),
    )
    .orderBy(desc(events.id))
    .limit(EVENTS_MAX);
}

/** What operators and the API did to this case, newest first. */
export async function listAuditOfCase(db: Db | Tx, row: OfCase) {
  return db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.workspaceId, row.workspaceId), eq(auditLog.target, row.id)))
    .orderBy(desc(auditLog.id))
    .limit(AUDIT_MAX);
}

/** A message of this case that has not left, as the engine names it. */
export async function findWaitingMessage(
  db: Db | Tx,
  { workspaceId, id }: Pick<OfCase, "workspaceId" | "id">,
  messageId: string,
) {
  const [row] = await db
    .select({
      step: messages.step,
      visit: messages.visit,
      channel: messages.channel,
      personId: messages.personId,
    })
    .from(messages)
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        eq(messages.caseId, id),
        eq(messages.id, messageId),
        inArray(messages.status, ["planned", "held"]),
      ),
    );
  return row;
}

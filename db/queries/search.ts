import { and, desc, eq, ilike, inArray, isNull, like, or, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { cases } from "@/db/schema/cases";
import { contactPoints, people } from "@/db/schema/people";
import { workflows } from "@/db/schema/workflows";
import { containing } from "./page";

/** Rows of each kind that a search gives at most. */
export const FOUND_MAX = 6;
/** Parts of words are looked for in this many of the newest cases; a number or a key finds any. */
const CASES_SCANNED_MAX = 5_000;
const PEOPLE_SCANNED_MAX = 20_000;

const startingWith = (text: string): string => `${text.replace(/[\\%_]/g, "\\$&")}%`;

export type FoundCase = {
  number: number;
  subject: string;
  key: string | null;
  status: "open" | "resolved" | "expired" | "canceled";
};

/** Cases by their number (`C-1042`), key, person's id or a part of the subject; exact ones first, then the newest. */
export async function searchCases(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  text: string,
): Promise<FoundCase[]> {
  const columns = {
    number: cases.number,
    subject: cases.subject,
    key: cases.key,
    status: cases.status,
  };
  const number = /^(?:c-)?(\d{1,9})$/i.exec(text)?.[1];
  const here = eq(cases.workspaceId, workspaceId);
  const newest = db
    .select({ id: cases.id, personId: cases.personId, ...columns })
    .from(cases)
    .where(here)
    .orderBy(desc(cases.id))
    .limit(CASES_SCANNED_MAX)
    .as("newest");
  const part = containing(text);
  const [exact, keyed, parts] = await Promise.all([
    number === undefined
      ? []
      : db
          .select(columns)
          .from(cases)
          .where(and(here, eq(cases.number, Number(number)))),
    db
      .select(columns)
      .from(cases)
      .where(and(here, eq(cases.status, "open"), eq(cases.key, text)))
      .limit(FOUND_MAX),
    db
      .select({
        number: newest.number,
        subject: newest.subject,
        key: newest.key,
        status: newest.status,
      })
      .from(newest)
      .where(or(ilike(newest.subject, part), ilike(newest.key, part), eq(newest.personId, text)))
      .orderBy(desc(newest.id))
      .limit(FOUND_MAX),
  ]);
  const byNumber = new Map([...exact, ...keyed, ...parts].map((row) => [row.number, row]));
  return [...byNumber.values()].slice(0, FOUND_MAX);
}

export type FoundPerson = { id: string; name: string | null; email: string | null };

/** People by id, address, or a part of the name; erased ones are not there. */
export async function searchPeople(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  text: string,
): Promise<FoundPerson[]> {
  const reached = text.includes("@")
    ? db
        .select({ id: contactPoints.personId })
        .from(contactPoints)
        .where(
          and(
            eq(contactPoints.workspaceId, workspaceId),
            eq(contactPoints.channel, "email"),
            like(contactPoints.address, startingWith(text.toLowerCase())),
          ),
        )
        .limit(FOUND_MAX)
    : db
        .select({ id: sql<string>`named.id`.as("id") })
        .from(
          db
            .select({ id: people.id, name: people.name })
            .from(people)
            .where(and(eq(people.workspaceId, workspaceId), isNull(people.erasedAt)))
            .limit(PEOPLE_SCANNED_MAX)
            .as("named"),
        )
        .where(sql`named.id = ${text} or named.name ilike ${containing(text)}
          or named.id ilike ${startingWith(text)}`)
        .limit(FOUND_MAX);
  const ids = await reached;
  if (ids.length === 0) return [];
  return db
    .select({
      id: people.id,
      name: people.name,
      email: sql<string | null>`(select ${contactPoints.address} from ${contactPoints}
        where ${contactPoints.workspaceId} = ${people.workspaceId}
          and ${contactPoints.personId} = ${people.id} and ${contactPoints.channel} = 'email'
        order by ${contactPoints.createdAt} desc limit 1)`,
    })
    .from(people)
    .where(
      and(
        eq(people.workspaceId, workspaceId),
        isNull(people.erasedAt),
        inArray(people.id, [...new Set(ids.map(({ id }) => id))]),
      ),
    );
}

/** Workflows by a part of the name or the key. */
export async function searchWorkflows(db: Db | Tx, workspaceId: WorkspaceId, text: string) {
  const part = containing(text);
  return db
    .select({ key: workflows.key, name: workflows.name, status: workflows.status })
    .from(workflows)
    .where(
      and(
        eq(workflows.workspaceId, workspaceId),
        or(ilike(workflows.name, part), ilike(workflows.key, part)),
      ),
    )
    .limit(FOUND_MAX);
}

import { type SQL, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import { cases } from "@/db/schema/cases";
import { messages } from "@/db/schema/messages";
import { type Between, between, type OneOf, oneOf } from "./column-clauses";

const WORDS = {
  status: messages.status,
  code: messages.code,
  channel: messages.channel,
  workflow: messages.workflow,
  stage: messages.stage,
  personId: messages.personId,
} as const;

/** One condition on messages; a list of them holds together. */
export type MessageClause =
  | ({ on: keyof typeof WORDS } & OneOf)
  | ({ on: "plannedAt" } & Between)
  /** Of the cases with these ids or numbers (`C-1042`). */
  | { on: "case"; refs: readonly string[]; not: boolean };

/** The clause as SQL on `messages`. */
export function messageClauseSql(workspaceId: WorkspaceId, clause: MessageClause): SQL {
  switch (clause.on) {
    case "plannedAt":
      return between(messages.plannedAt, clause);
    case "case":
      return ofCases(workspaceId, clause.refs, clause.not);
    default:
      return oneOf(WORDS[clause.on], clause);
  }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NUMBER = /^(?:C-)?(\d{1,9})$/i;

/** A text that names no case finds nothing. The ids come first, so that an index takes them. */
function ofCases(workspaceId: WorkspaceId, refs: readonly string[], not: boolean): SQL {
  const ids = refs.filter((ref) => UUID.test(ref));
  const numbers = refs.flatMap((ref) => NUMBER.exec(ref)?.[1] ?? []).map(Number);
  const found = sql`array(select ${cases.id} from ${cases}
    where ${cases.workspaceId} = ${workspaceId} and ${cases.number} = any(${sql.param(numbers)}::int[])
    union all select unnest(${sql.param(ids)}::uuid[]))`;
  return not ? sql`${messages.caseId} <> all(${found})` : sql`${messages.caseId} = any(${found})`;
}

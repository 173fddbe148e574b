import { and, eq, gt, inArray, isNotNull, isNull, lt, not, or, type SQL, sql } from "drizzle-orm";
import type { CaseFlag } from "@/core/filter/case-fields";
import { cases } from "@/db/schema/cases";
import { type Between, between, negatedIf, type OneOf, oneOf } from "./column-clauses";
import { containing } from "./page";
import { type CountedCases, type CountedIn, idsCountedIn } from "./tally-sums";

const WORDS = {
  status: cases.status,
  workflow: cases.workflow,
  stage: cases.stage,
  waitingFor: cases.waitingFor,
  priority: cases.priority,
  personId: cases.personId,
  ownerPersonId: cases.ownerPersonId,
  ownerTeam: cases.ownerTeam,
} as const;

const MOMENTS = {
  dueAt: cases.dueAt,
  nextActionAt: cases.nextActionAt,
  openedAt: cases.openedAt,
} as const;

const NUMBERS = { version: cases.version, level: cases.level } as const;

/** One condition on cases; a list of them holds together. */
export type CaseClause =
  | ({ on: keyof typeof WORDS } & OneOf)
  | ({ on: keyof typeof MOMENTS } & Between)
  | { on: keyof typeof MOMENTS; isSet: boolean }
  | { on: keyof typeof NUMBERS; op: "is" | "not" | "lt" | "gt"; values: readonly number[] }
  | { on: "flags"; flags: readonly CaseFlag[]; not: boolean; now: Date }
  | { on: "mine"; personId: string | null; teams: readonly string[]; not: boolean }
  | { on: "lastMessage"; field: "status" | "code"; values: readonly string[]; not: boolean }
  | { on: "words"; text: string }
  /** Counted in a number of the reports; null where that number is none. */
  | { on: "behind"; number: { cases: CountedCases; in: CountedIn } | null };

/** The clause as SQL on `cases`. */
export function clauseSql(clause: CaseClause): SQL {
  switch (clause.on) {
    case "version":
    case "level":
      return numberSql(clause);
    case "flags":
      return negatedIf(clause.not, or(...clause.flags.map((flag) => flagSql(flag, clause.now))));
    case "mine":
      return negatedIf(
        clause.not,
        or(
          clause.personId === null ? sql`false` : eq(cases.ownerPersonId, clause.personId),
          clause.teams.length === 0 ? undefined : inArray(cases.ownerTeam, [...clause.teams]),
        ),
      );
    case "lastMessage":
      return lastMessageSql(clause.field, clause.values, clause.not);
    case "words": {
      const like = containing(clause.text);
      return sql`(${cases.subject} ilike ${like} or ${cases.key} ilike ${like} or ${cases.personId} ilike ${like})`;
    }
    case "behind":
      return clause.number
        ? sql`${cases.id} in (${idsCountedIn(clause.number.cases, clause.number.in)})`
        : sql`false`;
    case "dueAt":
    case "nextActionAt":
    case "openedAt":
      return momentSql(clause);
    default:
      return oneOf(WORDS[clause.on], clause);
  }
}

function momentSql(clause: Extract<CaseClause, { on: keyof typeof MOMENTS }>): SQL {
  const column = MOMENTS[clause.on];
  if ("isSet" in clause) return clause.isSet ? isNotNull(column) : isNull(column);
  return between(column, clause);
}

function numberSql({ on, op, values }: Extract<CaseClause, { on: keyof typeof NUMBERS }>): SQL {
  const column = NUMBERS[on];
  const [first = 0] = values;
  if (op === "lt") return lt(column, first);
  if (op === "gt") return gt(column, first);
  const isOne = inArray(column, [...values]);
  return op === "not" ? not(isOne) : isOne;
}

const isOpen = eq(cases.status, "open");

/** The same rules as the one word a list shows for a case (`caseState`), but several may hold at once. */
function flagSql(flag: CaseFlag, now: Date): SQL | undefined {
  switch (flag) {
    case "overdue":
      return and(isOpen, lt(cases.dueAt, now));
    case "escalated":
      return and(isOpen, gt(cases.level, 0));
    case "acknowledged":
      return and(isOpen, isNotNull(cases.acknowledgedAt));
    case "held":
      return and(isOpen, inArray(cases.waitingFor, ["operator", "due_date"]));
    case "snoozed":
      return and(isOpen, eq(cases.waitingFor, "snooze"));
    case "problem":
      return and(isOpen, or(isNotNull(cases.fault), eq(cases.waitingFor, "operator")));
  }
}

/** A message with one of the values that no later one follows: few such messages are found from their side. */
function lastMessageSql(field: "status" | "code", values: readonly string[], negated: boolean) {
  const column = sql.identifier(field);
  return sql`${negated ? sql`not` : sql``} exists (
    select 1 from messages m
    where m.workspace_id = ${cases.workspaceId} and m.case_id = ${cases.id}
      and m.${column} = any(${sql.param([...values])}::text[])
      and not exists (
        select 1 from messages later
        where later.workspace_id = m.workspace_id and later.case_id = m.case_id and later.id > m.id))`;
}

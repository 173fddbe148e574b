import { type SQL, sql } from "drizzle-orm";
import type { PersonProblem } from "@/core/filter/person-fields";
import type { WorkspaceId } from "@/core/ids";
import { contactPoints, people, suppressions } from "@/db/schema/people";
import { teamMembers } from "@/db/schema/teams";
import { type Between, between, type OneOf, oneOf } from "./column-clauses";
import { containing } from "./page";

const COLUMNS = { language: people.locale, manager: people.managerId } as const;

/** One condition on people; a list of them holds together. */
export type PersonClause =
  | ({ on: keyof typeof COLUMNS | "team" } & OneOf)
  | { on: "problem"; problems: readonly PersonProblem[]; not: boolean; now: Date }
  | ({ on: "added" } & Between)
  /** `isCommon`: so many match that they are soon met by going through the list from its top. */
  | { on: "words"; text: string; isCommon: boolean };

/** The clause as SQL on `people`. */
export function personClauseSql(workspaceId: WorkspaceId, clause: PersonClause): SQL {
  switch (clause.on) {
    case "problem": {
      const found = clause.problems.map((problem) => problemIds(workspaceId, problem, clause.now));
      return isAmong(found, clause.not);
    }
    case "team":
      return isAmong(teamIds(workspaceId, clause), clause.not);
    case "added":
      return between(people.createdAt, clause);
    case "words":
      return clause.isCommon
        ? hasWords(workspaceId, clause.text)
        : isAmong(wordsIds(workspaceId, clause.text), false);
    default:
      return oneOf(COLUMNS[clause.on], clause);
  }
}

/**
 * One of the ids that any of these queries gives, or none of them. `offset 0` keeps them one set that
 * is read once: without it they may be asked anew for every person.
 */
function isAmong(queries: readonly SQL[], not: boolean): SQL {
  const found = sql.join([...queries], sql` union all `);
  return sql`${not ? sql`not` : sql``} exists (
    select 1 from (${found} offset 0) as found (person_id) where found.person_id = ${people.id})`;
}

/** Part of the name, the id or an address. */
function wordsIds(workspaceId: WorkspaceId, text: string): SQL[] {
  const like = containing(text);
  return [
    sql`select p.id from people p
      where p.workspace_id = ${workspaceId} and (p.name ilike ${like} or p.id ilike ${like})`,
    sql`select c.person_id from ${contactPoints} c
      where c.workspace_id = ${workspaceId} and c.address ilike ${like}`,
  ];
}

const hasWords = (workspaceId: WorkspaceId, text: string): SQL => {
  const like = containing(text);
  return sql`(${people.name} ilike ${like} or ${people.id} ilike ${like} or exists (
    select 1 from ${contactPoints} c where c.workspace_id = ${workspaceId}
      and c.person_id = ${people.id} and c.address ilike ${like}))`;
};

function problemIds(workspaceId: WorkspaceId, problem: PersonProblem, now: Date): SQL {
  const some = sql`select p.id from people p where p.workspace_id = ${workspaceId}`;
  switch (problem) {
    case "no_zone":
      return sql`${some} and p.time_zone is null`;
    case "paused":
      return sql`${some} and p.paused_until > ${now.toISOString()}::timestamptz`;
    case "no_address":
      return sql`${some} and not exists (select 1 from ${contactPoints} c
        where c.workspace_id = ${workspaceId} and c.person_id = p.id)`;
    case "suppressed":
      return sql`select c.person_id from ${suppressions} s join ${contactPoints} c
        on c.workspace_id = s.workspace_id and c.channel = s.channel and c.address = s.address
        where s.workspace_id = ${workspaceId}`;
  }
}

function teamIds(
  workspaceId: WorkspaceId,
  { values, orNone }: { values: readonly string[]; orNone: boolean },
): SQL[] {
  const members = sql`select m.person_id from ${teamMembers} m where m.workspace_id = ${workspaceId}`;
  return [
    sql`${members} and m.team = any(${sql.param([...values])}::text[])`,
    ...(orNone
      ? [
          sql`select p.id from people p where p.workspace_id = ${workspaceId}
            and not exists (select 1 from (${members}) as member where member.person_id = p.id)`,
        ]
      : []),
  ];
}

import type { CaseFacts, HistoryCase, HistoryEvent } from "@/core/case/facts";
import type { WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import type { Db, Tx } from "@/db/client";

/** As many of a person's events and cases as conditions and templates can read. */
const HISTORY_EVENTS_MAX = 100;
const HISTORY_CASES_MAX = 100;
const OPEN_CASES_MAX = 100;

type CaseOfPerson = { workspaceId: WorkspaceId; caseId: string; personId: string };

const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;

export type OpenCases = NonNullable<CaseFacts["open"]>;

/** The other open cases of each case's person, by case id. */
export async function loadOpenCases(
  db: Db | Tx,
  wanted: readonly CaseOfPerson[],
): Promise<Map<string, OpenCases>> {
  const found = new Map<string, OpenCases>(wanted.map((w) => [w.caseId, { count: 0, cases: [] }]));
  if (wanted.length === 0) return found;
  const rows = await db.$client.unsafe<
    {
      caseId: string;
      number: number;
      subject: string;
      workflow: string;
      dueAt: Instant | null;
      count: number;
    }[]
  >(
    `select w.case_id as "caseId", o.number, o.subject, o.workflow, o."dueAt", o.count::int as count
     from ${REFS}
     cross join lateral (
       select c.number, c.subject, c.workflow, ${ms("c.due_at")} as "dueAt", count(*) over () as count
         from cases c where c.workspace_id = w.workspace_id and c.person_id = w.person_id
          and c.status = 'open' and c.id <> w.case_id
        order by c.due_at nulls last, c.id limit ${OPEN_CASES_MAX}) o`,
    refParams(wanted),
  );
  for (const { caseId, count, ...open } of rows) {
    const known = found.get(caseId);
    if (!known) continue;
    known.count = count;
    known.cases.push(open);
  }
  return found;
}

export type History = { events: HistoryEvent[]; cases: HistoryCase[] };

/** Earlier cases and the newest events of each case's person, newest first, by case id. */
export async function loadHistory(
  db: Db | Tx,
  wanted: readonly CaseOfPerson[],
): Promise<Map<string, History>> {
  const found = new Map<string, History>(wanted.map((w) => [w.caseId, { events: [], cases: [] }]));
  if (wanted.length === 0) return found;
  const [events, cases] = await Promise.all([
    db.$client.unsafe<(HistoryEvent & { caseId: string })[]>(
      `select w.case_id as "caseId", e.name, ${ms("e.occurred_at")} as at, e.data
       from ${REFS}
       cross join lateral (
         select * from events x where x.workspace_id = w.workspace_id and x.person_id = w.person_id
          order by x.id desc limit ${HISTORY_EVENTS_MAX}) e
       order by e.id desc`,
      refParams(wanted),
    ),
    db.$client.unsafe<(HistoryCase & { caseId: string })[]>(
      `select w.case_id as "caseId", c.number, c.workflow, c.status,
         ${ms("c.opened_at")} as "openedAt", ${ms("c.closed_at")} as "closedAt"
       from ${REFS}
       cross join lateral (
         select * from cases x where x.workspace_id = w.workspace_id and x.person_id = w.person_id
          and x.id < w.case_id order by x.id desc limit ${HISTORY_CASES_MAX}) c
       order by c.id desc`,
      refParams(wanted),
    ),
  ]);
  for (const { caseId, ...event } of events) found.get(caseId)?.events.push(event);
  for (const { caseId, ...past } of cases) found.get(caseId)?.cases.push(past);
  return found;
}

const REFS =
  "(select distinct * from unnest($1::uuid[], $2::uuid[], $3::text[])) as w(workspace_id, case_id, person_id)";

const refParams = (wanted: readonly CaseOfPerson[]) => [
  wanted.map((w) => w.workspaceId),
  wanted.map((w) => w.caseId),
  wanted.map((w) => w.personId),
];

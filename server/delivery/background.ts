import type { CaseFacts, HistoryCase, HistoryEvent } from "@/core/case/facts";
import type { SiblingFacts } from "@/core/delivery/gate-input";
import type { WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import type { Tx } from "@/db/client";

/** As many of a person's events and cases as templates can read. */
export const HISTORY_EVENTS_MAX = 100;
export const HISTORY_CASES_MAX = 100;
export const OPEN_CASES_MAX = 100;
const SIBLINGS_MAX = 1_000;

type CaseRef = { workspaceId: WorkspaceId; caseId: string };
export type PersonRef = CaseRef & { personId: string };

const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;

/** All messages of the given cases, oldest first, by case id. */
export async function loadSiblings(
  tx: Tx,
  wanted: readonly CaseRef[],
): Promise<Map<string, SiblingFacts[]>> {
  const found = new Map<string, SiblingFacts[]>();
  if (wanted.length === 0) return found;
  const rows = await tx.$client.unsafe<(SiblingFacts & { caseId: string })[]>(
    `select m.case_id as "caseId", m.id, m.step, m.visit, m.channel, m.person_id as "personId",
       m.template, m.status, m.to_address as "to", ${ms("m.sent_at")} as "sentAt",
       ${ms("m.delivered_at")} as "deliveredAt", ${ms("m.replied_at")} as "repliedAt",
       case when m.opened_by = 'human' then ${ms("m.opened_at")} end as "openedAt",
       ${ms("m.clicked_at")} as "clickedAt"
     from (select distinct * from unnest($1::uuid[], $2::uuid[])) as w(workspace_id, case_id)
     cross join lateral (
       select * from messages x where x.workspace_id = w.workspace_id and x.case_id = w.case_id
        order by x.planned_at limit ${SIBLINGS_MAX}) m
     order by m.planned_at, m.id`,
    [wanted.map((w) => w.workspaceId), wanted.map((w) => w.caseId)],
  );
  for (const { caseId, ...sibling } of rows) {
    const known = found.get(caseId);
    if (known) known.push(sibling);
    else found.set(caseId, [sibling]);
  }
  return found;
}

export type OpenCases = NonNullable<CaseFacts["open"]>;

/** The other open cases of each case's person, by case id. */
export async function loadOpenCases(
  tx: Tx,
  wanted: readonly PersonRef[],
): Promise<Map<string, OpenCases>> {
  const found = new Map<string, OpenCases>(wanted.map((w) => [w.caseId, { count: 0, cases: [] }]));
  if (wanted.length === 0) return found;
  const rows = await tx.$client.unsafe<
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
  tx: Tx,
  wanted: readonly PersonRef[],
): Promise<Map<string, History>> {
  const found = new Map<string, History>(wanted.map((w) => [w.caseId, { events: [], cases: [] }]));
  if (wanted.length === 0) return found;
  const [events, cases] = await Promise.all([
    tx.$client.unsafe<(HistoryEvent & { caseId: string })[]>(
      `select w.case_id as "caseId", e.name, ${ms("e.occurred_at")} as at, e.data
       from ${REFS}
       cross join lateral (
         select * from events x where x.workspace_id = w.workspace_id and x.person_id = w.person_id
          order by x.id desc limit ${HISTORY_EVENTS_MAX}) e
       order by e.id desc`,
      refParams(wanted),
    ),
    tx.$client.unsafe<(HistoryCase & { caseId: string })[]>(
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

const refParams = (wanted: readonly PersonRef[]) => [
  wanted.map((w) => w.workspaceId),
  wanted.map((w) => w.caseId),
  wanted.map((w) => w.personId),
];

/** Names of the teams that own cases of the batch, by `workspace/team`. */
export async function loadTeamNames(
  tx: Tx,
  wanted: readonly { workspaceId: WorkspaceId; team: string }[],
): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map();
  const rows = await tx.$client.unsafe<{ place: string; name: string }[]>(
    `select t.workspace_id || '/' || t.key as place, t.name
       from (select distinct * from unnest($1::uuid[], $2::text[])) as w(workspace_id, key)
       join teams t on t.workspace_id = w.workspace_id and t.key = w.key`,
    [wanted.map((w) => w.workspaceId), wanted.map((w) => w.team)],
  );
  return new Map(rows.map((row) => [row.place, row.name]));
}

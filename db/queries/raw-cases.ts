import type { Place } from "@/core/calendar/place";
import type { CaseStatus } from "@/core/case/state";
import type { WorkspaceId } from "@/core/ids";
import type { RawHit, RawMessage, RawTurn } from "@/core/metrics/raw-case";
import type { Instant } from "@/core/time";
import type { Db, Tx } from "@/db/client";

export type CaseRef = { workspaceId: WorkspaceId; caseId: string };

/** A switched off channel counts against a message that had come at most this long before. */
const OPT_OUT_HOURS = 72;

const ms = (column: string) => `round(date_part('epoch', ${column}) * 1000)::float8`;

/** A case, the person it is about, and what is counted of it now. */
export type FactRow = {
  workspaceId: WorkspaceId;
  id: string;
  workflow: string;
  version: number;
  personId: string;
  status: CaseStatus;
  openedAt: Instant;
  firstResponseAt: Instant | null;
  closedAt: Instant | null;
  closedBy: string | null;
  dueAt: Instant | null;
  stage: string | null;
  ownerTeam: string | null;
  arms: Record<string, string> | null;
  holdout: boolean | null;
  promisedAt: Instant | null;
  trail: unknown;
  isKnown: boolean;
  locale: string | null;
  timeZone: string | null;
  calendar: string | null;
  location: Place | null;
  counted: Counted | null;
};

/** What a case counts in the sums as they stand, and where. */
export type Counted = {
  day: string;
  workflow: string;
  version: number;
  arm: string;
  tallies: Record<string, number>;
};

const WANTED = `unnest($1::uuid[], $2::uuid[]) as w(workspace_id, case_id)`;

const CASES = `select c.workspace_id as "workspaceId", c.id, c.workflow, c.version, c.person_id as "personId",
    c.status, ${ms("c.opened_at")} as "openedAt", ${ms("c.first_response_at")} as "firstResponseAt",
    ${ms("c.closed_at")} as "closedAt", c.closed_by as "closedBy", ${ms("c.due_at")} as "dueAt", c.stage,
    c.owner_team as "ownerTeam", c.memory -> 'arms' as arms, (c.memory ->> 'holdout')::boolean as holdout,
    (select ${ms("max(d.at)")} from case_decisions d
      where d.workspace_id = c.workspace_id and d.case_id = c.id
        and d.entries @> '[{"code": "case.snoozed", "params": {"by": {"kind": "person"}}}]') as "promisedAt",
    c.trail, p.id is not null and p.erased_at is null as "isKnown", p.locale, p.time_zone as "timeZone",
    p.calendar, p.location,
    case when f.case_id is not null then jsonb_build_object('day', f.day, 'workflow', f.workflow,
      'version', f.version, 'arm', f.arm, 'tallies', f.tallies) end as counted
  from ${WANTED}
  join cases c on c.workspace_id = w.workspace_id and c.id = w.case_id
  left join people p on p.workspace_id = c.workspace_id and p.id = c.person_id
  left join case_facts f on f.workspace_id = c.workspace_id and f.case_id = c.id`;

const MESSAGES = `select m.workspace_id as "workspaceId", m.case_id as "caseId", m.id, m.stage, m.step, m.visit,
    m.channel, m.person_id as "personId", m.topic, m.status, m.code,
    jsonb_strip_nulls(jsonb_build_object('audience', m.request -> 'audience', 'ghost', m.request -> 'ghost',
      'unless', m.request -> 'unless', 'ending', m.request -> 'ending')) as request,
    m.channel = 'email' and coalesce(m.tracked, m.opened_by is not null or (select p.tracking_consent
      from people p where p.workspace_id = m.workspace_id and p.id = m.person_id), false) as tracked,
    ${ms("m.planned_at")} as "plannedAt", ${ms("m.decided_at")} as "decidedAt", ${ms("m.sent_at")} as "sentAt",
    ${ms("m.delivered_at")} as "deliveredAt", ${ms("m.opened_at")} as "openedAt", m.opened_by as "openedBy",
    ${ms("m.clicked_at")} as "clickedAt", ${ms("m.replied_at")} as "repliedAt", ${ms("m.read_at")} as "readAt"
  from ${WANTED}
  join messages m on m.workspace_id = w.workspace_id and m.case_id = w.case_id`;

const HITS = `select e.message_id as "messageId", e.id, e.type, e.by, e.detail ->> 'action' as action,
    ${ms("e.at")} as at
  from unnest($1::uuid[], $2::uuid[]) as w(workspace_id, message_id)
  join message_events e on e.workspace_id = w.workspace_id and e.message_id = w.message_id`;

const TURNS = `select e.case_id as "caseId", e.level, ${ms("e.at")} as at, e.by_hand as "byHand",
    cardinality(e.people) > 0 or e.why is null as told,
    case when e.ended = 'acknowledged' then ${ms("e.ended_at")} end as "acknowledgedAt"
  from ${WANTED}
  join escalations e on e.workspace_id = w.workspace_id and e.case_id = w.case_id`;

/** What was said no to: the message it was said in, or else the last one on that channel before it. */
const OPT_OUTS = `select distinct coalesce(said.message_id, (
    select m.id::text from messages m
    where said.message_id is null and m.workspace_id = said.workspace_id and m.person_id = said.person_id
      and m.channel = said.channel and m.status in ('sent', 'delivered')
      and coalesce(m.delivered_at, m.sent_at) between said.at - interval '${OPT_OUT_HOURS} hours' and said.at
    order by coalesce(m.delivered_at, m.sent_at) desc, m.id desc limit 1)) as id
  from (
    select c.workspace_id, c.person_id, c.channel, c.at, c.evidence ->> 'messageId' as message_id
    from unnest($1::uuid[], $2::text[]) as w(workspace_id, person_id)
    join consents c on c.workspace_id = w.workspace_id and c.person_id = w.person_id
    where not c.granted) as said`;

export type StoredMessage = Omit<RawMessage, "hits" | "optedOut"> & {
  workspaceId: WorkspaceId;
  caseId: string;
};
type StoredHit = RawHit & { messageId: string };
type StoredTurn = RawTurn & { caseId: string };

/** Cases with all that their facts follow from. Those that are gone are left out. */
export async function readRawCases(db: Db | Tx, refs: readonly CaseRef[]) {
  const read = <Row>(statement: string, ...columns: readonly (readonly unknown[])[]) =>
    db.$client.unsafe<Row[] & Record<string, unknown>[]>(statement, columns as never[], {
      prepare: true,
    }) as unknown as Promise<Row[]>;
  const workspaces = refs.map(({ workspaceId }) => workspaceId);
  const ids = refs.map(({ caseId }) => caseId);
  const [cases, messages, turns] = await Promise.all([
    read<FactRow>(CASES, workspaces, ids),
    read<StoredMessage>(MESSAGES, workspaces, ids),
    read<StoredTurn>(TURNS, workspaces, ids),
  ]);
  const begun = messages.filter(({ status }) => status !== "planned" && status !== "not_sent");
  const readers = [
    ...new Map(begun.map((each) => [`${each.workspaceId} ${each.personId}`, each])).values(),
  ];
  const [hits, optOuts] = await Promise.all([
    read<StoredHit>(
      HITS,
      begun.map(({ workspaceId }) => workspaceId),
      begun.map(({ id }) => id),
    ),
    read<{ id: string | null }>(
      OPT_OUTS,
      readers.map(({ workspaceId }) => workspaceId),
      readers.map(({ personId }) => personId),
    ),
  ]);
  return {
    cases,
    messages: Map.groupBy(messages, ({ caseId }) => caseId),
    turns: Map.groupBy(turns, ({ caseId }) => caseId),
    hits: Map.groupBy(hits, ({ messageId }) => messageId),
    optedOut: new Set(optOuts.flatMap(({ id }) => id ?? [])),
  };
}

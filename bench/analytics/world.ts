import type { WorkspaceId } from "@/core/ids";
import type { Db } from "@/db/client";
import { PEOPLE } from "../settings";

/** Message events of a case, on the average; what is written is counted, not this. */
const EVENTS_A_CASE = 7;
const CASES_AT_ONCE = 20_000;
/** As many a day as ten million in a year: fewer events are a shorter time, down to the shortest report. */
const EVENTS_A_DAY = 27_400;
const DAYS_MIN = 28;
export const WORKFLOWS = 12;

/** The bench's workflow under other names: the reports compare workflows. */
const NAMES = [
  `insert into workflows (workspace_id, key, name, status, live_version)
   select workspace_id, 'report-' || n, 'Report ' || n, status, live_version
   from workflows, generate_series(0, $2::int - 1) as n where workspace_id = $1 and key = 'unpaid'`,
  `insert into workflow_versions (workspace_id, workflow, version, definition, published_at)
   select workspace_id, 'report-' || n, version, definition, published_at
   from workflow_versions, generate_series(0, $2::int - 1) as n where workspace_id = $1 and workflow = 'unpaid'`,
];

/** Over so many days up to now, four in five answered or ended; the newest are the ones that wait. */
const CASES = `insert into cases (workspace_id, id, number, workflow, version, subject, person_id, status, pc, stage,
    due_at, opened_at, first_response_at, closed_at, closed_by, data, memory, level)
  select $1::uuid, uuidv7(opened - now()), n, 'report-' || n % ${WORKFLOWS}, 1, 'Invoice R-' || n, 'p' || n % ${PEOPLE},
    status, 3, (array['initial', 'reminder', 'final'])[1 + n % 3], opened + interval '14 days', opened,
    case when status = 'resolved' and n % 3 > 0 then least(opened + took, now()) end,
    case when status <> 'open' then least(opened + took * 1.5, now()) end,
    case when status = 'resolved' then 'person:p' || n % ${PEOPLE} when status <> 'open' then 'plan' end,
    '{}', case when n % 4 = 0 then jsonb_build_object('arms', jsonb_build_object('size', (array['short', 'long'])[1 + n % 2])) end, 0
  from (select n, now() - (($3::int - n) * $4::int * interval '1 day' / $3::int) as opened,
      make_interval(secs => exp(6 + 8 * ((n * 7919::bigint) % 1000) / 1000.0)) as took,
      case when n % 5 = 0 and n > $3::int * 0.8 then 'open' when n % 17 = 0 then 'expired'
        when n % 23 = 0 then 'canceled' else 'resolved' end as status
    from generate_series($2::int, least($2::int + ${CASES_AT_ONCE} - 1, $3::int)) as n) as numbers`;

const MESSAGES = `insert into messages (workspace_id, id, case_id, person_id, workflow, version, stage, step, visit, channel,
    template, topic, request, status, code, tracked, planned_at, decided_at, sent_at, delivered_at, opened_at, opened_by, clicked_at)
  select workspace_id, uuidv7(at - now()), id, person_id, workflow, version, (array['initial', 'reminder', 'final'])[place],
    (array['first', 'remind', 'escalate'])[place], 0, channel, 'first', 'bench', '{"audience": "person"}', state,
    case state when 'failed' then 'fail.bounced' when 'not_sent' then 'skip.frequency_cap' else 'sent.plan' end,
    channel = 'email', at, at, case when came then at end, case when came then at + interval '4 seconds' end,
    case when read then at + interval '20 minutes' end, case when read then 'human' end,
    case when came and number % 6 = 0 then at + interval '21 minutes' end
  from (select *, state = 'delivered' as came, state = 'delivered' and channel = 'email' and number % 3 = 0 as read
    from (select c.*, place, opened_at + (place - 1) * interval '2 days' as at,
        (array['email', 'email', 'sms', 'in_app'])[1 + (number + place) % 4] as channel,
        case when (number + place) % 41 = 0 then 'failed' when (number + place) % 29 = 0 then 'not_sent' else 'delivered' end as state
      from cases c, generate_series(1, 3) as place
      where workspace_id = $1::uuid and number between $2::int and $2::int + ${CASES_AT_ONCE} - 1) as planned) as known`;

const EVENTS = `insert into message_events (workspace_id, message_id, id, type, by, detail, at)
  select m.workspace_id, m.id, e.type || ':' || e.n, e.type, e.by, '{}', m.sent_at + e.n * interval '5 minutes'
  from cases c join messages m on m.workspace_id = c.workspace_id and m.case_id = c.id,
    lateral (values (1, 'delivered', null, true), (2, 'opened', 'proxy', c.number % 2 = 0), (3, 'opened', 'human', c.number % 3 = 0),
      (4, 'clicked', 'human', c.number % 6 = 0), (5, 'viewed', 'human', c.number % 4 = 0),
      (6, 'unsubscribed', 'human', c.number % 211 = 0), (7, 'complained', null, c.number % 509 = 0)) as e(n, type, by, came)
  where c.workspace_id = $1::uuid and c.number between $2::int and $2::int + ${CASES_AT_ONCE} - 1
    and m.status = 'delivered' and e.came`;

/** Cases with what was sent and came back. None of it is folded: the triggers are off meanwhile. */
export async function fillHistory(
  db: Db,
  workspaceId: WorkspaceId,
  events: number,
  say: (line: string) => void,
): Promise<{ cases: number; events: number }> {
  const cases = Math.ceil(events / EVENTS_A_CASE);
  await db.$client.begin(async (sql) => {
    await sql.unsafe("set local session_replication_role = replica");
    for (const statement of NAMES) await sql.unsafe(statement, [workspaceId, WORKFLOWS]);
  });
  const days = Math.max(DAYS_MIN, Math.ceil(events / EVENTS_A_DAY));
  let written = 0;
  for (let first = 1; first <= cases; first += CASES_AT_ONCE) {
    await db.$client.begin(async (sql) => {
      await sql.unsafe("set local session_replication_role = replica");
      await sql.unsafe(CASES, [workspaceId, first, cases, days]);
      await sql.unsafe(MESSAGES, [workspaceId, first]);
      written += (await sql.unsafe(EVENTS, [workspaceId, first])).count;
    });
    say(`${written.toLocaleString("en-US")} message events`);
  }
  await db.$client.unsafe("vacuum analyze cases, messages, message_events");
  return { cases, events: written };
}

import type { WorkspaceId } from "@/core/ids";
import type { Db } from "@/db/client";

/** Four in five are closed, as after some months; a tenth of the open ones is escalated and owned. */
const CASES = `insert into cases (workspace_id, id, number, key, workflow, version, subject, person_id, status,
    waiting_for, pc, stage, level, owner_person_id, owner_team, due_at, next_action_at, opened_at, data)
  select $1::uuid, uuidv7((n - $2::int) * interval '1 minute'), n, 'invoice:' || n,
    'workflow-' || (n * 31) % 12, 1 + n % 3, 'Invoice R-' || n || ' of an example company', 'p' || n % 2000,
    case when open then 'open' when n % 7 = 0 then 'expired' else 'resolved' end,
    case when not open then null when n % 97 = 0 then 'operator' when n % 3 = 0 then 'response' else 'time' end,
    3, 'stage-' || n % 5, case when open and n % 10 = 5 then 1 else 0 end,
    case when open and n % 10 = 5 then 'p' || n % 40 end,
    case when n % 10 = 6 then 'team-' || n % 8 end,
    case when n % 9 = 0 then null else now() + ((n * 7919::bigint) % 50000 - 25000) * interval '1 minute' end,
    case when open then now() + ((n * 104729::bigint) % 40000) * interval '1 minute' end,
    now() + (n - $2::int) * interval '1 minute',
    jsonb_build_object('id', n, 'amount', n * 10, 'note', repeat('Some text of the event. ', 8))
  from (select n, (n * 13) % 5 = 0 as open from generate_series(1, $2::int) as n) as numbers`;

/** Two messages for each case, for filters by what became of the last one. */
const MESSAGES = `insert into messages (workspace_id, id, case_id, person_id, workflow, version, step, visit,
    channel, template, status, code, planned_at)
  select workspace_id, uuidv7(), id, person_id, workflow, version, 'first', visit, 'email', 'first',
    case when number % 200 = 0 and visit = 1 then 'failed' else 'sent' end,
    case when number % 200 = 0 and visit = 1 then 'fail.bounced' else 'sent.plan' end, opened_at
  from cases, generate_series(0, 1) as visit where workspace_id = $1::uuid`;

/** Whom the cases are about, each with an address, as imported over a year. */
const PEOPLE = `insert into people (workspace_id, id, name, time_zone, locale, created_at)
  select $1::uuid, 'p' || n, 'Person ' || n || ' Example',
    (array['Europe/Berlin', 'America/New_York', 'Asia/Tokyo', null])[1 + n % 4],
    (array['en', 'de', 'ja'])[1 + n % 3], now() - n * interval '5 minutes'
  from generate_series(0, $2::int - 1) as n`;
const ADDRESSES = `insert into contact_points (workspace_id, person_id, channel, address, verified_at)
  select $1::uuid, 'p' || n, 'email', 'p' || n || '@example.com', now()
  from generate_series(0, $2::int - 1) as n`;
const TEAMS = `insert into teams (workspace_id, key, name, lead_id)
  select $1::uuid, 'team-' || n, 'Team ' || n, 'p' || n from generate_series(0, 7) as n`;
const WORKFLOWS = `insert into workflows (workspace_id, key, name, status)
  select $1::uuid, 'workflow-' || n, 'Workflow ' || n, 'live' from generate_series(0, 11) as n`;
const EVENTS = `insert into events (workspace_id, id, name, key, person_id, data, occurred_at, received_at, result)
  select $1::uuid, uuidv7((n - $2::int) * interval '1 minute'), 'invoice.created', 'invoice:' || n,
    'p' || n % 2000, jsonb_build_object('id', n), now() + (n - $2::int) * interval '1 minute',
    now() + (n - $2::int) * interval '1 minute', '{"opened": [], "resolved": [], "responded": [], "ignored": []}'
  from generate_series(1, $2::int) as n`;

/** Cases with two messages each. */
export async function fillCases(db: Db, workspaceId: WorkspaceId, count: number): Promise<void> {
  await db.$client.unsafe(CASES, [workspaceId, count]);
  await db.$client.unsafe(MESSAGES, [workspaceId]);
  await db.$client.unsafe("vacuum analyze cases, messages");
}

/** A workspace after a year: as many cases, people and events, and the teams and workflows they name. */
export async function fillWorkspace(
  db: Db,
  workspaceId: WorkspaceId,
  count: number,
): Promise<void> {
  const { $client } = db;
  for (const sized of [PEOPLE, ADDRESSES, EVENTS])
    await $client.unsafe(sized, [workspaceId, count]);
  for (const fixed of [TEAMS, WORKFLOWS]) await $client.unsafe(fixed, [workspaceId]);
  await fillCases(db, workspaceId, count);
  await $client.unsafe("vacuum analyze people, contact_points, events");
}

/** Opens cases: their rows, first messages and first entries of the timeline in one statement. */
export const OPEN = `with born as (
  insert into cases (workspace_id, id, number, workflow, version, key, subject, person_id, status,
    waiting_for, pc, stage, step, due_at, next_action_at, opened_at, revision, data, memory)
  select $1::uuid, id, number, 'unpaid', 1, 'invoice:' || number, 'Invoice R-' || number, person, 'open',
    'time', 1, 'reminder', 'pause', now() + interval '14 days', now(), now(), 1, data, $2::jsonb
  from unnest($3::uuid[], $4::int[], $5::text[], $6::jsonb[]) as n(id, number, person, data)
), planned as (
  insert into messages (workspace_id, id, case_id, person_id, workflow, version, stage, step, visit,
    channel, template, topic, request, status, planned_at, deliver_at)
  select $1::uuid, m, c, person, 'unpaid', 1, 'initial', 'first', 0, 'email', 'first', 'bench', $7::jsonb,
    'planned', now(), now()
  from unnest($8::uuid[], $3::uuid[], $5::text[]) as n(m, c, person)
)
insert into case_decisions (workspace_id, case_id, id, at, entries)
select $1::uuid, c, d, now(), $9::jsonb from unnest($3::uuid[], $10::uuid[]) as n(c, d)`;

export const CLAIM = `select id, number, person_id as "personId", pc, data from cases
  where next_action_at <= now() and not test_clock
  order by next_action_at limit $1 for update skip locked`;

/** States, messages and timeline of a batch in one statement. */
export const WRITE = `with moved as (
  update cases c set status = u.status, outcome = u.outcome, waiting_for = u.waiting_for, pc = u.pc,
    stage = u.stage, step = u.step, level = u.level, owner_person_id = u.owner,
    next_action_at = case when u.status = 'open' then now() end,
    closed_at = case when u.status = 'resolved' then now() end, closed_by = u.closed_by,
    revision = c.revision + 1, memory = $1::jsonb
  from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::smallint[], $7::text[], $8::text[],
    $9::smallint[], $10::text[], $11::text[])
    as u(id, status, outcome, waiting_for, pc, stage, step, level, owner, closed_by)
  where c.workspace_id = $12::uuid and c.id = u.id
), planned as (
  insert into messages (workspace_id, id, case_id, person_id, workflow, version, stage, step, visit,
    channel, template, topic, request, status, planned_at, deliver_at)
  select $12::uuid, m, c, person, 'unpaid', 1, stage, step, 0, 'email', template, 'bench', request,
    'planned', now(), now()
  from unnest($13::uuid[], $14::uuid[], $15::text[], $16::text[], $17::text[], $18::text[], $19::jsonb[])
    as n(m, c, person, stage, step, template, request)
)
insert into case_decisions (workspace_id, case_id, id, at, entries)
select $12::uuid, c, d, now(), entries
from unnest($2::uuid[], $20::uuid[], $21::jsonb[]) as n(c, d, entries)`;

/** Delivery, first half: what is due is marked as being handed over, with its content. */
export const CLAIM_MESSAGES = `select id, person_id as "personId" from messages
  where deliver_at <= now() and not test_clock order by deliver_at limit $1 for update skip locked`;

export const MARK_SENDING = `update messages m set status = 'sending', code = 'sent.plan',
    params = $1::jsonb, evidence = $2::jsonb, decided_at = now(), deliver_at = null,
    to_address = u.address, content = u.content, provider = 'noop', attempts = m.attempts + 1,
    attempt_by = $3::uuid, attempt_at = now()
  from unnest($4::uuid[], $5::text[], $6::jsonb[]) as u(id, address, content)
  where m.workspace_id = $7::uuid and m.id = u.id`;

/** Delivery, second half, in a transaction of its own: what the provider answered. */
export const MARK_SENT = `update messages m set status = 'sent', decided_at = now(), attempt_by = null,
    provider_message_id = u.id, sent_at = now()
  from unnest($1::text[]) as u(id)
  where m.workspace_id = $2::uuid and m.id = u.id::uuid and m.status = 'sending'`;

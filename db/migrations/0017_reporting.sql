-- What BI tools may read: names here are kept, whatever becomes of the tables behind them. Nobody is granted
-- anything here (docs/reporting.md): views read with the rights of their owner, so a role needs only these.
CREATE SCHEMA reporting;
--> statement-breakpoint
COMMENT ON SCHEMA reporting IS 'Followthrough for BI tools: no addresses, no contents, no names of people.';
--> statement-breakpoint
CREATE VIEW reporting.cases AS SELECT
  w.slug AS workspace,
  w.kind = 'sandbox' AS is_sandbox,
  f.case_id AS case_id,
  c.number AS number,
  f.day AS opened_day,
  f.workflow AS workflow,
  f.version AS version,
  nullif(f.arm, '') AS arm,
  f.holdout AS is_holdout,
  f.person_id AS person_id,
  f.topic AS topic,
  f.team AS team,
  f.locale AS locale,
  c.priority AS priority,
  f.status AS status,
  c.outcome AS outcome,
  f.opened_at AS opened_at,
  f.sent_at AS first_delivered_at,
  f.responded_at AS responded_at,
  f.ended_at AS ended_at,
  f.due_at AS due_at,
  f.escalated_at AS escalated_at,
  f.response_seconds AS response_seconds,
  f.response_working_seconds AS response_working_seconds,
  f.resolution_seconds AS resolution_seconds,
  f.resolution_working_seconds AS resolution_working_seconds,
  f.tallies ? 'reached|||0' AS is_reached,
  f.tallies ? 'responded|||0' AS is_responded,
  f.tallies ? 'resolved|||0' AS is_resolved,
  f.tallies ? 'expired|||0' AS is_expired,
  f.tallies ? 'canceled|||0' AS is_canceled,
  f.tallies ? 'escalated|||0' AS is_escalated,
  f.tallies ? 'dead_end|||0' AS is_dead_end,
  f.promised AS is_promised,
  f.delivered AS messages_delivered,
  f.opted_out AS opt_outs,
  f.complained AS complaints
FROM public.case_facts f
JOIN public.workspaces w ON w.id = f.workspace_id
JOIN public.cases c ON c.workspace_id = f.workspace_id AND c.id = f.case_id;
--> statement-breakpoint
COMMENT ON VIEW reporting.cases IS 'One row for each case that is still stored. A case that retention deleted stays in reporting.daily alone.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.workspace IS 'The workspace, as in its address.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.is_sandbox IS 'A workspace to try things in: leave it out of real numbers.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.case_id IS 'Id of the case.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.number IS 'The number that operators see.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.opened_day IS 'Day of its opening, in the time zone of the workspace: what all reports are dated by.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.workflow IS 'Key of its workflow.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.version IS 'Version of the workflow that it runs on.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.arm IS 'Arms of its experiments, step=arm, joined by commas; in a name %2C, %3D and %25 stand for a comma, an equal sign and a percent sign. Null: none.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.is_holdout IS 'No message was sent, to see what happens without.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.person_id IS 'Id of its person in your system; null once they were erased.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.topic IS 'Topic of its first message.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.team IS 'Key of the team that owns it.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.locale IS 'Language of its person.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.priority IS 'low, normal, high or urgent.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.status IS 'open, resolved, expired or canceled.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.outcome IS 'How it ended, as the workflow calls it.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.opened_at IS 'When it was opened.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.first_delivered_at IS 'When its person had the first message; in a holdout when it would have left.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.responded_at IS 'The first response, or the resolution by a human without one.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.ended_at IS 'When it was resolved, expired or canceled.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.due_at IS 'When it is due.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.escalated_at IS 'When it was first escalated by the plan with somebody told.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.response_seconds IS 'From the first delivered message to the response. Null: none so far; a mean of this column alone makes you look faster than you are.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.response_working_seconds IS 'The same in working time of its person.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.resolution_seconds IS 'From the first delivered message to the resolution; null: not resolved.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.resolution_working_seconds IS 'The same in working time of its person.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.is_reached IS 'A message that asked its person was delivered. Measure reached.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.is_responded IS 'Reached, and with a response. Measure responded.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.is_resolved IS 'Measure resolved.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.is_expired IS 'Measure expired.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.is_canceled IS 'Measure canceled.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.is_escalated IS 'By the plan, with somebody told. Measure escalated.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.is_dead_end IS 'Nobody could be reached. Measure dead_end.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.is_promised IS 'Put off to a day by its person. Measure promised.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.messages_delivered IS 'All delivered messages of the case, to whomever.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.opt_outs IS 'Messages after which something was switched off, complaints among them.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.complaints IS 'Messages that were reported as spam.';
--> statement-breakpoint
CREATE VIEW reporting.messages AS SELECT
  w.slug AS workspace,
  w.kind = 'sandbox' AS is_sandbox,
  m.id AS message_id,
  m.case_id AS case_id,
  CASE WHEN p.erased_at IS NULL THEN p.id END AS person_id,
  coalesce(m.request ->> 'audience', 'person') AS audience,
  m.workflow AS workflow,
  m.version AS version,
  m.stage AS stage,
  m.step AS step,
  m.channel AS channel,
  m.template AS template,
  m.topic AS topic,
  m.status AS status,
  m.code AS reason_code,
  coalesce((m.request ->> 'ghost')::boolean, false) AS is_ghost,
  coalesce(m.tracked, false) AS is_tracked,
  CASE
    WHEN m.opened_by = 'human' OR m.clicked_at IS NOT NULL OR m.replied_at IS NOT NULL OR hit.is_human THEN 'human'
    WHEN m.opened_by IN ('proxy', 'unknown') OR hit.is_machine THEN 'machine'
  END AS opened,
  m.clicked_at IS NOT NULL OR coalesce(hit.is_clicked, false) AS clicked,
  m.replied_at IS NOT NULL OR coalesce(hit.is_replied, false) AS replied,
  coalesce(hit.is_complained, false) AS complained,
  m.planned_at AS planned_at,
  m.sent_at AS sent_at,
  m.delivered_at AS delivered_at,
  m.opened_at AS opened_at,
  m.clicked_at AS clicked_at,
  m.replied_at AS replied_at
FROM public.messages m
JOIN public.workspaces w ON w.id = m.workspace_id
LEFT JOIN public.people p ON p.workspace_id = m.workspace_id AND p.id = m.person_id
LEFT JOIN LATERAL (
  SELECT bool_or(e.by = 'human' AND e.type IN ('opened', 'clicked', 'replied')) AS is_human,
    bool_or(e.by IN ('proxy', 'unknown') AND e.type = 'opened') AS is_machine,
    bool_or(e.by = 'human' AND e.type = 'clicked') AS is_clicked,
    bool_or(e.by = 'human' AND e.type = 'replied') AS is_replied,
    bool_or(e.type = 'complained') AS is_complained
  FROM public.message_events e
  WHERE e.workspace_id = m.workspace_id AND e.message_id = m.id
) hit ON true;
--> statement-breakpoint
COMMENT ON VIEW reporting.messages IS 'One row for each message, sent or not, with the reason where it was not. No address and no content.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.workspace IS 'The workspace, as in its address.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.is_sandbox IS 'A workspace to try things in: leave it out of real numbers.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.message_id IS 'Id of the message.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.case_id IS 'Id of its case.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.person_id IS 'Who it is for, by the id of your system; may be somebody else than the person of the case. Null once they were erased.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.audience IS 'Why it is for them: person, involved, owner, escalation or tell.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.workflow IS 'Key of the workflow.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.version IS 'Version of the workflow.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.stage IS 'Id of the stage; null: outside of stages.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.step IS 'Id of the step.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.channel IS 'email, sms, push, in_app or webhook.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.template IS 'Key of the template.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.topic IS 'Key of the topic.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.status IS 'planned, held, sending, sent, delivered, not_sent, failed or unknown.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.reason_code IS 'Why it is held, was not sent or failed; docs/delivery.md has them all.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.is_ghost IS 'Planned in a holdout: it never leaves.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.is_tracked IS 'An email with a pixel in it. Opens are told of these alone.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.opened IS 'human: a person opened it, which a click or a reply proves as well. machine: a proxy of a mail provider or an unknown visitor. Null: neither; what scanners fetch is no open.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.clicked IS 'By a human; scanners do not count.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.replied IS 'By a human; automatic answers do not count.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.complained IS 'Reported as spam.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.planned_at IS 'When it was planned.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.sent_at IS 'When a provider took it.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.delivered_at IS 'When the provider said it arrived; some never do.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.opened_at IS 'When it was first opened, by whatever it was.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.clicked_at IS 'When a human first clicked.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.messages.replied_at IS 'When a human first replied.';
--> statement-breakpoint
CREATE VIEW reporting.escalations AS SELECT
  w.slug AS workspace,
  w.kind = 'sandbox' AS is_sandbox,
  e.case_id AS case_id,
  e.workflow AS workflow,
  e.version AS version,
  e.step AS step,
  e.policy AS policy,
  e.level AS level,
  e.lap AS lap,
  e.by_hand AS is_by_hand,
  e.team AS team,
  cardinality(e.people) AS people_told,
  e.why AS reason_code,
  e.at AS at,
  e.deadline AS deadline,
  e.ended AS ended,
  e.ended_at AS ended_at
FROM public.escalations e
JOIN public.workspaces w ON w.id = e.workspace_id;
--> statement-breakpoint
COMMENT ON VIEW reporting.escalations IS 'One row for each target of each level that was told, or could not be.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.escalations.workspace IS 'The workspace, as in its address.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.escalations.is_sandbox IS 'A workspace to try things in: leave it out of real numbers.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.escalations.case_id IS 'Id of the case.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.escalations.workflow IS 'Key of the workflow.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.escalations.version IS 'Version of the workflow.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.escalations.step IS 'Id of the step.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.escalations.policy IS 'Key of the escalation policy.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.escalations.level IS 'Level of the climb; 0: the fallback.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.escalations.lap IS 'Which time round.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.escalations.is_by_hand IS 'By an operator; not by the plan.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.escalations.team IS 'Key of the team that was told.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.escalations.people_told IS 'How many people were told.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.escalations.reason_code IS 'Why nobody could be told.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.escalations.at IS 'When they were told.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.escalations.deadline IS 'By when somebody is to acknowledge.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.escalations.ended IS 'How the turn ended: acknowledged, or otherwise; null: it is waited for.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.escalations.ended_at IS 'When the turn ended.';
--> statement-breakpoint
CREATE VIEW reporting.daily AS SELECT
  w.slug AS workspace,
  w.kind = 'sandbox' AS is_sandbox,
  r.day AS opened_day,
  r.measure AS measure,
  r.workflow AS workflow,
  r.version AS version,
  nullif(r.arm, '') AS arm,
  nullif(r.stage, '') AS stage,
  nullif(r.channel, '') AS channel,
  r.bucket AS bucket,
  r.n AS n
FROM public.rollup_days r
JOIN public.workspaces w ON w.id = r.workspace_id
-- Those with a star are sums of the others.
WHERE right(r.measure, 1) <> '*';
--> statement-breakpoint
COMMENT ON VIEW reporting.daily IS 'How often each thing was counted, by the day on which the case was opened. Cases that retention deleted stay counted.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.daily.workspace IS 'The workspace, as in its address.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.daily.is_sandbox IS 'A workspace to try things in: leave it out of real numbers.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.daily.opened_day IS 'Day on which the case was opened, in the time zone of the workspace.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.daily.measure IS 'What is counted: docs/analytics.md has what each means.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.daily.workflow IS 'Key of the workflow.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.daily.version IS 'Version of the workflow.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.daily.arm IS 'Arms of the experiments, step=arm; null: none.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.daily.stage IS 'Id of the stage, of what is counted by stage.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.daily.channel IS 'Channel, of what is counted by channel.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.daily.bucket IS '0 where nothing else is said: minutes since 1970 (of due moments: of their day), a step of durations, an hour of the week or a place.';
--> statement-breakpoint
COMMENT ON COLUMN reporting.daily.n IS 'How often. Sum it over whatever you do not group by.';

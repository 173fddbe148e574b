import type { FlowCode } from "../sentence-code";

export const flow = {
  "wait.started": `Waiting until {until}{rolled, select,
    earlier {, moved earlier to a business day} later {, moved later to a business day}
    yes {, moved to a business day} other {}}.`,
  "wait.ended": "The wait is over; the plan goes on.",
  "wait.passed": `That moment had already passed{hasBy, select, yes { by {by}} other {}}: {choice, select,
    send_now {going on at once} next {waiting for the next allowed time}
    skip {what follows is not sent} other {the plan goes on}}.`,
  "await.started": "Waiting for an answer until {until}.",
  "await.answered": `Answered{kind, select,
    event { by {hasName, select, yes {{name}} other {an event}}}
    action {{written, select, yes { in words, which count as } other { by }}{hasName, select,
      yes {“{name}”} other {a button}}}
    reply { by a reply} acknowledgement { by an acknowledgement}
    other {{hasName, select, yes { by {name}} other {}}}}{hasAt, select, yes { on {at}} other {}}.`,
  "await.timed_out": "No answer{hasAfter, select, yes { in {after}} other {}}.",
  "branch.taken": `{path, select, otherwise {No condition was true; took the other path} other {Took the path {path}}}{hasCondition, select,
    yes {: {condition}} other {}}{hasMissing, select,
    yes { (not there, so false: {missing})} other {}}.`,
  "split.taken": "Assigned to arm {arm}.",
  "split.holdout": "Assigned to the holdout: followed, but without any message.",
  "repeat.round": "Round {n}{hasOf, select, yes { of {of}} other {}}.",
  "repeat.done": `The rounds are over{hasRounds, select,
    yes {{hasOf, select, yes { ({rounds} of {of})} other { ({rounds})}}} other {}}.`,
  "esc.started": `Handed to {to} (level {level}){hasWithin, select,
    yes {, with {within} to acknowledge} other {}}.`,
  "esc.level_up": `Escalated to level {level}: {to}{hasAfter, select,
    yes {, because nobody acknowledged in {after}} other {}}.`,
  "esc.announced": "Announced: without an answer until {until}, somebody else is brought in.",
  "esc.ack": "Acknowledged {byPhrase}{hasAfter, select, yes { after {after}} other {}}.",
  "esc.ack_partly": "Acknowledged {byPhrase}; not yet by {left}.",
  "esc.ack_timeout": `Not resolved within {after} of being acknowledged{hasBy, select,
    yes { by {by}} other {}}: the escalation starts again.`,
  "esc.skipped_unavailable": `Could not bring in {target}: {why, select,
    absent {absent} off_duty {off duty} paused {paused} erased {no longer there} no_address {no address}
    no_members {it has no members} no_lead {it has no supervisor} no_manager {no supervisor is known}
    no_owner {the case has no owner} no_such_team {there is no such team}
    nobody_on_call {nobody is on duty} no_such_rota {there is no such rota} unknown_person {this person is not known} duplicate {already told}
    other {not available}}.`,
  "esc.exhausted": `{why, select, no_policy {The escalation policy{hasPolicy, select, yes { “{policy}”} other {}} does not exist, so nobody was brought in} other {Every level was tried and nobody acknowledged{hasAfter, select,
    yes { in {after}} other {}}}}.`,
  "esc.fallback": "Handed to {to}, because nobody else was left.",
  "esc.repeated": `Starting again from level {toLevel}{hasLap, select, yes { (round {lap})} other {}}.`,
  "esc.by_hand": "Escalated by hand{hasBy, select, yes { ({by})} other {}}.",
  "esc.not_needed": `No escalation: {why, select, answered {an answer came first}
    other {the case was already acknowledged}}.`,
  "esc.told": "Told {to}.",
  "update.set":
    "{hasSet, select, yes {Set {set}} other {{hasWhat, select, yes {Set {what} to {to}} other {Updated}}}}.",
  "call.started": "Calling {hasUrl, select, yes {{url}} other {the endpoint}}.",
  "call.answered": `{hasUrl, select, yes {{url} answered} other {The call was answered}}{hasStatus, select,
    yes { with {status}} other {}}.`,
  "call.failed": `The call{hasUrl, select, yes { to {url}} other {}} failed{hasText, select, yes {: {text}} other {}}.`,
  "stale.action": `{hasBy, select, yes {{by} pressed} other {Somebody pressed}} {hasAction, select,
    yes {“{action}”} other {a button}}, and nothing changed{became, select,
    escalated {: already escalated} acknowledged {: already acknowledged}
    resolved {: already resolved} expired {: the case has expired} canceled {: the case was canceled}
    snoozed {: already snoozed} reopened {: reopened since} used {: the link was already used}
    link_expired {: the link has expired} other {}}{hasTo, select, yes { ({to})} other {}}{hasAt, select,
    yes { on {at}} other {}}.`,
  "limit.messages": `No more messages: the workflow’s limit {hasMax, select,
    yes {of {max, plural, one {# message} other {# messages}}} other {of messages}} is reached.`,
  "limit.days": `Ended: the workflow’s limit {hasDays, select,
    yes {of {days, plural, one {# day} other {# days}}} other {of days}} is reached.`,
  "hold.missing_due": "Held until the case has a due date.",
  "send.preferred":
    "{channelName} goes first: {hasPerson, select, yes {{person}} other {the person}} prefers it.",
  "send.next_channel": "The {channelName} could not be sent; the next channel is tried.",
  "send.fallback": `The {channelName} was not {unless, select, opened {opened} clicked {clicked}
    delivered {delivered} responded {answered} other {enough}}{hasAfter, select, yes { in {after}} other {}}.`,
  "planned.sent_now": `Sent ahead of its time{hasBy, select, yes { {byPhrase}} other {}}: {channelName}{hasTemplate, select,
    yes { “{template}”} other {}}{hasFrom, select, yes { (planned for {from})} other {}}.`,
  "planned.taken_out": `Taken out of the plan{hasBy, select, yes { {byPhrase}} other {}}: {channelName}{hasTemplate, select,
    yes { “{template}”} other {}}.{hasReason, select, yes { Reason: {reason}.} other {}}`,
  "planned.moved": `Moved{hasFrom, select, yes { from {from}} other {}}{hasTo, select, yes { to {to}} other {}}{hasBy, select,
    yes { {byPhrase}} other {}}: {channelName}{hasTemplate, select, yes { “{template}”} other {}}.`,
} as const satisfies Record<FlowCode, string>;

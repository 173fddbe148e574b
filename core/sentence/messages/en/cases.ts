import type { CaseCode } from "../sentence-code";

export const cases = {
  "case.opened": `Case opened {byPhrase}: {subject}.{hasMissing, select,
    yes { Its data lack what the workflow requires: {missing}.} other {}}`,
  "case.opened_resolved": `Case opened and resolved at once{hasSubject, select, yes {: {subject}} other {}}. The answer was there before{hasName, select,
    yes {: {name}{hasAt, select, yes { on {at}} other {}}} other {}}.`,
  "case.already_open": `The case was already open; {hasEvent, select,
    yes {{event} did not open a second one} other {no second one was opened}}.`,
  "case.already_closed": "The case was already {outcomeName}; nothing changed.",
  "case.already_escalated": `Already escalated{hasTo, select, yes { to {to}} other {}}{hasAt, select,
    yes { on {at}} other {}}; nothing changed.`,
  "case.already_acknowledged": `Already acknowledged{hasBy, select, yes { {byPhrase}} other {}}{hasAt, select,
    yes { on {at}} other {}}; nothing changed.`,
  "case.replanned": `{what, select,
    due {Planned again for the new due date} zone {Planned again for the new time zone}
    calendar {Planned again for the new calendar} preference {Planned again for the new preferences}
    snooze {Planned again for the snooze} other {Planned again}}{hasTo, select,
    yes {: {hasFrom, select, yes {moved from {from} to {to}} other {now {to}}}} other {}}.`,
  "case.due_moved": `Due date {hasFrom, select, yes {moved from {from} to {to}} other {set to {to}}}{hasBy, select,
    yes { {byPhrase}} other {}}.`,
  "case.snoozed": "Snoozed until {until}{hasBy, select, yes { {byPhrase}} other {}}.",
  "case.snooze_ended": "Snooze ended{hasBy, select, yes { {byPhrase}} other {}}; the plan goes on.",
  "case.reassigned": `{hasTo, select, yes {Reassigned to {to}} other {Owner changed}}{hasBy, select,
    yes { {byPhrase}} other {}}.`,
  "case.taken_over": `Taken over{hasBy, select, yes { {byPhrase}} other {}}{hasFrom, select,
    yes { from {from}} other {}}.`,
  "case.handed_over": `Handed over{hasTo, select, yes { to {to}} other {}}{hasBy, select,
    yes { {byPhrase}} other {}}.`,
  "case.priority": "Priority set to {toName}{hasBy, select, yes { {byPhrase}} other {}}.",
  "case.resolved": `{how, select, event {Resolved} other {Resolved{hasBy, select, yes { {byPhrase}} other {}}}}{hasAnswer, select,
    yes {{how, select,
      event {: {answer} arrived} action {: {written, select, yes {an answer counted as “{answer}”} other {“{answer}” was pressed}}}
      reply { with a reply}
      acknowledgement { with an acknowledgement} other {: {answer}}}}
    other {{how, select,
      event {{hasBy, select, yes { {byPhrase}} other {}}} reply { with a reply}
      acknowledgement { with an acknowledgement} other {}}}}{hasNote, select, yes { (“{note}”)} other {}}.`,
  "case.expired": `Expired: {answered, select, yes {it was answered, but nothing settled it} other {no answer{hasAfter, select,
    yes { in {after}} other {}}}}, and the plan has ended.`,
  "case.canceled": `Canceled{hasBy, select, yes { {byPhrase}} other {}}{hasReason, select,
    yes {: {reason}} other {}}.`,
  "case.reopened": `{takenBack, select, yes {Open again: {by} took the answer back}
    other {Reopened{hasBy, select, yes { {byPhrase}} other {}}}}.`,
  "case.moved": `Moved{hasFrom, select, yes { from version {from}} other {}} to version {to}{hasBy, select,
    yes { {byPhrase}} other {}}.`,
  "case.note": "{hasBy, select, yes {Note by {by}} other {Note}}: {text}",
  "case.closed": "Closed{hasOutcome, select, yes { as {outcomeName}} other {}}.",
  "case.fault": "The case was set aside because of a fault: {text}.",
  "response.received": `{kind, select,
    event {{hasName, select, yes {{name} arrived} other {An answering event arrived}}}
    action {{written, select,
      yes {{hasBy, select, yes {The answer of {by}} other {An answer}} counts as}
      other {{hasBy, select, yes {{by} pressed} other {Somebody pressed}}}} {hasName, select, yes {“{name}”} other {a button}}}
    reply {{hasBy, select, yes {{by} replied} other {A reply came in}}}
    acknowledgement {{hasBy, select, yes {{by} acknowledged} other {Acknowledged}}}
    other {{hasName, select, yes {Response received: {name}} other {Response received}}}}.`,
} as const satisfies Record<CaseCode, string>;

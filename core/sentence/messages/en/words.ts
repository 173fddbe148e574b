import type { WordCode } from "../sentence-code";

export const words = {
  "word.unknown": "unknown",
  "word.nobody": "nobody",
  "word.nothing": "nothing",
  "word.moment": "{date}, {time} {city}",
  "word.unit": `{unit, select,
    year {{n, plural, one {# year} other {# years}}}
    month {{n, plural, one {# month} other {# months}}}
    week {{n, plural, one {# week} other {# weeks}}}
    day {{n, plural, one {# day} other {# days}}}
    hour {{n, plural, one {# hour} other {# hours}}}
    minute {{n, plural, one {# minute} other {# minutes}}}
    business_day {{n, plural, one {# business day} other {# business days}}}
    business_hour {{n, plural, one {# business hour} other {# business hours}}}
    other {{n, plural, one {# second} other {# seconds}}}}`,
  "word.working_time": "{length} of working time",
  "word.every": `{single, select,
    year {Every year} month {Every month} week {Every week} day {Every day} hour {Every hour}
    minute {Every minute} second {Every second} business_day {Every business day}
    other {Every {length}}}`,
  "word.offset": `{direction, select,
    before {{length} before } after {{length} after }
    fraction {{percent} of the way from the opening to the due date} other {}}{direction, select,
    fraction {} other {{anchor, select,
      due {the due date} opened {the opening of the case} lastMessage {the last message}
      other {the moment in {path}}}}}`,
  "word.wait_rule": `{shape, select, until {{direction, select,
    at {{anchor, select, due {on } other {at }}} other {}}{offset}} other {{length} after the step before}}{hasAt, select,
    yes {, {at}} other {}}{zone, select,
    person { in the recipient’s time zone} team { in the team’s time zone}
    workspace { in the workspace’s time zone} other {}}{days, select, business {, on business days} other {}}`,
  "word.channel": `{channel, select,
    email {email} sms {SMS} push {push} in_app {in-app} webhook {webhook} other {message}}`,
  "word.channel_title": `{channel, select,
    email {Email} sms {SMS} push {Push notification} in_app {In-app message} webhook {Webhook call}
    other {Message}}`,
  "word.channel_name": "{channel, select, other {{name}}}",
  "word.use": "{channel} “{template}”",
  "word.match": `{kind, select,
    any {any response} reply {a reply} event {{name}} other {the button “{name}”}}`,
  "word.unless": `{kind, select,
    event {{name} arrives} action {“{name}” is pressed} other {a reply comes in}}`,
  "word.priority": `{priority, select,
    low {low} normal {normal} high {high} urgent {urgent} other {unknown}}`,
  "word.outcome": `{outcome, select,
    resolved {resolved} expired {expired} canceled {canceled} other {closed}}`,
  "word.field": `{field, select,
    priority {the priority} owner {the owner} dueAt {the due date} other {the attribute {name}}}`,
  "word.actor": "{kind, select, plan {the plan} api {the API ({name})} other {{name}}}",
  "word.actor_phrase":
    "{kind, select, plan {by the plan} api {by the API ({name})} other {by {name}}}",
  "word.party": `{kind, select,
    person {the person} owner {the owner} involved {everyone involved}
    team {team {name}} team_lead {the supervisor of {name}} team_members {the members of {name}}
    team_turn {one member of {name} in turn} on_call {whoever is on duty in {name}}
    manager_person {the person’s supervisor{nth, plural, =1 {} other {, # levels up}}}
    manager_owner {the owner’s supervisor{nth, plural, =1 {} other {, # levels up}}}
    webhook {the webhook {name}} nobody {nobody} other {{name}}}`,
  "word.plan": `{kind, select,
    escalate {Escalation{hasLevel, select, yes { to level {level}} other {}}} expire {The case expires}
    resolve {The case is resolved} call {A call goes out}
    due_date {Held until the case has a due date} operator {Held until an operator steps in}
    other {{channelTitle}{hasTemplate, select, yes { “{template}”} other {}}{hasPerson, select,
      yes { to {person}} other {}}}}{hasAt, select, yes { on {at}} other {}}{kind, select,
    fallback {, unless the earlier message was enough} other {}}`,
  "word.other_decision": "Recorded as {code}.",
  "word.no_reason": "No reason was recorded.",
} as const satisfies Record<WordCode, string>;

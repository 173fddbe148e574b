import type { ConditionCode } from "../sentence-code";

export const conditions = {
  "condition.always": "always",
  "condition.group": "({rows})",
  "condition.row": `{op, select,
    is {{field} is {value}} is_not {{field} is not {value}}
    over {{field} is over {value}} at_least {{field} is at least {value}}
    under {{field} is under {value}} at_most {{field} is at most {value}}
    contains {{field} contains {value}} not_contains {{field} does not contain {value}}
    starts_with {{field} begins with {value}} ends_with {{field} ends with {value}}
    has_item {{field} includes {value}}
    one_of {{field} is one of {value}} none_of {{field} is none of {value}}
    yes {{field} is true} no {{field} is false}
    known {{field} is known} unknown {{field} is not known}
    given {{field} is there} not_given {{field} is missing} empty {{field} is empty}
    before {{field} is before {value}} from {{field} is on or after {value}}
    past {{field} has passed} ahead {{field} is still to come}
    less_ahead {{field} is less than {value} away} other {{field} is at least {value} ago}}`,
  "condition.deed": `{deed, select,
    answered {the case} other {the message of {step}}} {happened, select, yes {was} other {was not}} {deed, select,
    answered {answered} opened {opened} clicked {clicked} replied {replied to}
    delivered {delivered} other {sent}}`,
  "condition.field": `{kind, select,
    person {the person’s {word}} recipient {the recipient’s {word}} case {the case’s {word}}
    due {the due date} now {the present moment} open {the number of other open cases}
    history {the number of earlier cases} message {{word} of the message of {step}} other {{word}}}`,
  "condition.word": `{name, select,
    name {name} firstName {first name} email {email address} phone {phone number} locale {language}
    timeZone {time zone} country {country} region {region} city {city} managerId {manager}
    number {number} key {key} subject {subject} stage {stage} status {status} outcome {outcome}
    priority {priority} level {escalation level} owner {owner} answer {answer}
    openedAt {opening} dueAt {due date} acknowledgedAt {acknowledgement}
    sentAt {sending} deliveredAt {delivery} clickedAt {click} repliedAt {reply}
    channel {channel} other {{word}}}`,
} as const satisfies Record<ConditionCode, string>;

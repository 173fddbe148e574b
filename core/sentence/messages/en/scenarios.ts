import type { ScenarioCode } from "../sentence-code";

export const scenarios = {
  "behaviour.when": `{length} {from, select,
    message {after message {n}} level {after level {n} is brought in} other {after the start}}`,
  "behaviour.open": `{when}, {human, select,
    no {a mail program opens {it, select, yes {it} other {the newest message}}, which counts for nothing}
    other {its reader opens {it, select, yes {it} other {the newest message}}}}.`,
  "behaviour.click": `{when}, {human, select,
    no {a mail filter follows a link, which counts for nothing}
    other {its reader follows a link in {it, select, yes {it} other {the newest message}} but does not finish}}.`,
  "behaviour.reply": "{when}, its reader replies{hasText, select, yes {: “{text}”} other {}}.",
  "behaviour.action":
    "{when}, its reader presses “{action}”{hasLength, select, yes { for {pause}} other {}}.",
  "behaviour.event": "{when}, {event} arrives.",
  "behaviour.acknowledge": `{when}, {hasPerson, select, yes {{person}} other {whoever was brought in}} acknowledges.`,
  "behaviour.bounce": "{when}, {it, select, yes {it} other {the newest message}} bounces.",
  "behaviour.unsubscribe": "{when}, its reader unsubscribes.",
  "behaviour.move_due": `{when}, the due date moves {to, select,
    moment {to {moment}} before {{distance} earlier} after {{distance} later} other {nowhere}}.`,
  "behaviour.holiday":
    "{when}, {hasDay, select, yes {{day}} other {the day the case is due}} becomes a public holiday.",
  "behaviour.nothing": "{when}, nothing happens.",
  "preset.happy_path": "Happy path",
  "preset.late_responder": "Late responder",
  "preset.opens_never_responds": "Opens, never responds",
  "preset.never_opens": "Never opens",
  "preset.bounce_then_sms": "Bounce, then the next channel",
  "preset.opted_out_of_sms": "Opted out of SMS",
  "preset.due_date_moves": "Due date moves",
  "preset.no_supervisor_reacts": "No supervisor reacts",
  "scenario.person_unknown": "The person “{person}” is not there any more.",
  "scenario.message_missing": `{channelTitle} of “{step}” (message {n}) was expected to be {expected, select,
    sent {sent} not_sent {left out} other {failed}}, and was never planned.`,
  "scenario.message_extra": `{channelTitle} of “{step}” (message {n}) was not expected: {actual, select,
    sent {sent on {at}} not_sent {not sent, on {at}} other {failed on {at}}}.`,
  "scenario.outcome_other": `{channelTitle} of “{step}” (message {n}) should be {expected, select,
    sent {sent} not_sent {left out} other {failed}}, but {actual, select,
    sent {was sent} not_sent {was not sent} other {failed}}.`,
  "scenario.time_other":
    "{channelTitle} of “{step}” (message {n}) came on {actual} instead of {expected}.",
  "scenario.reason_other":
    "{channelTitle} of “{step}” (message {n}) was decided by “{actual}” instead of “{expected}”.",
  "scenario.end_other": `The case ended {actual, select,
    resolved {resolved} expired {expired} canceled {canceled} other {still open}} instead of {expected, select,
    resolved {resolved} expired {expired} canceled {canceled} other {staying open}}.`,
  "scenario.cut_off": `The simulation did not come to an end: it was stopped after {cut, select,
    days {three years} other {5,000 events}}.`,
} as const satisfies Record<ScenarioCode, string>;

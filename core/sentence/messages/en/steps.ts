import type { StepCode } from "../sentence-code";

export const steps = {
  "document.start": `{hasEvent, select,
    yes {When {event} arrives{hasWhere, select, yes { and {where}} other {}}, open a case}
    other {Open a case by hand or through the API}} for {person}, about “{subject}”{due, select,
    path {, due at {duePath}} after {, due {dueLength} later} other {}}.{hasKey, select,
    yes { One open case per “{key}”.} other {}}`,
  "document.stop": `{then, select,
    respond {Counts as a response} snooze {Snoozes the case until {until}} other {Stops}} when {shape, select,
    event {{event} arrives} action {the button “{action}” is pressed} other {a reply comes in}}{hasKey, select,
    yes { for “{key}”} other {}}{hasWhen, select, yes { and {when}} other {}}.`,
  "document.due": `{due, select,
    path {Due at the moment in {duePath}.} after {Due {dueLength} after the case opens.}
    other {Without a due date.}}`,
  "step.send": `{shape, select,
    one {{channel, select,
      email {Email {to}: “{template}”.}
      sms {Send an SMS to {to}: “{template}”.}
      push {Send a push notification to {to}: “{template}”.}
      in_app {Show {to} in the app: “{template}”.}
      other {Post to the webhook of {to}: “{template}”.}}}
    all {Send to {to}: {uses}.}
    other {Send to {to} the first that can be delivered: {uses}.}}{unless, select,
    opened { If not opened in {after}, send {fallback} instead.}
    clicked { If not clicked in {after}, send {fallback} instead.}
    delivered { If not delivered in {after}, send {fallback} instead.}
    responded { If there is no response in {after}, send {fallback} as well.}
    other {}}{ignoreQuietHours, select, yes { Quiet hours do not hold it back.} other {}}`,
  "step.wait": `{shape, select,
    until {Wait until {offset}{hasAt, select, yes {, {at}} other {}}{zone, select,
      person { in the recipient’s time zone} team { in the team’s time zone}
      workspace { in the workspace’s time zone} other {}}{days, select,
      business {, on business days} other {}}.}
    other {Wait {length}{hasAt, select,
      yes {, then continue at {at}{zone, select,
        person { in the recipient’s time zone} team { in the team’s time zone}
        workspace { in the workspace’s time zone} other {}}{days, select,
        business { on a business day} other {}}}
      other {{days, select, business {, then continue on a business day} other {}}}}.}}{ifPassed, select,
    send_now { If that moment has passed, send now.}
    next { If that moment has passed, take the next allowed time.}
    skip { If that moment has passed, do not send.}
    other {}}`,
  "step.wait_for_response":
    "Wait {from, select, due {until {length} after the due date} other {up to {length}}} for {what}.",
  "step.branch": `{rows}; {others, plural,
    =0 {otherwise go on} one {otherwise → # other step} other {otherwise → # other steps}}.`,
  "step.branch.row": "{place, select, first {If} other {if}} {when} → {name}",
  "step.split": `{count, plural,
    =1 {Try {arms}} =2 {Try {first} against {second}}
    other {Try {arms} against each other}}{hasHoldout, select,
    yes {, keep {holdout} without a message} other {}}.`,
  "step.split.arm": "{name} {share}",
  "step.repeat": `{every}, at most {timesMax, plural, =1 {once} one {# time} other {# times}}, until answered: {steps, plural,
    =0 {nothing yet} one {# step} other {# steps}}.`,
  "step.escalate": `{shape, select, policy {Escalate by the policy {policy}.} other {{levels}}}{hasRepeat, select,
    yes { Then repeat from level {toLevel}, at most {timesMax, plural, =1 {once} one {# time} other {# times}}.}
    other {}}{hasFallback, select, yes { If nobody is left, hand over to {fallback}.} other {}}{hasPriority, select,
    yes { Set the priority to {priority}.} other {}}{hasTell, select,
    yes { Tell the person by {tell}.} other {}}`,
  "step.escalate.level": `{place, select,
    first {Hand over to {to} by {channels}}
    other {{until, select,
      resolved {If it is not resolved in {within}, tell {to} by {channels}}
      other {If nobody acknowledges in {within}, tell {to} by {channels}}}}}{last, select,
    yes {, with {ownWithin} to {ownUntil, select, resolved {resolve it} other {acknowledge}}} other {}}.`,
  "step.update": "{count, plural, =0 {Set nothing yet} other {Set {rows}}}.",
  "step.update.row": "{field} to {value}",
  "step.call": `Call {method} {url}{hasSaveAs, select,
    yes { and keep the answer as “{saveAs}”} other {}}. If it fails, go on.`,
  "step.close": "Close as {outcome}{hasNote, select, yes {: “{note}”} other {}}.",
} as const satisfies Record<StepCode, string>;

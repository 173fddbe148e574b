import type { StepCode } from "../sentence-code";

export const steps = {
  "document.start": `{hasEvent, select,
    yes {When <event>{event}</event> arrives{hasWhere, select, yes { and <where>{where}</where>} other {}}, open a case}
    other {Open a case by hand or through the API}} for <person>{person}</person>, about “<subject>{subject}</subject>”{due, select,
    path {, due at <due>{duePath}</due>} after {, due <due>{dueLength}</due> later} other {}}.{hasKey, select,
    yes { One open case per “<key>{key}</key>”.} other {}}`,
  "document.stop": `{then, select,
    respond {Counts as a response} snooze {Snoozes the case until {until}} other {Stops}} when {shape, select,
    event {{event} arrives} action {the button “{action}” is pressed} other {a reply comes in}}{hasKey, select,
    yes { for “{key}”} other {}}{hasWhen, select, yes { and {when}} other {}}.`,
  "document.due": `{due, select,
    path {Due at the moment in {duePath}.} after {Due {dueLength} after the case opens.}
    other {Without a due date.}}`,
  "step.send": `{shape, select,
    one {{channel, select,
      email {<channel>Email</channel> <to>{to}</to>: “<template>{template}</template>”.}
      sms {Send <channel>an SMS</channel> to <to>{to}</to>: “<template>{template}</template>”.}
      push {Send <channel>a push notification</channel> to <to>{to}</to>: “<template>{template}</template>”.}
      in_app {Show <to>{to}</to> <channel>in the app</channel>: “<template>{template}</template>”.}
      other {Post to <channel>the webhook</channel> of <to>{to}</to>: “<template>{template}</template>”.}}}
    all {Send to <to>{to}</to>: <uses>{uses}</uses>.}
    other {Send to <to>{to}</to> <mode>the first that can be delivered</mode>: <uses>{uses}</uses>.}}{unless, select,
    opened { If <unless>not opened</unless> in <after>{after}</after>, send <fallback>{fallback}</fallback> instead.}
    clicked { If <unless>not clicked</unless> in <after>{after}</after>, send <fallback>{fallback}</fallback> instead.}
    delivered { If <unless>not delivered</unless> in <after>{after}</after>, send <fallback>{fallback}</fallback> instead.}
    responded { If there is <unless>no response</unless> in <after>{after}</after>, send <fallback>{fallback}</fallback> as well.}
    other {}}{ignoreQuietHours, select, yes { <ignoreQuietHours>Quiet hours do not hold it back</ignoreQuietHours>.} other {}}`,
  "step.wait": `{shape, select,
    until {Wait until <until>{offset}</until>{hasAt, select, yes {, <at>{at}</at>} other {}}{zone, select,
      person { in <zone>the recipient’s time zone</zone>} team { in <zone>the team’s time zone</zone>}
      workspace { in <zone>the workspace’s time zone</zone>} other {}}{days, select,
      business {, on <days>business days</days>} other {}}.}
    other {Wait <for>{length}</for>{hasAt, select,
      yes {, then continue at <at>{at}</at>{zone, select,
        person { in <zone>the recipient’s time zone</zone>} team { in <zone>the team’s time zone</zone>}
        workspace { in <zone>the workspace’s time zone</zone>} other {}}{days, select,
        business { on <days>a business day</days>} other {}}}
      other {{days, select, business {, then continue on <days>a business day</days>} other {}}}}.}}{ifPassed, select,
    send_now { If that moment has passed, <ifPassed>send now</ifPassed>.}
    next { If that moment has passed, <ifPassed>take the next allowed time</ifPassed>.}
    skip { If that moment has passed, <ifPassed>do not send</ifPassed>.}
    other {}}`,
  "step.wait_for_response":
    "Wait {from, select, due {until <for>{length}</for> after <from>the due date</from>} other {up to <for>{length}</for>}} for <what>{what}</what>.",
  "step.branch": `{rows}; {others, plural,
    =0 {otherwise go on} one {otherwise → # other step} other {otherwise → # other steps}}.`,
  "step.branch.row":
    "{place, select, first {If} other {if}} <when>{when}</when> → <name>{name}</name>",
  "step.split": `{count, plural,
    =1 {Try {arms}} =2 {Try {first} against {second}}
    other {Try {arms} against each other}}{hasHoldout, select,
    yes {, keep <holdout>{holdout}</holdout> without a message} other {}}.`,
  "step.split.arm": "<name>{name}</name> <weight>{share}</weight>",
  "step.repeat": `<every>{every}</every>, at most <timesMax>{timesMax, plural, =1 {once} one {# time} other {# times}}</timesMax>, until answered: {steps, plural,
    =0 {nothing yet} one {# step} other {# steps}}.`,
  "step.escalate": `{hasAnnounce, select,
    yes {Tell the person by <announced>{announced}</announced> <announceBefore>{announceBefore}</announceBefore> before. } other {}}{shape, select, policy {Escalate by the policy <policy>{policy}</policy>.} other {{levels}}}{hasRepeat, select,
    yes { Then repeat from <toLevel>level {toLevel}</toLevel>, at most <timesMax>{timesMax, plural, =1 {once} one {# time} other {# times}}</timesMax>.}
    other {}}{hasFallback, select, yes { If nobody is left, hand over to <fallback>{fallback}</fallback>.} other {}}{hasTimeout, select,
    yes { If it is acknowledged and not resolved in <timeout>{timeout}</timeout>, start again from level 1.} other {}}{hasPriority, select,
    yes { Set the priority to <priority>{priority}</priority>.} other {}}{hasTell, select,
    yes { Tell the person by <tell>{tell}</tell>.} other {}}`,
  "step.escalate.level": `{place, select,
    first {Hand over to <to>{to}</to> by <channels>{channels}</channels>}
    other {{until, select,
      everyone {If <before>not everyone acknowledges</before> in <within>{within}</within>, tell <to>{to}</to> for the others by <channels>{channels}</channels>}
      resolved {If it is <before>not resolved</before> in <within>{within}</within>, tell <to>{to}</to> by <channels>{channels}</channels>}
      other {If <before>nobody acknowledges</before> in <within>{within}</within>, tell <to>{to}</to> by <channels>{channels}</channels>}}}}{last, select,
    yes {, with <own>{ownWithin}</own> {ownUntil, select, everyone {for <until>everyone to acknowledge</until>}
      other {to <until>{ownUntil, select, resolved {resolve it} other {acknowledge}}</until>}}} other {}}.`,
  "step.update": "{count, plural, =0 {Set nothing yet} other {Set {rows}}}.",
  "step.update.row": "{field} to <value>{value}</value>",
  "step.call": `Call <method>{method}</method> <url>{url}</url>{hasSaveAs, select,
    yes { and keep the answer as “<saveAs>{saveAs}</saveAs>”} other {}}. If it fails, go on.`,
  "step.close":
    "Close as <outcome>{outcome}</outcome>{hasNote, select, yes {: “<note>{note}</note>”} other {}}.",
} as const satisfies Record<StepCode, string>;

import type { BecauseCode } from "../../codes";

export const because = {
  "because.case.opened": "Because {event} arrived.",
  "because.case.due_moved": "Because the due date moved to {to}.",
  "because.case.snooze_ended": "Because the snooze ended.",
  "because.case.resolved":
    "Because the case was resolved{hasBy, select, yes { {byPhrase}} other {}}.",
  "because.limit.days":
    "Because a case of this workflow stays open for {days, plural, one {# day} other {# days}} at most.",
  "because.case.expired": "Because the case expired.",
  "because.case.canceled":
    "Because the case was canceled{hasBy, select, yes { {byPhrase}} other {}}.",
  "because.case.reopened":
    "Because the case was reopened{hasBy, select, yes { {byPhrase}} other {}}.",
  "because.response.received": `Because {kind, select,
    event {{hasName, select, yes {{name} arrived} other {an answering event arrived}}}
    action {{written, select, yes {an answer counted as {hasName, select, yes {“{name}”} other {a button}}}
      other {{hasName, select, yes {“{name}” was pressed} other {a button was pressed}}}}}
    reply {a reply came in} acknowledgement {it was acknowledged} other {a response came in}}.`,
  "because.wait.started": "Because: {rule}.",
  "because.wait.ended": "Because: {rule}.",
  "because.wait.passed":
    "Because its moment had already passed{hasRule, select, yes { ({rule})} other {}}.",
  "because.await.answered": `Because {kind, select,
    event {{hasName, select, yes {{name} arrived} other {an answering event arrived}}}
    action {{written, select, yes {an answer counted as {hasName, select, yes {“{name}”} other {a button}}}
      other {{hasName, select, yes {“{name}” was pressed} other {a button was pressed}}}}}
    reply {a reply came in} acknowledgement {it was acknowledged}
    other {{hasName, select, yes {{name}} other {an answer}} came in}}.`,
  "because.await.timed_out":
    "Because nobody answered{hasAfter, select, yes { in {after}} other {}}.",
  "because.branch.taken": "Because {condition}.",
  "because.split.taken": "Because the person is in arm {arm}.",
  "because.repeat.round": "Because it is round {n}{hasOf, select, yes { of {of}} other {}}.",
  "because.repeat.done": "Because the rounds are over.",
  "because.esc.started": "Because the case was handed to {to}.",
  "because.esc.level_up": `Because the case was escalated to level {level}{hasAfter, select,
    yes {: nobody acknowledged in {after}} other {}}.`,
  "because.esc.announced":
    "Because nobody has answered yet; after {until} somebody else is brought in.",
  "because.esc.ack_timeout": `Because it was acknowledged{hasBy, select, yes { by {by}} other {}} and not resolved within {after}.`,
  "because.case.handed_over":
    "Because it was handed over{hasBy, select, yes { {byPhrase}} other {}}.",
  "because.esc.ack": "Because it was acknowledged {byPhrase}.",
  "because.esc.exhausted": "Because nobody acknowledged on any level.",
  "because.esc.fallback": "Because nobody else was left.",
  "because.esc.repeated": "Because nobody acknowledged, so the levels start again.",
  "because.sent.plan": "Because{ruleShape, select, wait {:} other {}} {rule}.",
  "because.send.preferred":
    "By {channelName} first, because {hasPerson, select, yes {{person}} other {the person}} prefers it.",
  "because.send.next_channel": "Because the {channelName} could not be sent.",
  "because.send.fallback": `Because the {channelName} was not {unless, select, opened {opened}
    clicked {clicked} delivered {delivered} responded {answered} other {enough}}{hasAfter, select,
    yes { in {after}} other {}}.`,
  "because.planned.moved":
    "Because it was moved to this moment by hand{hasBy, select, yes { ({by})} other {}}.",
  "because.sent.manual": "Because it was sent by hand{hasBy, select, yes { ({by})} other {}}.",
} as const satisfies Record<`because.${BecauseCode}`, string>;

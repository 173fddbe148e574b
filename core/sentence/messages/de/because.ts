import type { BecauseCode } from "../../codes";

export const because = {
  "because.case.opened": "Weil {event} eingetroffen ist.",
  "because.case.due_moved": "Weil der Fälligkeitstermin auf {to} verschoben wurde.",
  "because.case.snooze_ended": "Weil die Zurückstellung endete.",
  "because.case.resolved":
    "Weil der Fall{hasBy, select, yes { {byPhrase}} other {}} erledigt wurde.",
  "because.limit.days":
    "Weil ein Fall dieses Workflows höchstens {days, plural, one {# Tag} other {# Tage}} offen bleibt.",
  "because.case.expired": "Weil der Fall abgelaufen ist.",
  "because.case.canceled":
    "Weil der Fall{hasBy, select, yes { {byPhrase}} other {}} abgebrochen wurde.",
  "because.case.reopened":
    "Weil der Fall{hasBy, select, yes { {byPhrase}} other {}} wieder geöffnet wurde.",
  "because.response.received": `Weil {kind, select,
    event {{hasName, select, yes {{name} eingetroffen ist} other {ein beantwortendes Ereignis eingetroffen ist}}}
    action {{written, select,
      yes {eine Antwort als {hasName, select, yes {„{name}“} other {Schaltfläche}} zählte}
      other {{hasName, select, yes {„{name}“ gedrückt wurde} other {eine Schaltfläche gedrückt wurde}}}}}
    reply {eine Antwort eingegangen ist} acknowledgement {bestätigt wurde}
    other {eine Reaktion eingegangen ist}}.`,
  "because.wait.started": "Grund: {rule}.",
  "because.wait.ended": "Grund: {rule}.",
  "because.wait.passed":
    "Weil der Zeitpunkt schon vorbei war{hasRule, select, yes { ({rule})} other {}}.",
  "because.await.answered": `Weil {kind, select,
    event {{hasName, select, yes {{name} eingetroffen ist} other {ein beantwortendes Ereignis eingetroffen ist}}}
    action {{written, select,
      yes {eine Antwort als {hasName, select, yes {„{name}“} other {Schaltfläche}} zählte}
      other {{hasName, select, yes {„{name}“ gedrückt wurde} other {eine Schaltfläche gedrückt wurde}}}}}
    reply {eine Antwort eingegangen ist} acknowledgement {bestätigt wurde}
    other {{hasName, select, yes {{name}} other {eine Reaktion}} eingegangen ist}}.`,
  "because.await.timed_out": `Weil{hasAfter, select,
    yes { innerhalb von {afterDative}} other {}} keine Reaktion kam.`,
  "because.branch.taken": "Grund: {condition}.",
  "because.split.taken": "Weil die Person der Variante {arm} zugeteilt ist.",
  "because.repeat.round": "Weil Runde {n}{hasOf, select, yes { von {of}} other {}} läuft.",
  "because.repeat.done": "Weil die Runden vorbei sind.",
  "because.esc.started": "Weil der Fall an {to} übergeben wurde.",
  "because.esc.level_up": `Weil der Fall auf Stufe {level} eskaliert wurde{hasAfter, select,
    yes {: Innerhalb von {afterDative} hat niemand bestätigt} other {}}.`,
  "because.esc.announced":
    "Weil noch niemand geantwortet hat; nach {until} wird jemand anderes hinzugezogen.",
  "because.esc.ack_timeout": `Weil der Fall{hasBy, select, yes { von {by}} other {}} angenommen, aber nicht in {after} erledigt wurde.`,
  "because.case.handed_over":
    "Weil der Fall{hasBy, select, yes { {byPhrase}} other {}} weitergegeben wurde.",
  "because.esc.ack": "Weil die Annahme {byPhrase} bestätigt wurde.",
  "because.esc.exhausted": "Weil auf keiner Stufe jemand bestätigt hat.",
  "because.esc.fallback": "Weil sonst niemand übrig war.",
  "because.esc.repeated": "Weil niemand bestätigt hat und die Stufen von vorn beginnen.",
  "because.sent.plan": "Grund: {rule}.",
  "because.send.preferred":
    "Zuerst per {channelName}, weil {hasPerson, select, yes {{person}} other {die Person}} es so möchte.",
  "because.send.next_channel": "Weil {channelName} nicht gesendet werden konnte.",
  "because.send.fallback": `Weil {channelName}{hasAfter, select,
    yes { innerhalb von {afterDative}} other {}} nicht {unless, select, opened {geöffnet}
    clicked {angeklickt} delivered {zugestellt} responded {beantwortet} other {beachtet}} wurde.`,
  "because.planned.moved":
    "Weil es von Hand auf diesen Zeitpunkt verschoben wurde{hasBy, select, yes { ({by})} other {}}.",
  "because.sent.manual": "Weil es von Hand gesendet wurde{hasBy, select, yes { ({by})} other {}}.",
} as const satisfies Record<`because.${BecauseCode}`, string>;
